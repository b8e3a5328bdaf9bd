using System.Globalization;
using Networks.Matching.Fairness;
using Networks.Matching.Solvers;

namespace Networks.Matching.Reasons;

/// <summary>Why somebody whom offers fit has no place in a round that keeps bounds, where it is a bound that stands in the way.</summary>
internal sealed class BoundWords(SolvedProblem solved, Residual residual, BoundedPlaces places)
{
    private const int PlacesMax = 5;

    private BoundedGroups Groups => places.Groups;

    /// <summary>
    /// No place this round where she would have none without any bound; else the quota of her group if it was full at her turn, else the
    /// guarantees of others.
    /// </summary>
    public UnmatchedReason ReasonOf(int wish)
    {
        var reach = residual.ReachOf(solved.Problem.Arcs.OffersOf(wish).ToArray());
        if (!reach.HasFree && reach.LastRank < wish)
        {
            return UnmatchedReason.NoPlaceThisRound;
        }

        return IsQuotaReached(wish) ? UnmatchedReason.QuotaReached : UnmatchedReason.KeptForGuarantee;
    }

    /// <summary>The bound in one sentence; null where none stands in the way.</summary>
    public string? Explain(int wish, UnmatchedReason reason) => reason switch
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
    public Repair? Repair(int wish, UnmatchedReason reason, CancellationToken cancellationToken)
    {
        for (var more = 1; more <= PlacesMax && reason == UnmatchedReason.QuotaReached; more++)
        {
            if (places.HelpsWithQuota(wish, more, cancellationToken))
            {
                return new Repair(
                    null, string.Create(CultureInfo.InvariantCulture, $"a quota of {Bound(wish).AtMost + more} for {Name(wish)}"), true, 0);
            }
        }

        var (with, place) = (Nearest(wish, cancellationToken), KindWords.Place(solved.Problem.Wishes[wish]));
        return with is { } found
            ? new Repair(
                null,
                $"{Phrases.Count(found.Places)} more {(found.Places == 1 ? place : Phrases.Plural(place))} with "
                    + solved.Problem.Offers[found.Offer].Offer.Value,
                true,
                1)
            : null;
    }

    /// <summary>The fewest further places at one of her own offers that would bring her in; null if five would not.</summary>
    public (int Offer, int Places)? Nearest(int wish, CancellationToken cancellationToken)
    {
        var own = solved.Problem.Arcs.OffersOf(wish).ToArray().Select(part => solved.Problem.Parts.First[part]).Distinct().ToArray();
        for (var more = 1; more <= PlacesMax; more++)
        {
            foreach (var offer in own.Where(offer => solved.Problem.Offers[offer].Places is not null))
            {
                if (places.With(offer, more, cancellationToken)![wish])
                {
                    return (offer, more);
                }
            }
        }

        return null;
    }

    /// <summary>True if a place of these parts, could she have it, would help her in this round.</summary>
    public bool HelpsWith(int wish, IReadOnlyCollection<int> parts, CancellationToken cancellationToken) =>
        places.HelpsWith(wish, parts, cancellationToken);

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
