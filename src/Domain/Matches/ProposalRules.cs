using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using static System.FormattableString;

namespace Networks.Domain.Matches;

/// <summary>When a resident may be asked about a proposal: never about two of one kind at once, whichever rounds they come from.</summary>
public static class ProposalRules
{
    /// <summary>Most declined proposals one record keeps; the oldest go first.</summary>
    public const int DeclinedMax = 1_000;

    /// <summary>Most days of proposals one record keeps; the oldest go first.</summary>
    public const int ProposedMax = 1_000;

    /// <summary>
    /// Refusals in order: proposal; left, leaving, no-consent, paused, expired, matched, given, proposed. Opening the same proposal again
    /// changes nothing.
    /// </summary>
    public static Decision<Resident> Open(Resident present, OpenProposal command, Moment at)
    {
        if (present.Proposals.Any(pending => pending.Proposal == command.Proposal && pending.ExpiresAt > at.Now))
        {
            return Decision<Resident>.Unchanged(present);
        }

        var kind = command.Proposal.Kind;
        var open = present.Proposals.RemoveAll(pending => pending.ExpiresAt <= at.Now);
        var other = open.FirstOrDefault(pending => pending.Proposal.Kind == kind);
        var refusal = Values.First(
            IsHers(present, command.Proposal),
            ResidentRules.IsLeaving(present, at),
            ConsentRules.NotAgreed(present, at),
            present.Facts.PausedUntil is { } until && until > at.Today
                ? new WrongState("paused", Invariant($"'{present.Id}' is not to be asked before {until:yyyy-MM-dd}."))
                : null,
            command.ExpiresAt > at.Now ? null : new WrongState("expired", $"Proposal '{command.Proposal}' has expired; open a new round."),
            kind.IsOneToOne() && MatchRules.Active(present, at) is { } match
                ? new WrongState("matched", $"'{present.Id}' is matched with '{match.Volunteer}'; end that match first.")
                : null,
            kind.IsOneToOne() ? null : MembershipRules.Given(present, at),
            other is null ? null : new WrongState("proposed", $"Proposal '{other.Proposal}' awaits an answer; decline it first."));
        return refusal is not null ? refusal : Decision<Resident>.Accept(present with
        {
            Proposals = open.Add(new PendingProposal(command.Proposal, command.ExpiresAt, command.Offer)),
            ProposedOn = [.. present.ProposedOn.Add(at.Today).TakeLast(ProposedMax)],
        });
    }

    /// <summary>
    /// True if she may be asked about something new on <paramref name="day"/>: on the register, not paused, and agreed to matching.
    /// </summary>
    public static bool MayBePutForward(ResidentFacts facts, DateOnly day) =>
        facts.OnRegister(day) && !(facts.PausedUntil > day) && facts.HasConsent(Consent.Matching, day);

    /// <summary>
    /// Whoever may not be put forward any more after a change is asked about nothing that was still open; her record gives those places
    /// back (<see cref="LeavingRules.LetGo"/>).
    /// </summary>
    internal static Decision<Resident> WithoutLapsed(Resident present, Decision<Resident> decision, Moment at) =>
        decision is { IsChange: true, Next: { Proposals.IsEmpty: false } next }
            && MayBePutForward(present.Facts, at.Today) && !MayBePutForward(next.Facts, at.Today)
            ? Decision<Resident>.Accept(next with { Proposals = [] }, decision.Number)
            : decision;

    /// <summary>
    /// Refused only if what was declined is no proposal of hers: what is not open stays closed, and what was declined is remembered once.
    /// </summary>
    public static Decision<Resident> Close(Resident present, CloseProposal command, Moment at)
    {
        if (command.Declined is { } told && Declined(present, command.Proposal, told, at) is { } refusal)
        {
            return refusal;
        }

        var rest = present.Proposals.RemoveAll(pending => pending.Proposal == command.Proposal);
        var isNew = command.Declined is not null && present.Declined.All(known => known.Proposal != command.Proposal);
        if (rest.Length == present.Proposals.Length && !isNew)
        {
            return Decision<Resident>.Unchanged(present);
        }

        return Decision<Resident>.Accept(present with
        {
            Proposals = rest,
            Declined = isNew ? [.. present.Declined.Add(command.Declined!).TakeLast(DeclinedMax)] : present.Declined,
        });
    }

    private static Refusal? Declined(Resident present, ProposalId proposal, DeclinedProposal declined, Moment at) => Values.First(
        IsHers(present, proposal),
        declined.Proposal == proposal
            ? null
            : new InvalidValue("declined", $"It is about '{declined.Proposal}', not about '{proposal}'."),
        Values.Past("declined", declined.On, at));

    /// <summary>A match comes of a kind that volunteers give one to one, a membership of a kind that groups give.</summary>
    internal static InvalidValue? IsOf(ProposalId proposal, bool oneToOne) => proposal.Kind.IsOneToOne() == oneToOne
        ? null
        : new InvalidValue("proposal", oneToOne
            ? $"'{proposal}' is about a group; it is joined, not matched."
            : $"'{proposal}' is about a volunteer; it is matched, not joined.");

    internal static InvalidValue? IsHers(Resident resident, ProposalId proposal) => proposal.Resident == resident.Id
        ? null
        : new InvalidValue("proposal", $"'{proposal}' is about '{proposal.Resident}', not about '{resident.Id}'.");
}
