using System.Collections.Immutable;
using Networks.Domain.Measures;
using Networks.Matching.Allocations;
using Networks.Matching.Fairness;
using Networks.Matching.Files;
using Networks.Matching.Plans;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Matching.RankedChoices;

namespace Networks.Matching.Solvers;

/// <summary>A problem with its optimum as arrays, from which plan, proof, reasons and values of places are read.</summary>
internal sealed class SolvedProblem(CompiledProblem problem, Assignment assignment, long[] value, long[] price, int[] closedBy)
{
    public CompiledProblem Problem => problem;

    /// <summary>Who has which place, pins left out.</summary>
    public Assignment Assignment => assignment;

    public long[] Price => price;

    public long[] Value => value;

    /// <summary>What shows who can be helped within the policy's bounds; null without bounds, and where it is not at hand.</summary>
    public BoundedCover? Cover { get; private init; }

    /// <summary>The proof in units where a plan stood before; null where none did, and where it is not at hand.</summary>
    private KeptAllocation? Kept { get; init; }

    /// <summary>True if the wish has a place, pinned or not.</summary>
    public bool IsHelped(int wish) => OfferOf(wish) >= 0;

    /// <summary>The offer a wish has, pinned or not; -1 for none.</summary>
    public int OfferOf(int wish) =>
        problem.PinOf[wish] >= 0 ? problem.PinOf[wish] : Assignment.OfferOf[problem.Together.LeadOf(wish)];

    /// <summary>Solves; null with a reason where the problem contradicts itself.</summary>
    public static (SolvedProblem? Solved, string? Fault) Of(
        MatchingProblem asked, IProgress<SolveProgress>? progress, CancellationToken cancellationToken, PlanCertificate? before = null)
    {
        progress?.Report(new SolveProgress("eligibility", 0, asked.Seekers.Length));
        var (problem, fault) = CompiledProblem.Of(asked, cancellationToken);
        if (problem is null)
        {
            return (null, fault);
        }

        if (asked.Policy.RankedChoices is { } choices)
        {
            return Ranked(problem, choices, cancellationToken);
        }

        BoundedCover? cover = null;
        if (asked.Policy.Bounds is { } bounds)
        {
            (cover, fault) = BoundedCover.Of(problem, bounds, cancellationToken);
            if (cover is null)
            {
                return (null, fault);
            }
        }

        var arcs = cover?.Only(problem.Arcs) ?? problem.Arcs;
        var (optimum, kept) = Optimum.Of(problem, arcs, before, progress, cancellationToken);
        int[] helped = [.. Enumerable.Range(0, problem.Wishes.Length).Where(wish => optimum.OfferOf[wish] >= 0)];
        progress?.Report(new SolveProgress("order", 0, helped.Length));
        var assignment = new Assignment(problem.Wishes.Length, problem.Places);
        foreach (var wish in helped)
        {
            assignment.Give(wish, optimum.OfferOf[wish]);
        }

        var tight = kept is null ? (problem.Arcs, optimum.Value, optimum.Price) : Optimum.Tight(problem, kept);
        SmallestPlan.Settle(problem, tight.Item1, assignment, tight.Item2, tight.Item3, helped, cancellationToken);
        var closedBy = cover is null ? optimum.ClosedBy : cover.ClosedBy[^1];
        return (new SolvedProblem(problem, assignment, optimum.Value, optimum.Price, closedBy) { Cover = cover, Kept = kept }, null);
    }

    // Everybody asks in turn; there are no prices then, for stability is proved from the plan alone.
    private static (SolvedProblem? Solved, string? Fault) Ranked(
        CompiledProblem problem, ChoicePolicy choices, CancellationToken cancellationToken)
    {
        if (problem.Problem.Policy.Bounds is not null)
        {
            return (null, "A round cannot both keep bounds and respect ranked choices; take one of them out of the policy.");
        }

        if (ChoiceLists.Fault(problem.Problem, choices) is { } fault)
        {
            return (null, fault);
        }

        var lists = new ChoiceLists(problem, problem.Arcs, problem.Places, choices);
        var partOf = DeferredAcceptance.Solve(lists, cancellationToken);
        var assignment = new Assignment(partOf.Length, problem.Places);
        foreach (var wish in Enumerable.Range(0, partOf.Length).Where(wish => partOf[wish] >= 0))
        {
            assignment.Give(wish, partOf[wish]);
        }

        var neverClosed = new int[problem.Offers.Length];
        Array.Fill(neverClosed, -1);
        return (new SolvedProblem(problem, assignment, new long[partOf.Length], new long[problem.Offers.Length], neverClosed), null);
    }

    /// <summary>The same from a plan and its proof, whoever found them.</summary>
    public static SolvedProblem FromProof(CompiledProblem problem, MatchingPlan plan, PlanCertificate certificate)
    {
        var (value, price) = (new long[problem.Wishes.Length], new long[problem.Offers.Length]);
        var closedBy = new int[problem.Offers.Length];
        Array.Fill(closedBy, -1);
        var assignment = new Assignment(problem.Wishes.Length, problem.Places);
        foreach (var pair in plan.Pairs.Where(pair => !pair.Pinned))
        {
            var (wish, offer) = (problem.RankOf[new WishKey(pair.Resident, Wish.ClassOf(pair.Kind))], problem.OfferAt[pair.Offer]);
            if (problem.Together.IsCarried(wish))
            {
                continue;
            }

            // A place with a seat is as good to somebody who needs none, so those without one are filled first.
            var rest = problem.Parts.IsDivided(offer) && problem.MayUse(wish, offer + 1) && assignment.HasFree(offer + 1);
            assignment.Give(wish, rest ? offer + 1 : offer);
        }

        foreach (var offer in certificate.Offers)
        {
            var part = problem.OfferAt[offer.Offer] + (offer.WithoutSeat == true ? 1 : 0);
            price[part] = offer.Price;
            closedBy[part] = offer.ClosedBy is { } key ? problem.RankOf[key] : -1;
        }

        if (certificate.Units is { } units)
        {
            price = WholePrices.Of(price, units);
        }

        for (var wish = 0; wish < value.Length; wish++)
        {
            if (assignment.OfferOf[wish] is >= 0 and var offer)
            {
                value[wish] = problem.Arcs.FitOf(wish, offer) - price[offer];
            }
        }

        return new SolvedProblem(problem, assignment, value, price, closedBy);
    }

    public MatchingPlan ToPlan()
    {
        var ranks = Enumerable.Range(0, problem.Wishes.Length).ToArray();
        ImmutableArray<PlannedPair> pairs =
        [
            .. ranks.Where(IsHelped)
                .OrderBy(wish => problem.Wishes[wish].Resident)
                .ThenBy(wish => problem.Wishes[wish].Class)
                .Select(PairOf),
        ];
        var byBand = new int[PriorityBand.Least];
        foreach (var wish in ranks.Where(IsHelped))
        {
            byBand[WishOrder.Band(problem.Wishes[wish].Seeker, problem.Problem) - 1]++;
        }

        var limited = problem.Problem.Offers.Where(offer => offer.Places is not null)
            .ToDictionary(offer => offer.Offer, offer => offer.Places!.Value);
        var places = limited.Values.Sum();
        var objective = new Objective(
            problem.Wishes.Length, pairs.Length, [.. byBand], pairs.Sum(pair => (long)pair.Fit), places,
            places - ranks.Count(wish => IsHelped(wish) && !problem.Together.IsCarried(wish)
                && limited.ContainsKey(problem.Offers[OfferOf(wish)].Offer)));
        return new MatchingPlan { ProblemDigest = ProblemFile.Digest(problem.Problem), Pairs = pairs, Objective = objective };
    }

    public PlanCertificate ToCertificate(MatchingPlan plan)
    {
        int[] placed = [.. Enumerable.Range(0, problem.Wishes.Length).Where(wish => Assignment.OfferOf[wish] >= 0)];
        if (problem.Problem.Policy.RankedChoices is not null)
        {
            var fit = placed.Sum(wish => (long)problem.Arcs.FitOf(wish, Assignment.OfferOf[wish]));
            return new PlanCertificate
            {
                ProblemDigest = plan.ProblemDigest, PlanDigest = PlanDigests.Of(plan), Primal = fit, Dual = fit, Offers = [], Wishes = [],
            };
        }

        var (values, prices) = (Kept?.Value ?? Value, Kept?.Price ?? Price);
        var dual = placed.Sum(wish => Value[wish]) + problem.Places.Select((places, offer) => places * Price[offer]).Sum();
        return new PlanCertificate
        {
            ProblemDigest = plan.ProblemDigest,
            PlanDigest = PlanDigests.Of(plan),
            Primal = placed.Sum(wish => (long)problem.Arcs.FitOf(wish, Assignment.OfferOf[wish])),
            Dual = dual,
            Offers =
            [
                .. Enumerable.Range(0, problem.Offers.Length)
                    .Where(offer => prices[offer] != 0 || closedBy[offer] >= 0)
                    .Select(offer => new OfferPrice(problem.Offers[offer].Offer, prices[offer], KeyOf(closedBy[offer]))
                    {
                        WithoutSeat = problem.Parts.IsWithoutSeat(offer) ? true : null,
                    }),
            ],
            Wishes = [.. placed.Select(wish => new WishValue(KeyOf(wish)!.Value, values[wish]))],
            Units = Kept is null ? null : 1 << Kept.Shift,
            Guaranteed = Cover is null ? [] : [.. ClosedToGuaranteed(Cover)],
        };
    }

    private IEnumerable<GroupClosing> ClosedToGuaranteed(BoundedCover cover) =>
        from @group in Enumerable.Range(0, cover.Groups.Bounds.Groups.Length)
        where cover.Groups.Least[@group] > 0
        from part in Enumerable.Range(0, problem.Offers.Length)
        where cover.ClosedBy[@group][part] >= 0
        select new GroupClosing(
            cover.Groups.Bounds.Groups[@group].Group, problem.Offers[part].Offer, KeyOf(cover.ClosedBy[@group][part])!.Value)
        {
            WithoutSeat = problem.Parts.IsWithoutSeat(part) ? true : null,
        };

    private WishKey? KeyOf(int wish) => wish < 0 ? null : new WishKey(problem.Wishes[wish].Resident, problem.Wishes[wish].Class);

    private PlannedPair PairOf(int wish)
    {
        var offer = OfferOf(wish);
        var verdict = problem.JudgeAlone(wish, offer);
        return new PlannedPair(
            problem.Wishes[wish].Resident,
            verdict.Kind,
            problem.Offers[offer].Offer,
            verdict.Mode,
            verdict.Distance,
            verdict.Fit,
            problem.PinOf[wish] >= 0);
    }
}
