using Networks.Domain.Commands;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using static System.FormattableString;

namespace Networks.Domain.Matches;

/// <summary>When a resident's matches begin and end. At most one is active, whichever one-to-one kind it is.</summary>
public static class MatchRules
{
    /// <summary>
    /// Refusals in order: proposal, volunteer, since; left, leaving, no-consent, matched. The same proposal again answers the match it made
    /// and changes nothing.
    /// </summary>
    public static Decision<Resident> Record(Resident present, RecordMatch command, Moment at)
    {
        if (present.Matches.FirstOrDefault(match => match.Proposal == command.Proposal) is { } made)
        {
            return Decision<Resident>.Unchanged(present, made.Number);
        }

        var refusal = Values.First(
            ProposalRules.IsHers(present, command.Proposal),
            ProposalRules.IsOf(command.Proposal, oneToOne: true),
            Values.Reference("volunteer", command.Volunteer.Value),
            Values.Planned("since", command.Since, at),
            ResidentRules.IsLeaving(present, at),
            ConsentRules.NotAgreed(present, at),
            Active(present, at) is { } other
                ? new WrongState("matched", $"'{present.Id}' is matched with '{other.Volunteer}'; end that match first.")
                : null);
        if (refusal is not null)
        {
            return refusal;
        }

        var number = present.Matches.IsEmpty ? 1 : present.Matches.Max(match => match.Number) + 1;
        var added = new Match
        {
            Number = number,
            Volunteer = command.Volunteer,
            Kind = command.Proposal.Kind,
            Mode = command.Mode,
            Since = command.Since,
            Proposal = command.Proposal,
            ReviewDue = MilestoneRules.FirstReview(command.Since),
            Household = command.Household,
        };
        return Decision<Resident>.Accept(
            present with
            {
                Matches = present.Matches.Add(added),
                Proposals = present.Proposals.RemoveAll(pending => pending.Proposal == command.Proposal),
            },
            number);
    }

    /// <summary>Refusals in order: no such match; on; ended otherwise. Ended just so is accepted again.</summary>
    public static Decision<Resident> End(Resident present, EndMatch command, Moment at)
    {
        if (Find(present, command.Match) is not { } match)
        {
            return new NotRegistered("match", new MatchId(present.Id, command.Match).ToString());
        }

        if (Values.End("on", match.Since, command.On, at) is { } invalid)
        {
            return invalid;
        }

        // An agreed end may be brought forward but not put off: the volunteer may have promised the place to somebody else by then.
        var isSame = match.EndedOn == command.On && match.Ending == command.Ending;
        return match.EndedOn is { } ended && !isSame && (ended <= at.Today || ended < command.On)
            ? new WrongState("ended", Invariant($"The match ends on {ended:yyyy-MM-dd} already."))
            : Decision<Resident>.Accept(
                present with { Matches = present.Matches.Replace(match, match with { EndedOn = command.On, Ending = command.Ending }) },
                match.Number);
    }

    /// <summary>The match with a number; null if she never had one so numbered.</summary>
    public static Match? Find(Resident resident, int number) => resident.Matches.FirstOrDefault(match => match.Number == number);

    /// <summary>The match that holds, or is agreed for a later day; null if there is none.</summary>
    public static Match? Active(Resident resident, Moment at) =>
        resident.Matches.FirstOrDefault(match => match.EndedOn is null || match.EndedOn > at.Today);

    internal static InvalidValue? AtMostOneActive(Resident resident, Moment at) =>
        resident.Matches.Count(match => match.EndedOn is null || match.EndedOn > at.Today) <= 1
            ? null
            : new InvalidValue("matches", $"'{resident.Id}' would have more than one active match; end all but one.");
}
