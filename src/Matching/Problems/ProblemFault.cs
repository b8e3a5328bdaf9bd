namespace Networks.Matching.Problems;

/// <summary>What makes a problem no problem at all: it must be put right before anything can be decided.</summary>
public static class ProblemFault
{
    /// <summary>The first fault in one sentence; null if there is none.</summary>
    public static string? Of(MatchingProblem problem) =>
        Twice(problem.Seekers.Select(seeker => seeker.Resident.Value).Concat(problem.Withdrawn.Select(gone => gone.Value)), "resident")
        ?? Twice(problem.Offers.Select(offer => offer.Offer.ToString()), "offer")
        ?? Twice(problem.Wards.Select(ward => ward.Code.Value), "ward")
        ?? problem.Offers.Where(offer => offer.Places < 0).Select(offer => $"{offer.Offer} has fewer than 0 places.").FirstOrDefault()
        ?? UnknownPin(problem)
        ?? (problem.Policy is { VisitedTogether.IsEmpty: false } and not { Bounds: null, RankedChoices: null }
            ? "A round in which households are visited together can neither keep guarantees and quotas nor respect ranked choices; "
                + "take one of them out of the policy."
            : null);

    private static string? Twice(IEnumerable<string> references, string noun)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return references.Where(reference => !seen.Add(reference))
            .Select(reference => $"The {noun} {reference} is in the problem twice.")
            .FirstOrDefault();
    }

    private static string? UnknownPin(MatchingProblem problem)
    {
        var residents = problem.Seekers.Select(seeker => seeker.Resident).ToHashSet();
        var offers = problem.Offers.Select(offer => offer.Offer).ToHashSet();
        foreach (var rule in problem.Pins.Concat(problem.Forbids))
        {
            if (!residents.Contains(rule.Resident) || !offers.Contains(rule.Offer))
            {
                var missing = residents.Contains(rule.Resident) ? rule.Offer.ToString() : rule.Resident.Value;
                return $"{rule.Resident} with {rule.Offer}: {missing} is not in this round.";
            }
        }

        return problem.Pins.GroupBy(pin => (pin.Resident, pin.Offer)).Any(pins => pins.Count() > 1)
            ? "A pair is pinned twice."
            : problem.Before.GroupBy(pair => (pair.Resident, pair.Offer.Holder)).Where(pairs => pairs.Count() > 1)
                .Select(pairs => $"{pairs.Key.Resident} had two places of one sort in the plan before.").FirstOrDefault();
    }
}
