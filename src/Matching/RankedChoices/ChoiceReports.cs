using System.Collections.Immutable;
using Networks.Matching.Policies;
using Networks.Matching.Solvers;

namespace Networks.Matching.RankedChoices;

/// <summary>Looks for blocking pairs in any plan, by the policy's choices or, where it has none, by the default ones.</summary>
internal static class ChoiceReports
{
    public static ChoiceReport Of(SolvedProblem solved, CancellationToken cancellationToken)
    {
        var (problem, policy) = (solved.Problem, solved.Problem.Problem.Policy.RankedChoices);
        var lists = new ChoiceLists(problem, problem.Arcs, problem.Places, policy ?? ChoicePolicy.Default);
        var there = Enumerable.Range(0, problem.Wishes.Length).Where(wish => solved.Assignment.OfferOf[wish] >= 0)
            .ToLookup(wish => problem.Parts.First[solved.Assignment.OfferOf[wish]]);
        var needed = new Dictionary<int, (long Fetched, long Others)>();
        foreach (var offer in problem.OfferAt.Values)
        {
            needed[offer] = lists.Needed(offer, [.. there[offer]]);
        }

        var (first, all) = (ImmutableArray.CreateBuilder<BlockingPair>(), 0);
        for (var wish = 0; wish < problem.Wishes.Length; wish++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var has = solved.Assignment.OfferOf[wish] is >= 0 and var part ? problem.Parts.First[part] : -1;
            foreach (var offer in lists.Rather(wish, has))
            {
                if (lists.RankOf(offer, wish) < (lists.NeedsSeat(offer, wish) ? needed[offer].Fetched : needed[offer].Others))
                {
                    all++;
                    if (first.Count < ChoiceReport.PairsMax)
                    {
                        first.Add(new BlockingPair(
                            problem.Wishes[wish].Resident, problem.Wishes[wish].Class, problem.Offers[offer].Offer,
                            has < 0 ? null : problem.Offers[has].Offer));
                    }
                }
            }
        }

        return new ChoiceReport(policy is not null, all, first.ToImmutable());
    }
}
