using System.Globalization;
using Networks.Matching.Fairness;
using Networks.Matching.Solvers;

namespace Networks.Matching.Reasons;

/// <summary>Why somebody whom offers fit has no place in a round that keeps bounds, where it is a bound that stands in the way.</summary>
internal sealed class BoundWords(SolvedProblem solved, Residual residual, BoundedPlaces places) : WordsAgain(places)
{
    private BoundedGroups Groups => places.Groups;

    public override bool TellsCrowd(UnmatchedReason reason) => reason == UnmatchedReason.NoPlaceThisRound;

    /// <summary>
    /// No place this round where she would have none without any bound; else the quota of her group if it was full at her turn, else the
    /// guarantees of others.
    /// </summary>
    public override UnmatchedReason ReasonOf(int wish)
    {
        var reach = residual.ReachOf(solved.Problem.Arcs.OffersOf(wish).ToArray());
        if (!reach.HasFree && reach.LastRank < wish)
        {
            return UnmatchedReason.NoPlaceThisRound;
        }

        return IsQuotaReached(wish) ? UnmatchedReason.QuotaReached : UnmatchedReason.KeptForGuarantee;
    }

    /// <summary>The bound in one sentence; null where none stands in the way.</summary>
    public override string? Explain(int wish, UnmatchedReason reason) => reason switch
    {
        UnmatchedReason.QuotaReached => string.Create(
            CultureInfo.InvariantCulture,
            $"The people helped before leave a place that fits. Of {Name(wish)} this round's policy helps at most {Bound(wish).AtMost}, "
            + $"and as many were pinned, or had a more urgent need or a longer wait."),
        UnmatchedReason.KeptForGuarantee =>
            $"The people helped before leave a place that fits. It is needed for {Phrases.List(Guaranteed(wish))}, as this round's policy "
            + "guarantees, which could not be kept otherwise.",
        _ => null,
    };

    /// <summary>The smallest change of a bound, or else of places, that would help her; null if none up to five does.</summary>
    public override Repair? Repair(int wish, UnmatchedReason reason, CancellationToken cancellationToken)
    {
        for (var more = 1; more <= PlacesMax && reason == UnmatchedReason.QuotaReached; more++)
        {
            if (places.HelpsWithQuota(wish, more, cancellationToken))
            {
                return new Repair(
                    null, string.Create(CultureInfo.InvariantCulture, $"a quota of {Bound(wish).AtMost + more} for {Name(wish)}"), true, 0);
            }
        }

        return MorePlaces(solved.Problem, wish, cancellationToken);
    }

    private string Name(int wish) => Groups.Name(Groups.Of[wish]);

    private GroupBound Bound(int wish) => Groups.Bounds.Groups[Groups.Of[wish]];

    private bool IsQuotaReached(int wish)
    {
        var group = Groups.Of[wish];
        return group < Groups.Bounds.Groups.Length
            && Enumerable.Range(0, wish).Count(before => places.Now[before] && Groups.Of[before] == group) >= Groups.Most[group];
    }

    // Whoever comes after her and has a place that moving people about could give her has it for a guarantee.
    private List<string> Guaranteed(int wish)
    {
        var reach = residual.ReachOf(solved.Problem.Arcs.OffersOf(wish).ToArray());
        return
        [
            .. reach.Offers().SelectMany(offer => solved.Assignment.Occupants(offer).ToArray()).Where(occupant => occupant > wish)
                .Select(occupant => Groups.Of[occupant]).Distinct().Order()
                .Where(group => Groups.Least[group] > 0)
                .Select(group => string.Create(
                    CultureInfo.InvariantCulture, $"{Groups.Name(group)} (at least {Groups.Bounds.Groups[group].AtLeast})")),
        ];
    }
}
