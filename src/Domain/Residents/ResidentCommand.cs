using System.Collections.Immutable;
using Networks.Domain.Assessments;
using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.LifeEvents;
using Networks.Domain.Matches;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Orleans;

namespace Networks.Domain.Residents;

/// <summary>Everything that can be asked of one resident's record. Which resident it is for, the grain's key says.</summary>
[GenerateSerializer, Immutable, Alias("networks.resident-command")]
public abstract record ResidentCommand
{
    private protected ResidentCommand()
    {
    }

    /// <summary>The caller's id of this command: the same id with the same input changes nothing twice.</summary>
    [Id(0)] public required CommandId CommandId { get; init; }

    /// <summary>The version the caller read; null = whatever version it is now.</summary>
    [Id(1)] public int? ExpectedVersion { get; init; }
}

/// <summary>Puts a resident on the register.</summary>
[GenerateSerializer, Immutable, Alias("networks.register-resident")]
public sealed record RegisterResident : ResidentCommand
{
    [Id(0)] public required ResidentFacts Facts { get; init; }
}

/// <summary>Changes facts: what is not given stays, null clears.</summary>
[GenerateSerializer, Immutable, Alias("networks.update-resident")]
public sealed record UpdateResident : ResidentCommand
{
    [Id(0)] public required ResidentChanges Set { get; init; }
}

/// <summary>
/// She names somebody: exactly one of <see cref="ToResident"/> and <see cref="ToAlter"/>. A second current tie to the same person of the
/// same kind is refused.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.record-tie")]
public sealed record RecordTie : ResidentCommand
{
    [Id(0)] public ResidentId? ToResident { get; init; }

    /// <summary>A label for somebody outside the register.</summary>
    [Id(1)] public string? ToAlter { get; init; }

    [Id(2)] public required TieKind Kind { get; init; }

    /// <summary>1 (closest) to 3.</summary>
    [Id(3)] public int? Circle { get; init; }

    [Id(4)] public ContactFrequency? Frequency { get; init; }

    [Id(5)] public DateOnly? LastContact { get; init; }

    [Id(6)] public DateOnly? Since { get; init; }

    /// <summary>What she could turn to this person for.</summary>
    [Id(7)] public ImmutableArray<SupportKind> Support { get; init; } = [];
}

/// <summary>The tie no longer holds from <see cref="On"/>.</summary>
[GenerateSerializer, Immutable, Alias("networks.end-tie")]
public sealed record EndTie : ResidentCommand
{
    [Id(0)] public required int Tie { get; init; }

    [Id(1)] public required DateOnly On { get; init; }
}

/// <summary>A dated contact over exactly one of <see cref="Tie"/> and <see cref="Match"/>.</summary>
[GenerateSerializer, Immutable, Alias("networks.record-contact")]
public sealed record RecordContact : ResidentCommand
{
    [Id(0)] public int? Tie { get; init; }

    [Id(1)] public int? Match { get; init; }

    [Id(2)] public required DateOnly On { get; init; }

    [Id(3)] public ContactMode? Mode { get; init; }

    [Id(4)] public int? Minutes { get; init; }
}

/// <summary>She joins a group: the group gives the place, then her record takes the membership.</summary>
[GenerateSerializer, Immutable, Alias("networks.join-group")]
public sealed record JoinGroup : ResidentCommand
{
    [Id(0)] public required GroupId Group { get; init; }

    /// <summary>First day; null = today.</summary>
    [Id(1)] public DateOnly? Since { get; init; }

    /// <summary>The confirmed proposal it comes from; null = joined by hand.</summary>
    [Id(2)] public ProposalId? Proposal { get; init; }
}

/// <summary>She leaves a group from <see cref="On"/>: her record ends the membership, then the group frees the place.</summary>
[GenerateSerializer, Immutable, Alias("networks.leave-group")]
public sealed record LeaveGroup : ResidentCommand
{
    [Id(0)] public required GroupId Group { get; init; }

    [Id(1)] public required DateOnly On { get; init; }
}

/// <summary>Keeps one kind open for a proposal until it is answered or expires: no two open proposals of one kind.</summary>
[GenerateSerializer, Immutable, Alias("networks.open-proposal")]
public sealed record OpenProposal : ResidentCommand
{
    [Id(0)] public required ProposalId Proposal { get; init; }

    /// <summary>When it expires by itself; the same moment as the hold on the place.</summary>
    [Id(1)] public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whose place will be held for it.</summary>
    [Id(2)] public OfferId? Offer { get; init; }
}

/// <summary>The proposal is declined, withdrawn or expired: her kind is open again. Closing what is not open changes nothing.</summary>
[GenerateSerializer, Immutable, Alias("networks.close-proposal")]
public sealed record CloseProposal : ResidentCommand
{
    [Id(0)] public required ProposalId Proposal { get; init; }

    /// <summary>Who declined and why; null if it was withdrawn or expired.</summary>
    [Id(1)] public DeclinedProposal? Declined { get; init; }
}

/// <summary>
/// Records the match of a proposal whose place the volunteer's grain has confirmed. One proposal makes one match, however often it is told.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.record-match")]
public sealed record RecordMatch : ResidentCommand
{
    [Id(0)] public required ProposalId Proposal { get; init; }

    [Id(1)] public required VolunteerId Volunteer { get; init; }

    [Id(2)] public ContactMode? Mode { get; init; }

    [Id(3)] public required DateOnly Since { get; init; }

    /// <summary>The household whose people are visited together and share the place; null = a place of her own.</summary>
    [Id(4)] public string? Household { get; init; }
}

/// <summary>The match no longer holds from <see cref="On"/>: her record ends it, then the volunteer frees the place.</summary>
[GenerateSerializer, Immutable, Alias("networks.end-match")]
public sealed record EndMatch : ResidentCommand
{
    [Id(0)] public required int Match { get; init; }

    [Id(1)] public required DateOnly On { get; init; }

    [Id(2)] public required MatchEnding Ending { get; init; }
}

/// <summary>
/// She is no longer on the register from <see cref="On"/>; her ties, memberships and match end that day and her places are freed.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.leave-register")]
public sealed record LeaveRegister : ResidentCommand
{
    [Id(0)] public required DateOnly On { get; init; }

    [Id(1)] public LeftReason? Reason { get; init; }
}

/// <summary>She was asked about her connections on <see cref="On"/>: from then on "nobody recorded" means something.</summary>
[GenerateSerializer, Immutable, Alias("networks.ask-about-connections")]
public sealed record AskAboutConnections : ResidentCommand
{
    [Id(0)] public required DateOnly On { get; init; }
}

/// <summary>She answered a questionnaire. The same instrument and day again puts the new answers over the old.</summary>
[GenerateSerializer, Immutable, Alias("networks.record-assessment")]
public sealed record RecordAssessment : ResidentCommand
{
    [Id(0)] public required Assessment Assessment { get; init; }
}

/// <summary>Something happened in her life.</summary>
[GenerateSerializer, Immutable, Alias("networks.record-life-event")]
public sealed record RecordLifeEvent : ResidentCommand
{
    [Id(0)] public required LifeEvent Event { get; init; }
}

/// <summary>She was asked to introduce somebody.</summary>
[GenerateSerializer, Immutable, Alias("networks.record-introduction")]
public sealed record RecordIntroduction : ResidentCommand
{
    /// <summary>The day she was asked.</summary>
    [Id(0)] public required DateOnly On { get; init; }
}

/// <summary>She came to a group; the first and the fourth time are milestones of her way into it.</summary>
[GenerateSerializer, Immutable, Alias("networks.record-attendance")]
public sealed record RecordAttendance : ResidentCommand
{
    [Id(0)] public required Attendance Attendance { get; init; }
}

/// <summary>She agrees to one use of her facts; a consent of the same kind that holds is replaced.</summary>
[GenerateSerializer, Immutable, Alias("networks.set-consent")]
public sealed record SetConsent : ResidentCommand
{
    [Id(0)] public required Consent Consent { get; init; }
}

/// <summary>
/// She takes a consent back from <see cref="On"/>. Without special-category consent her situations are removed from the record as well.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.withdraw-consent")]
public sealed record WithdrawConsent : ResidentCommand
{
    [Id(0)] public required string Kind { get; init; }

    [Id(1)] public required DateOnly On { get; init; }
}

/// <summary>A match has come a step further; a review may set when the next is due.</summary>
[GenerateSerializer, Immutable, Alias("networks.record-milestone")]
public sealed record RecordMilestone : ResidentCommand
{
    [Id(0)] public required int Match { get; init; }

    [Id(1)] public required Milestone Milestone { get; init; }

    /// <summary>When the next review is due; not given = as planned before, and none after a review.</summary>
    [Id(2)] public Change<DateOnly?> ReviewDue { get; init; }
}

/// <summary>She is not put forward before <see cref="Until"/>; her waiting time goes on.</summary>
[GenerateSerializer, Immutable, Alias("networks.pause-referral")]
public sealed record PauseReferral : ResidentCommand
{
    [Id(0)] public required DateOnly Until { get; init; }
}

/// <summary>She is put forward again from today.</summary>
[GenerateSerializer, Immutable, Alias("networks.resume-referral")]
public sealed record ResumeReferral : ResidentCommand;

/// <summary>
/// She asked to be forgotten: everything of her is removed, her places are freed, and her reference stays closed for good.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.erase-resident")]
public sealed record EraseResident : ResidentCommand;

/// <summary>
/// Import's way in for a resident already on the register: her record as the files and the present record say together. Open
/// proposals stay as they are. Places are not asked for: import gives the owners' takers with their own records.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.adopt-resident")]
public sealed record AdoptResident : ResidentCommand
{
    [Id(0)] public required Resident Merged { get; init; }
}
