using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;

namespace Networks.Matching.MarginalValues;

/// <summary>Values of places in a round that keeps bounds or respects ranked choices: solved again for each place.</summary>
internal static class MarginalsAgain
{
    public static ImmutableArray<MarginalValue> Find(
        SolvedProblem solved, RoundAgain places, IProgress<SolveProgress>? progress,
        CancellationToken cancellationToken)
    {
        int[] offers = [.. solved.Problem.Parts.First.Distinct()];
        var (values, done) = (new MarginalValue[offers.Length], 0);
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, offers.Length, options, at =>
        {
            values[at] = Of(solved, places, offers[at], cancellationToken);
            progress?.Report(new SolveProgress("places", Interlocked.Increment(ref done), offers.Length));
        });
        return [.. values];
    }

    private static MarginalValue Of(
        SolvedProblem solved, RoundAgain places, int at, CancellationToken cancellationToken)
    {
        var (problem, offer, now) = (solved.Problem, solved.Problem.Offers[at], places.Now);
        int More(int change) => places.With(at, change, cancellationToken)!.Count(helped => helped) - now.Count(helped => helped);
        var isLimited = offer.Places is not null;
        var then = isLimited ? places.With(at, 1, cancellationToken)! : now;
        var first = Enumerable.Range(0, now.Length).FirstOrDefault(wish => then[wish] && !now[wish], -1);
        var person = first < 0 ? null : problem.Wishes[first];
        var value = new MarginalValue
        {
            Offer = offer.Offer,
            Kind = offer.Kinds.Length > 0 ? offer.Kinds.Min() : OfferKind.Other,
            Ward = offer.Ward,
            Places = offer.Places,
            PlusOneMatches = isLimited ? More(1) : 0,
            PlusOneBand = person is null ? null : WishOrder.Band(person.Seeker, problem.Problem),
            PlusOneFit = isLimited ? places.PlusOneFit(at, cancellationToken) : 0,
            FurtherMatches = isLimited
                ? [.. Enumerable.Range(2, MarginalValueFinder.PlacesMax - 1).Select(More)]
                : [.. Enumerable.Repeat(0, MarginalValueFinder.PlacesMax - 1)],
            MinusOneMatches = Fewer(solved, places, at, cancellationToken),
            FirstPerson = person?.Resident,
            Sentence = "",
        };
        return value with { Sentence = MarginalSentences.OfBounded(value, person, problem.Problem, MarginalValueFinder.Used(solved, at)) };
    }

    // Where no plan keeps the bounds without the place, somebody they are for would wait.
    private static int Fewer(SolvedProblem solved, RoundAgain places, int at, CancellationToken cancellationToken)
    {
        var part = solved.Problem.Shrinking(at);
        if (solved.Problem.Offers[at].Places is not > 0 || solved.Assignment.HasFree(part))
        {
            return 0;
        }

        return solved.Assignment.Taken(part) == 0 || places.With(at, -1, cancellationToken) is not { } then ? -1
            : then.Count(helped => helped) - places.Now.Count(helped => helped);
    }
}
