using Networks.Matching.Fits;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;

namespace Networks.Matching.Tests.Reasons;

/// <summary>What is counted of the offers a person could not have, beside lists of every pair judged.</summary>
public class ConsideredTests
{
    [Fact]
    public void What_is_counted_is_what_judging_every_offer_gives()
    {
        var blocked = 0;
        for (var seed = 1; seed <= 800; seed++)
        {
            blocked += DemandSame(RandomRounds.Of(seed, 8, 10, 2), seed);
            blocked += DemandSame(ScatteredRounds.Of(RandomRounds.Of(seed, 8, 10, 2), new Random(seed)), seed);
        }

        Assert.True(blocked > 40_000, $"Only {blocked} pairs were blocked: the rounds say too little.");
    }

    private static int DemandSame(MatchingProblem asked, int seed)
    {
        var problem = CompiledProblem.Of(asked, CancellationToken.None).Compiled!;
        var (considered, blocked) = (new Considered(problem), 0);
        for (var wish = 0; wish < problem.Wishes.Length; wish++)
        {
            var all = Enumerable.Range(0, problem.Offers.Length)
                .Where(offer => problem.Parts.First[offer] == offer && problem.Considers(wish, offer))
                .Select(offer => (Offer: offer, Verdict: problem.Judge(wish, offer))).ToArray();
            considered.LookAt(wish, onlyFitting: false);
            Assert.Equal(all.Length, considered.Offers);
            Assert.Equal(all.Count(pair => pair.Verdict.Passes), considered.Fitting);
            Assert.Equal(all.Where(pair => pair.Verdict.Passes).Select(pair => pair.Offer), considered.OffersThatFit());
            Assert.Equal(all.All(pair => pair.Verdict.Misfits.Length > 1), considered.EachHasSeveral);
            Assert.True(Counts(problem, all).SequenceEqual(considered.Counts), $"Seed {seed}, wish {wish}: other counts.");
            Assert.Equal(Nearest(all), considered.NearestTooFar() is { } near ? (near.Offer, near.Beyond.Value, near.IsNearest) : null);
            DemandSameLeft(all, considered);
            blocked += all.Count(pair => !pair.Verdict.Passes);
        }

        return blocked;
    }

    private static ConstraintCount[] Counts(CompiledProblem problem, (int Offer, Verdict Verdict)[] all) =>
    [
        .. Enum.GetValues<Constraint>().Select(constraint => constraint == Constraint.GroupFull
                ? new ConstraintCount(
                    constraint,
                    all.Count(pair => IsFull(problem, pair.Offer)),
                    all.Count(pair => IsFull(problem, pair.Offer) && pair.Verdict.Passes))
                : new ConstraintCount(
                    constraint,
                    all.Count(pair => pair.Verdict.Blocks(constraint)),
                    all.Count(pair => pair.Verdict.OnlyBlockedBy(constraint))))
            .Where(count => count.Offers > 0).OrderByDescending(count => count.Offers).ThenBy(count => count.Constraint),
    ];

    private static bool IsFull(CompiledProblem problem, int offer) =>
        problem.Offers[offer].Offer.Group is not null && problem.Offers[offer].Places == 0;

    private static (int Offer, int Beyond, bool IsNearest)? Nearest((int Offer, Verdict Verdict)[] all)
    {
        var far = all.Where(pair => pair.Verdict.Blocks(Constraint.TooFar) && pair.Verdict is { Distance: not null, Limit: not null })
            .Select(pair => (pair.Offer, pair.Verdict, Beyond: Beyond(pair.Verdict))).ToArray();
        var only = far.Where(one => one.Verdict.OnlyBlockedBy(Constraint.TooFar))
            .OrderBy(one => one.Beyond).ThenBy(one => one.Offer).ToArray();
        return only.Length == 0 ? null : (only[0].Offer, only[0].Beyond, !far.Any(one => one.Beyond < only[0].Beyond));
    }

    private static int Beyond(Verdict verdict) => verdict.Distance!.Value.Value - verdict.Limit!.Value.Value;

    // As sentences tell them: one constraint after the other, each among the offers that those before have left.
    private static void DemandSameLeft((int Offer, Verdict Verdict)[] all, Considered considered)
    {
        var (left, told) = (all.ToList(), 0);
        foreach (var constraint in considered.Counts.Select(count => count.Constraint).Where(one => one != Constraint.GroupFull))
        {
            var hit = left.Where(pair => pair.Verdict.Blocks(constraint)).ToArray();
            var (blocked, before) = considered.BlockedOf(constraint, told);
            Assert.Equal((hit.Length, left.Count), (blocked.Many, before));
            if (constraint == Constraint.TooFar && hit.Length > 0 && hit.All(pair => pair.Verdict.Distance is not null))
            {
                Assert.Equal(hit.Min(pair => Beyond(pair.Verdict)), blocked.Least);
                Assert.Equal(hit.Max(pair => Beyond(pair.Verdict)), blocked.Most);
                Assert.Equal(blocked.Many, blocked.Known);
            }
            else if (constraint == Constraint.TooFar && hit.Length > 0)
            {
                Assert.True(blocked.Known < blocked.Many);
            }

            left.RemoveAll(pair => pair.Verdict.Blocks(constraint));
            told |= Verdict.Bit(constraint);
        }
    }
}
