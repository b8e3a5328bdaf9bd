using System.Collections.Immutable;
using Networks.Matching.Allocations;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;

namespace Networks.Matching.MarginalValues;

/// <summary>What one more or one fewer place at each offer would change, read off the optimum instead of solving again for each.</summary>
internal static class MarginalValueFinder
{
    /// <summary>How many more places at one offer are looked at.</summary>
    public const int PlacesMax = 5;

    public static ImmutableArray<MarginalValue> Find(
        SolvedProblem solved, Residual residual, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        int[] offers = [.. solved.Problem.Parts.First.Distinct()];
        var gains = Gains(solved, residual);
        var values = ImmutableArray.CreateBuilder<MarginalValue>(offers.Length);
        foreach (var offer in offers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new SolveProgress("places", values.Count, offers.Length));
            values.Add(Of(solved, residual, offer, gains[solved.Problem.Growing(offer)]));
        }

        return values.MoveToImmutable();
    }

    private static long[] Gains(SolvedProblem solved, Residual residual)
    {
        var arcs = solved.Problem.Arcs;
        return PlaceGains.Of(
            new AllocationProblem(arcs.Start, arcs.Offer, arcs.Fit, solved.Problem.Places),
            new Allocation(solved.Assignment.OfferOf, solved.Value, solved.Price, residual.FirstPersonOf, 0, 0));
    }

    /// <summary>Change of total fit with one more place where the same people are helped.</summary>
    internal static long WithoutAnybodyNew(SolvedProblem solved, Residual residual, int offer) =>
        solved.Assignment.HasFree(offer) || residual.LeavingCost[offer] == long.MaxValue
            ? 0
            : Math.Max(0, solved.Price[offer] - residual.LeavingCost[offer]);

    private static MarginalValue Of(SolvedProblem solved, Residual residual, int at, long gain)
    {
        var problem = solved.Problem;
        var (offer, first) = (problem.Offers[at], residual.FirstPersonOf[problem.Growing(at)]);
        var person = first < 0 ? null : problem.Wishes[first];
        ImmutableArray<int> further = first < 0
            ? [.. Enumerable.Repeat(0, PlacesMax - 1)]
            : [.. residual.FurtherMatches(at, PlacesMax)];
        var value = new MarginalValue
        {
            Offer = offer.Offer,
            Kind = offer.Kinds.Length > 0 ? offer.Kinds.Min() : Domain.Matches.OfferKind.Other,
            Ward = offer.Ward,
            Places = offer.Places,
            PlusOneMatches = first < 0 ? 0 : 1,
            PlusOneBand = person is null ? null : WishOrder.Band(person.Seeker, problem.Problem),
            PlusOneFit = gain,
            FurtherMatches = further,
            MinusOneMatches = LosesOne(solved, residual, at) ? -1 : 0,
            FirstPerson = person?.Resident,
            Sentence = "",
        };
        return value with { Sentence = MarginalSentences.Of(value, person, problem.Problem, Used(solved, at)) };
    }

    /// <summary>Places that are taken, pins included.</summary>
    internal static int Used(SolvedProblem solved, int offer) =>
        solved.Assignment.Taken(offer)
        + (solved.Problem.Parts.IsDivided(offer) ? solved.Assignment.Taken(offer + 1) : 0)
        + (solved.Problem.Problem.Pins.IsEmpty ? 0 : solved.Problem.PinOf.Count(pinned => pinned == offer));

    // A place that pins alone use up cannot be given back by moving anybody: pins stay.
    private static bool LosesOne(SolvedProblem solved, Residual residual, int offer)
    {
        var part = solved.Problem.Shrinking(offer);
        if (solved.Problem.Offers[offer].Places is not > 0 || solved.Assignment.HasFree(part))
        {
            return false;
        }

        return solved.Assignment.Taken(part) == 0 || !residual.CanMakeRoom[part];
    }
}
