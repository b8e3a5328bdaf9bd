using Networks.Domain.Assessments;
using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.LifeEvents;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Ties;
using static System.FormattableString;

namespace Networks.Domain.Residents;

/// <summary>
/// The rulebook of a resident's record: for each command what shall be, or why not. It changes nothing and knows no clock, so the live
/// system, import and simulation decide alike.
/// </summary>
public static class ResidentRules
{
    /// <summary>
    /// Decides <paramref name="command"/> for the resident <paramref name="id"/>, whose record is <paramref name="present"/>, if there is
    /// one.
    /// </summary>
    public static Decision<Resident> Decide(ResidentId id, Resident? present, ResidentCommand command, Moment at)
    {
        if (command is RegisterResident register)
        {
            return Register(id, present, register, at);
        }

        return present is null
            ? new NotRegistered("resident", id.Value)
            : Dated(present, ProposalRules.WithoutLapsed(present, Decide(present, command, at), at), at);
    }

    /// <summary>How a person who is no longer on the register answers every wish for something new.</summary>
    internal static WrongState? HasLeft(Resident resident, Moment at) => resident.Facts.LeftOn is { } left && left <= at.Today
        ? new WrongState("left", Invariant($"Resident '{resident.Id}' is no longer on the register since {left:yyyy-MM-dd}."))
        : null;

    /// <summary>
    /// How a person who has left, or is to leave, answers whatever would take a place: nobody would give it back on the day she leaves.
    /// </summary>
    internal static WrongState? IsLeaving(Resident resident, Moment at) => HasLeft(resident, at) ?? (resident.Facts.LeftOn is { } leaving
        ? new WrongState("leaving", Invariant($"Resident '{resident.Id}' leaves the register on {leaving:yyyy-MM-dd}."))
        : null);

    /// <summary>How a person who had left answers what is told of a day: before she left it may still be written down.</summary>
    internal static WrongState? HadLeft(Resident resident, DateOnly on) => resident.Facts.LeftOn is { } left && left <= on
        ? new WrongState("left", Invariant($"Resident '{resident.Id}' is no longer on the register since {left:yyyy-MM-dd}, before this."))
        : null;

    private static Decision<Resident> Dated(Resident present, Decision<Resident> decision, Moment at) => decision.IsChange
        ? Decision<Resident>.Accept(ResidentHistory.Kept(present, decision.Next!, at.Today), decision.Number)
        : decision;

    private static Decision<Resident> Decide(Resident present, ResidentCommand command, Moment at) => command switch
    {
        UpdateResident update => Update(present, update, at),
        RecordTie tie => TieRules.Record(present, tie, at),
        EndTie tie => TieRules.End(present, tie, at),
        RecordContact contact => ContactRules.Record(present, contact, at),
        JoinGroup join => MembershipRules.Join(present, join, at),
        LeaveGroup leave => MembershipRules.Leave(present, leave, at),
        OpenProposal proposal => ProposalRules.Open(present, proposal, at),
        CloseProposal proposal => ProposalRules.Close(present, proposal, at),
        RecordMatch match => MatchRules.Record(present, match, at),
        EndMatch match => MatchRules.End(present, match, at),
        RecordMilestone milestone => MilestoneRules.Record(present, milestone, at),
        AskAboutConnections asked => Ask(present, asked, at),
        RecordAssessment assessment => AssessmentRules.Record(present, assessment, at),
        RecordLifeEvent happened => LifeEventRules.Record(present, happened, at),
        RecordIntroduction asked => IntroductionRules.Record(present, asked, at),
        RecordAttendance attendance => AttendanceRules.Record(present, attendance, at),
        SetConsent consent => ConsentRules.Set(present, consent, at),
        WithdrawConsent consent => ConsentRules.Withdraw(present, consent, at),
        PauseReferral pause => ReferralRules.Pause(present, pause, at),
        ResumeReferral => ReferralRules.Resume(present, at),
        EraseResident => Decision<Resident>.Accept(present),
        LeaveRegister leave => LeavingRules.Leave(present, leave, at),
        AdoptResident adopt => Adopt(present, adopt, at),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "No rule for this command."),
    };

    private static Decision<Resident> Register(ResidentId id, Resident? present, RegisterResident command, Moment at)
    {
        if (present is not null)
        {
            return new AlreadyRegistered("resident", id.Value);
        }

        var facts = command.Facts with { RegisteredOn = command.Facts.RegisteredOn ?? at.Today };
        return Values.First(Values.Reference("reference", id.Value), ResidentFactsRules.Fault(facts, at)) is { } refusal
            ? refusal
            : Decision<Resident>.Accept(Stamped(null, new Resident { Id = id, Facts = facts }, at));
    }

    private static Decision<Resident> Update(Resident present, UpdateResident command, Moment at)
    {
        // A consent that has run out since must not stand in the way of a change that does not speak of situations.
        var next = command.Set.Over(present.Facts);
        var facts = command.Set.Situations.IsGiven ? next : ConsentRules.Kept(next, at);
        return Values.First(ResidentFactsRules.Fault(facts, at), HasLeft(present, at)) is { } refusal
            ? refusal
            : Decision<Resident>.Accept(Stamped(present, present with { Facts = facts }, at));
    }

    /// <summary>Refusals in order: on; left. The latest day stands, whichever is told last.</summary>
    private static Decision<Resident> Ask(Resident present, AskAboutConnections command, Moment at)
    {
        if (Values.First(Values.Past("on", command.On, at), HadLeft(present, command.On)) is { } refusal)
        {
            return refusal;
        }

        return present.Facts.ConnectionsAskedOn >= command.On
            ? Decision<Resident>.Unchanged(present)
            : Decision<Resident>.Accept(present with { Facts = present.Facts with { ConnectionsAskedOn = command.On } });
    }

    private static Decision<Resident> Adopt(Resident present, AdoptResident command, Moment at)
    {
        var merged = command.Merged with { Proposals = present.Proposals, Facts = ConsentRules.Kept(command.Merged.Facts, at) };
        var refusal = Values.First(
            merged.Id == present.Id ? null : new InvalidValue("merged", $"It is the record of '{merged.Id}', not of '{present.Id}'."),
            ResidentFactsRules.Fault(merged.Facts, at),
            MatchRules.AtMostOneActive(merged, at));
        return refusal is not null ? refusal : Decision<Resident>.Accept(Stamped(present, merged, at));
    }

    private static Resident Stamped(Resident? present, Resident next, Moment at) => next with
    {
        RecordedOn = next.RecordedOn ?? present?.RecordedOn ?? at.Today,
        Facts = next.Facts with { Consents = ConsentRules.Stamped(present?.Facts.Consents ?? [], next.Facts.Consents, at) },
    };
}
