using System.Collections.Immutable;
using Networks.Simulation.Estimates;
using Networks.Simulation.Outcomes;
using Networks.Simulation.Parameters;

namespace Networks.Simulation.Replications;

/// <summary>
/// Repeats a study on as many threads as asked. Each replication is a function of its number alone and outcomes are looked at in the order
/// of their numbers, so that neither the answer nor when it is precise enough depends on who finished first.
/// </summary>
public static class ReplicationRun
{
    /// <summary>
    /// Runs <paramref name="replicate"/> for 0, 1, 2 and so on until the outcome that <paramref name="watch"/> reads is as precise as
    /// <paramref name="plan"/> asks. <paramref name="threadsMax"/> is at most as many threads, -1 = as many as there are;
    /// <paramref name="progress"/> hears how many runs are done.
    /// </summary>
    public static ReplicationSeries<T> Until<T>(
        ReplicationPlan plan, Func<int, T> replicate, Func<T, double> watch, int threadsMax = -1, Action<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var watched = new Watched(plan);
        var outcomes = new List<T>(plan.AtLeast);
        while (outcomes.Count < plan.AtMost && !watched.IsEnough)
        {
            foreach (var outcome in Batch(outcomes.Count, watched.NextBatch, replicate, threadsMax, cancellationToken))
            {
                outcomes.Add(outcome);
                watched.Add(watch(outcome));
                if (watched.IsEnough)
                {
                    break;
                }
            }

            progress?.Invoke(outcomes.Count);
        }

        return new ReplicationSeries<T>([.. outcomes], watched.Estimate, watched.IsPrecise, plan);
    }

    /// <summary>
    /// The same for replications that are held elsewhere, such as by workers: <paramref name="replicate"/> begins one and bounds by itself
    /// how many are under way; <paramref name="progress"/> hears of each outcome in the order of their numbers. If one fails, or the
    /// whole is cancelled, the others of its batch are cancelled and waited for.
    /// </summary>
    public static async Task<ReplicationSeries<T>> UntilAsync<T>(
        ReplicationPlan plan, Func<int, CancellationToken, Task<T>> replicate, Func<T, double> watch, Action<T>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var watched = new Watched(plan);
        var outcomes = new List<T>(plan.AtLeast);
        while (outcomes.Count < plan.AtMost && !watched.IsEnough)
        {
            using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task<T>[] batch = [.. Enumerable.Range(outcomes.Count, watched.NextBatch).Select(number => replicate(number, rest.Token))];
            try
            {
                foreach (var run in batch)
                {
                    outcomes.Add(await run);
                    watched.Add(watch(outcomes[^1]));
                    progress?.Invoke(outcomes[^1]);
                }
            }
            finally
            {
                await rest.CancelAsync();
                await ((Task)Task.WhenAll(batch)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        return new ReplicationSeries<T>([.. outcomes], watched.Estimate, watched.IsPrecise, plan);
    }

    /// <summary>Runs exactly <paramref name="count"/> replications.</summary>
    public static ImmutableArray<T> Exactly<T>(
        int count, Func<int, T> replicate, int threadsMax = -1, CancellationToken cancellationToken = default) =>
        ImmutableArray.Create(Batch(0, count, replicate, threadsMax, cancellationToken));

    private static T[] Batch<T>(int first, int count, Func<int, T> replicate, int threadsMax, CancellationToken cancellationToken)
    {
        var outcomes = new T[count];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = threadsMax };
        Parallel.For(0, count, options, at => outcomes[at] = replicate(first + at));
        return outcomes;
    }

    /// <summary>Decides, run by run, whether the precision is reached and has held for long enough.</summary>
    private sealed class Watched
    {
        private readonly ReplicationPlan _plan;
        private readonly Tally _tally = new();
        private int _runs;
        private int _met;

        public Watched(ReplicationPlan plan)
        {
            var checks = new ParameterChecks();
            plan.Check(checks, "replications");
            checks.ThrowIfAny();
            (_plan, Estimate) = (plan, new Estimate(double.NaN, double.PositiveInfinity, 0, plan.Confidence));
        }

        public Estimate Estimate { get; private set; }

        /// <summary>True if the precision is met by the runs so far, whether or not more could still be looked at.</summary>
        public bool IsPrecise => _met > 0;

        /// <summary>True if it has held for so long that no more runs are needed.</summary>
        public bool IsEnough => _met > 0 && _runs >= _met + _plan.LookAheadAfter(_met);

        /// <summary>
        /// How many to hold next: no fewer decide, and what were held beyond the end would be thrown away, so no more either.
        /// </summary>
        public int NextBatch => Math.Min(_plan.AtMost - _runs, Math.Max(RunsToKnow, 1));

        private int RunsToKnow => _met > 0 ? _met + _plan.LookAheadAfter(_met) - _runs : Math.Max(_plan.AtLeast - _runs, _plan.LookAhead);

        public void Add(double value)
        {
            _runs++;
            if (!double.IsNaN(value))
            {
                _tally.Add(value);
            }

            Estimate = Intervals.Of(_tally, _plan.Confidence);
            var precise = _runs >= _plan.AtLeast && Estimate.RelativeHalfWidth <= _plan.Precision;
            _met = !precise ? 0 : _met > 0 ? _met : _runs;
        }
    }
}
