using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Residents;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;

namespace Networks.Matching.LookAhead;

/// <summary>
/// Match now, or wait for the next round? Both are solved exactly in each of many futures, with the same people coming in both.
/// </summary>
public static class LookAheads
{
    /// <summary>How many futures are drawn.</summary>
    public const int SamplesCount = 40;

    /// <summary>How many pairs are looked at, at most.</summary>
    public const int PairsMax = 25;

    /// <summary>The largest round that is looked ahead of: each future is a round of its own to solve.</summary>
    public const int WishesMax = 2_000;

    /// <summary>The longest wait.</summary>
    public const int WaitDaysMax = 182;

    /// <summary>Why it cannot be answered; null if it can.</summary>
    public static string? Fault(MatchingProblem problem, RoundHistory history, int waitDays)
    {
        var wishes = problem.Seekers.Sum(seeker => Wish.Of(seeker).Count());
        return waitDays is < 1 or > WaitDaysMax
            ? Text($"The wait is {waitDays} days; it must be from 1 to {WaitDaysMax}.")
            : problem.Policy is not { Bounds: null, RankedChoices: null }
            ? "This round keeps guarantees or quotas, or respects ranked choices; a look ahead is told of rounds without them."
            : !problem.Policy.VisitedTogether.IsEmpty
            ? "In this round households are visited together; a look ahead is told of rounds in which everybody has a place of her own."
            : wishes > WishesMax
            ? Text($"{wishes} wishes are in this round; a look ahead takes {WishesMax}. Open it over fewer wards.")
            : history.Fault;
    }

    /// <summary>
    /// The value of holding pairs back: of <paramref name="residents"/>, or of those that fit least where none is named. The plan must be
    /// that problem's optimum. Processor-bound: as many solves as pairs times samples.
    /// </summary>
    public static LookAheadAnswer Of(
        MatchingProblem problem, MatchingPlan plan, RoundHistory history, int waitDays, ImmutableArray<ResidentId> residents,
        CancellationToken cancellationToken)
    {
        var forecast = RoundForecast.Of(history);
        var rounds = new NextRounds(problem, plan, forecast, waitDays);
        PlannedPair[] pairs =
        [
            .. plan.Pairs.Where(pair => residents.IsEmpty || residents.Contains(pair.Resident))
                .OrderBy(pair => pair.Fit).ThenBy(pair => pair.Resident).ThenBy(pair => pair.Kind).Take(PairsMax),
        ];
        var seen = new Outcome[SamplesCount][];
        Parallel.For(0, SamplesCount, new ParallelOptions { CancellationToken = cancellationToken }, sample =>
        {
            var next = rounds.Sample(sample);
            var without = Solve(next, cancellationToken).Objective;
            seen[sample] = [.. pairs.Select(pair => Held(pair, Solve(rounds.With(next, pair), cancellationToken), without))];
        });
        return new LookAheadAnswer
        {
            WaitDays = waitDays,
            Samples = SamplesCount,
            Forecast = forecast,
            Pairs = [.. pairs.Select((pair, at) => Sum(pair, waitDays, [.. seen.Select(outcomes => outcomes[at])]))],
            PairsInPlan = plan.Pairs.Length,
        };
    }

    private static MatchingPlan Solve(MatchingProblem problem, CancellationToken cancellationToken) =>
        new ExactMatchingSolver().Solve(problem, null, cancellationToken) is SolverAnswer.Solved solved
            ? solved.Plan
            : throw new InvalidOperationException("A round without pins contradicts itself.");

    private static Outcome Held(PlannedPair pair, MatchingPlan held, Objective without) => new(
        held.Objective.Matched - 1 - without.Matched,
        held.Objective.Fit - pair.Fit - without.Fit,
        held.Pairs.Any(one => one.Resident == pair.Resident && Wish.ClassOf(one.Kind) == Wish.ClassOf(pair.Kind)));

    private static LookAheadPair Sum(PlannedPair pair, int waitDays, Outcome[] outcomes)
    {
        var (fit, helped) = (Estimate.Of([.. outcomes.Select(one => one.Fit)]), Estimate.Of([.. outcomes.Select(one => one.Helped)]));
        var then = outcomes.Count(one => one.HelpsHer);
        return new LookAheadPair
        {
            Resident = pair.Resident,
            Offer = pair.Offer,
            Kind = pair.Kind,
            Fit = pair.Fit,
            FitGain = fit,
            HelpedGain = helped,
            HelpedThen = then,
            Sentence = Text($"If {pair.Resident} and {pair.Offer.Value} wait {waitDays} days for the next round, the fit of both rounds ")
                + Text($"together changes by {fit.Mean:+0;-0;0} (95 % interval {fit.Low:+0;-0;0} to {fit.High:+0;-0;0}) and the people ")
                + Text($"helped by {helped.Mean:+0.0;-0.0;0.0} ({helped.Low:+0.0;-0.0;0.0} to {helped.High:+0.0;-0.0;0.0}); in {then} of ")
                + Text($"{outcomes.Length} futures {pair.Resident} has a place then, after {waitDays} days more."),
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Outcome(long Helped, long Fit, bool HelpsHer);
}
