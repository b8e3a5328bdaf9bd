using System.Globalization;
using Networks.Domain.Measures;
using Networks.Grains.MatchingRounds;
using Networks.Matching.Fairness;
using Networks.Matching.Plans;
using Networks.Matching.RankedChoices;
using Networks.Matching.Rounds;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>What the terminal says of a round.</summary>
internal static class RoundSummary
{
    /// <summary>Every proposal in full, then what the plan reaches, and what to type next unless it is published at once.</summary>
    public static IEnumerable<string> Of(RoundReading round, RoundSolution solution, string directory, bool isPublished)
    {
        foreach (var match in solution.Matches.Where(match => match.InFull.Length > 0))
        {
            yield return match.InFull;
            yield return "";
        }

        var objective = solution.Plan.Objective;
        var bands = string.Join(", ", objective.MatchedByBand.Select(
            (count, at) => string.Create(CultureInfo.InvariantCulture, $"{count} of band {at + 1}")));
        yield return string.Create(CultureInfo.InvariantCulture,
            $"Round {round.Name}, {round.AsOf:d MMM yyyy}: {objective.Matched} of {objective.Waiting} wishes can be met ({bands}); "
                + $"{objective.PlacesUnused} of {objective.Places} free places stay free.");
        foreach (var bound in solution.Bounds)
        {
            yield return Bound(bound);
        }

        if (solution.Choices is { } choices)
        {
            yield return Choices(choices);
        }

        yield return round.Certificate is { Verified: true } certificate
            ? solution.Choices is { AreRespected: true } ? $"No plan respects everybody's choices and gives anybody a higher one: proved "
                + $"and checked (certificate {certificate.Digest[..12]})."
            : string.Create(CultureInfo.InvariantCulture, $"No other plan{(solution.Bounds.IsEmpty ? "" : " within these bounds")} "
                + $"helps more urgent or longer waits, nor these people better: fit {objective.Fit}, proved and checked (certificate "
                + $"{certificate.Digest[..12]}).")
            : "The plan's proof was not checked.";
        yield return $"Written to {directory}: problem.json, plan.csv, unmatched.csv, marginal.csv, certificate.json. Values of one "
            + $"more place at different offers do not add up.";
        if (!isPublished)
        {
            yield return $"Next: fill the column decision of plan.csv with yes, no or later, and decided_by with your name, then: "
                + $"networks match --round {round.Name} --decisions {Path.Combine(directory, RoundFolder.PlanFileName)} --publish";
        }
    }

    private static string Choices(ChoiceReport choices) => choices switch
    {
        { AreRespected: true } =>
            "Ranked choices are respected: nobody is kept from a place she ranks higher by somebody it ranks after her.",
        { BlockingPairs: 0 } => "No two people and places would both rather have each other than what this plan gives them.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{choices.BlockingPairs} pairs")
            + " would both rather have each other than what this plan gives them; with rankedChoices in the policy there would be none.",
    };

    // "Kept: ward E05001390, at least 4: 4 of 9 helped. One fewer is helped: one instead of two; the plan's fit changes by -210."
    private static string Bound(BoundOutcome outcome)
    {
        var limits = string.Join(", ", new[] { ("at least", outcome.Bound.AtLeast), ("at most", outcome.Bound.AtMost) }
            .Where(limit => limit.Item2 is not null)
            .Select(limit => string.Create(CultureInfo.InvariantCulture, $"{limit.Item1} {limit.Item2}")));
        var helped = outcome.Helped?.ToString(CultureInfo.InvariantCulture) ?? "some";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Kept: {Vocabulary<FairnessDimension>.Word(outcome.Dimension)} {outcome.Bound.Group}, {limits}: {helped} of "
            + $"{outcome.Waiting} helped. {outcome.Price.Sentence}");
    }

    /// <summary>What moved against the plan before; nothing where none stood before.</summary>
    public static IEnumerable<string> OfDifference(PlanDifference? difference)
    {
        const int MovesShown = 20;
        if (difference is null)
        {
            yield break;
        }

        yield return $"Against the plan before: {difference.Sentence}";
        foreach (var move in difference.Moves.Take(MovesShown))
        {
            yield return $"  {move.Sentence}";
        }

        if (difference.Moves.Length > MovesShown)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  and {difference.Moves.Length - MovesShown} more.");
        }
    }

    public static IEnumerable<string> OfPublished(RoundReading round, int undecided)
    {
        var held = round.Proposals.Where(proposal =>
            proposal.Stage is ProposalStage.Held or ProposalStage.Accepted or ProposalStage.Confirmed).ToArray();
        var places = held.Select(proposal => proposal.Household is { } home ? $"{proposal.Offer} {home}" : $"{proposal.Id}")
            .Distinct(StringComparer.Ordinal).Count();
        var until = held.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $" until {held.Max(proposal => proposal.HoldUntil):d MMM yyyy}");
        yield return string.Create(CultureInfo.InvariantCulture,
            $"Published by {round.PublishedBy}: {places} {(places == 1 ? "place" : "places")} held{until}. "
            + $"Nothing is sent to anyone.");
        foreach (var proposal in round.Proposals.Where(proposal =>
            proposal.Stage == ProposalStage.Withdrawn && proposal.ApprovedBy is not null))
        {
            yield return $"Not held: {Vocabulary<Networks.Domain.Matches.OfferKind>.Word(proposal.Id.Kind)} for {proposal.Resident}: "
                + $"{proposal.Note}";
        }

        if (undecided > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{undecided} {(undecided == 1 ? "pair" : "pairs")} without a yes not published; nobody's wait is lost.");
        }

        yield return "Next: ring both sides of each, and record what they say with acceptProposal or declineProposal (docs/graphql.md).";
    }
}
