using HotChocolate.Types;

namespace Networks.GraphQLApi.Errors;

/// <summary>What a command whose payload several commands share can be refused for.</summary>
[UnionType("CommandError")]
public interface ICommandError;

/// <summary>What registering or updating a resident can be refused for.</summary>
[UnionType("RegisterResidentError")]
public interface IRegisterResidentError;

/// <summary>What recording that a resident was asked about her connections can be refused for.</summary>
[UnionType("AskAboutConnectionsError")]
public interface IAskAboutConnectionsError;

/// <summary>What recording an assessment can be refused for.</summary>
[UnionType("RecordAssessmentError")]
public interface IRecordAssessmentError;

/// <summary>What recording a life event can be refused for.</summary>
[UnionType("RecordLifeEventError")]
public interface IRecordLifeEventError;

/// <summary>What recording an attendance can be refused for.</summary>
[UnionType("RecordAttendanceError")]
public interface IRecordAttendanceError;

/// <summary>What recording that somebody was asked to introduce can be refused for.</summary>
[UnionType("RecordIntroductionError")]
public interface IRecordIntroductionError;

/// <summary>What recording a consent can be refused for.</summary>
[UnionType("SetConsentError")]
public interface ISetConsentError;

/// <summary>What taking a consent back can be refused for.</summary>
[UnionType("WithdrawConsentError")]
public interface IWithdrawConsentError;

/// <summary>What joining a group can be refused for.</summary>
[UnionType("JoinGroupError")]
public interface IJoinGroupError;

/// <summary>What leaving a group can be refused for.</summary>
[UnionType("LeaveGroupError")]
public interface ILeaveGroupError;

/// <summary>What ending a match can be refused for.</summary>
[UnionType("EndMatchError")]
public interface IEndMatchError;

/// <summary>What recording a milestone can be refused for.</summary>
[UnionType("RecordMilestoneError")]
public interface IRecordMilestoneError;

/// <summary>What pausing a referral can be refused for.</summary>
[UnionType("PauseReferralError")]
public interface IPauseReferralError;

/// <summary>What resuming a referral can be refused for.</summary>
[UnionType("ResumeReferralError")]
public interface IResumeReferralError;

/// <summary>What leaving the register can be refused for.</summary>
[UnionType("LeaveRegisterError")]
public interface ILeaveRegisterError;

/// <summary>What keeping a contact card can be refused for.</summary>
[UnionType("SetContactCardError")]
public interface ISetContactCardError;

/// <summary>What erasing a resident can be refused for.</summary>
[UnionType("EraseResidentError")]
public interface IEraseResidentError;

/// <summary>What registering a volunteer can be refused for.</summary>
[UnionType("RegisterVolunteerError")]
public interface IRegisterVolunteerError;

/// <summary>What updating a volunteer can be refused for.</summary>
[UnionType("UpdateVolunteerError")]
public interface IUpdateVolunteerError;

/// <summary>What registering a group can be refused for.</summary>
[UnionType("RegisterGroupError")]
public interface IRegisterGroupError;

/// <summary>What updating a group can be refused for.</summary>
[UnionType("UpdateGroupError")]
public interface IUpdateGroupError;

/// <summary>What closing a group can be refused for.</summary>
[UnionType("CloseGroupError")]
public interface ICloseGroupError;

/// <summary>A member of the union of every command on a resident's record.</summary>
public interface IAnyResidentError :
    ICommandError, IRegisterResidentError, IAskAboutConnectionsError, IRecordAssessmentError, IRecordLifeEventError,
    IRecordAttendanceError, ISetConsentError, IWithdrawConsentError, IJoinGroupError, ILeaveGroupError, IEndMatchError,
    IRecordMilestoneError, IRecordIntroductionError, IPauseReferralError, IResumeReferralError, ILeaveRegisterError,
    ISetContactCardError, IEraseResidentError;

/// <summary>A member of the union of every command on a volunteer's or group's record.</summary>
public interface IAnyOfferError :
    IRegisterVolunteerError, IUpdateVolunteerError, IRegisterGroupError, IUpdateGroupError, ICloseGroupError;

/// <summary>A member of the union of every command that takes the version which was read.</summary>
public interface IAnyVersionedError :
    ICommandError, IRegisterResidentError, IUpdateVolunteerError, IUpdateGroupError, ICloseGroupError, ILeaveRegisterError,
    IEraseResidentError;
