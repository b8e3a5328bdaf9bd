using System.Collections.Concurrent;
using System.Collections.Immutable;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;

namespace Networks.Matching.Recruiting;

/// <summary>Where to recruit and where to stop: what places that are not there yet would change, read off the optimum.</summary>
public static class RecruitingValues
{
    /// <summary>How many places of one profile are looked at.</summary>
    public const int PlacesMax = 5;

    /// <summary>How many profiles one list holds at most.</summary>
    public const int ProfilesMax = 400;

    /// <summary>The list of <paramref name="by"/>, most people helped first; the plan must be that problem's optimum.</summary>
    public static ImmutableArray<RecruitingValue> Listed(
        MatchingProblem problem, MatchingPlan plan, PlanCertificate certificate, RecruitingBy by, CancellationToken cancellationToken)
    {
        var solved = Solved(problem, plan, certificate, cancellationToken);
        return Ordered(Find(solved, RecruitingProfiles.Of(solved, by, ProfilesMax), cancellationToken), solved);
    }

    /// <summary>The value of each of <paramref name="profiles"/>, in their order.</summary>
    public static ImmutableArray<RecruitingValue> Of(
        MatchingProblem problem, MatchingPlan plan, PlanCertificate certificate, ImmutableArray<RecruitProfile> profiles,
        CancellationToken cancellationToken) =>
        Find(Solved(problem, plan, certificate, cancellationToken), profiles, cancellationToken);

    /// <summary>What several of them would change together: solved again, because values do not add up.</summary>
    public static RecruitingTogether Together(
        MatchingProblem problem, MatchingPlan plan, PlanCertificate certificate, ImmutableArray<RecruitWish> wishes,
        CancellationToken cancellationToken)
    {
        var alone = Of(problem, plan, certificate, [.. wishes.Select(wish => wish.Profile)], cancellationToken);
        var grown = problem with
        {
            Offers = [.. problem.Offers, .. wishes.Select((wish, at) => alone[at].Profile.OfferIn(problem, wish.Places, at + 1))],
        };
        var solved = SolvedProblem.Of(grown, null, cancellationToken).Solved
            ?? throw new InvalidOperationException("A round that has a plan has none with more places.");
        var helpedNow = plan.Pairs.Select(pair => (pair.Resident, Wish.ClassOf(pair.Kind))).ToHashSet();
        Wish[] gained =
        [
            .. Enumerable.Range(0, solved.Problem.Wishes.Length)
                .Where(wish => solved.IsHelped(wish) && !solved.Problem.Together.IsCarried(wish))
                .Select(wish => solved.Problem.Wishes[wish])
                .Where(wish => !helpedNow.Contains((wish.Resident, wish.Class))),
        ];
        var sum = alone.Zip(wishes).Sum(pair => pair.Second.Places == 0 ? 0
            : pair.First.Helped[Math.Min(pair.Second.Places, PlacesMax) - 1]);
        return new RecruitingTogether
        {
            Alone = alone,
            Helped = gained.Length,
            People = [.. gained.Select(wish => wish.Resident)],
            Fit = solved.ToPlan().Objective.Fit - plan.Objective.Fit,
            Sentence = RecruitingSentences.Of(gained.Length, sum, wishes.Sum(wish => wish.Places)),
        };
    }

    private static SolvedProblem Solved(
        MatchingProblem problem, MatchingPlan plan, PlanCertificate certificate, CancellationToken cancellationToken) =>
        SolvedProblem.FromProof(
            CompiledProblem.Of(problem, cancellationToken).Compiled
                ?? throw new InvalidOperationException("A plan was given for a problem that contradicts itself."),
            plan,
            certificate);

    // Where no ward is named every ward of the round is tried, and the one in which it helps most stands for the profile.
    private static ImmutableArray<RecruitingValue> Find(
        SolvedProblem solved, ImmutableArray<RecruitProfile> profiles, CancellationToken cancellationToken)
    {
        var wards = solved.Problem.Problem.Wards;
        ImmutableArray<RecruitProfile>[] places =
        [
            .. profiles.Select(profile => profile.Ward is not null || wards.IsEmpty ? [profile]
                : wards.Select(ward => profile with { Ward = ward.Code }).ToImmutableArray()),
        ];
        var values = FindEach(solved, [.. places.SelectMany(one => one)], cancellationToken);
        var best = ImmutableArray.CreateBuilder<RecruitingValue>(profiles.Length);
        var from = 0;
        foreach (var one in places)
        {
            best.Add(Ordered(values.Slice(from, one.Length), solved)[0]);
            from += one.Length;
        }

        return best.MoveToImmutable();
    }

    private static ImmutableArray<RecruitingValue> FindEach(
        SolvedProblem solved, ImmutableArray<RecruitProfile> profiles, CancellationToken cancellationToken)
    {
        var residual = new Residual(solved);
        var gains = new ConcurrentDictionary<int, Dictionary<int, long>>();
        // Profiles share an index of words that only one thread may add to.
        var offers = profiles.Select(profile => solved.Problem.ProfileOf(profile.OfferIn(solved.Problem.Problem, 1))).ToArray();
        var values = new RecruitingValue[profiles.Length];
        Parallel.For(
            0, profiles.Length, new ParallelOptions { CancellationToken = cancellationToken },
            () => new RecruitingSearch(solved, residual, gains),
            (at, _, search) =>
            {
                values[at] = Of(solved, search, profiles[at], solved.Problem.CandidatesOf(offers[at]));
                return search;
            },
            _ => { });
        return [.. values];
    }

    private static RecruitingValue Of(
        SolvedProblem solved, RecruitingSearch search, RecruitProfile profile, (int Wish, int Fit)[] candidates)
    {
        var problem = solved.Problem;
        var comers = search.Comers(candidates, PlacesMax);
        var first = comers.IsEmpty ? null : problem.Wishes[comers[0]];
        var value = new RecruitingValue
        {
            Profile = profile,
            Helped = [.. Enumerable.Range(1, PlacesMax).Select(places => Math.Min(places, comers.Length))],
            People = [.. comers.SelectMany(problem.Together.MembersOf).Select(wish => problem.Wishes[wish].Resident)],
            FirstBand = first is null ? null : WishOrder.Band(first.Seeker, problem.Problem),
            PlusOneFit = search.PlusOneFit(candidates, comers.IsEmpty ? -1 : comers[0]),
            EnoughPlaces = comers.Length == PlacesMax ? null : comers.Length,
            Sentence = "",
        };
        return value with { Sentence = RecruitingSentences.Of(value, first, problem.Problem) };
    }

    private static ImmutableArray<RecruitingValue> Ordered(ImmutableArray<RecruitingValue> values, SolvedProblem solved)
    {
        if (values.Length == 1)
        {
            return values;
        }

        var rank = solved.Problem.Wishes.Select((wish, at) => (wish.Resident, at)).GroupBy(pair => pair.Resident)
            .ToDictionary(wishes => wishes.Key, wishes => wishes.Min(pair => pair.at));
        return
        [
            .. values.OrderByDescending(value => value.Helped[^1])
                .ThenBy(value => value.People.IsEmpty ? int.MaxValue : rank[value.People[0]])
                .ThenByDescending(value => value.PlusOneFit)
                .ThenBy(value => value.Profile.Kind)
                .ThenBy(value => value.Profile.Ward)
                .ThenBy(value => value.Profile.Language, StringComparer.Ordinal)
                .ThenBy(value => value.Profile.Times.Bits),
        ];
    }
}
