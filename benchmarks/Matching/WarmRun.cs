using System.Diagnostics;
using System.Globalization;
using Networks.Matching.Allocations;

namespace Networks.Benchmarks.Matching;

/// <summary>
/// A round solved again after changes: from the plan before and, in turns, from nothing. Both are proved, help the same people and fit
/// as well. What is timed from the plan before: making the changes, solving, proving.
/// </summary>
internal static class WarmRun
{
    private const int Repetitions = 15;

    public static void Measure(AllocationProblem problem, Allocation plan, int changes)
    {
        var (warm, cold, moved) = (new List<double>(), new List<double>(), new List<int>());
        var parts = new List<(double, double, double)>();
        for (var turn = 0; turn < Repetitions; turn++)
        {
            var asked = ChangedRound.Of(problem, plan, turn, changes);
            GC.Collect();
            var begun = Stopwatch.GetTimestamp();
            var changed = ChangedAllocation.Of(problem, plan, asked);
            var made = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            var next = AllocationSolver.SolveFrom(changed.Problem, changed.Before);
            var solved = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            var fault = AllocationProof.FirstFault(changed.Problem, next);
            var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            parts.Add((made, solved - made, took - solved));
            warm.Add(took);
            GC.Collect();
            begun = Stopwatch.GetTimestamp();
            var other = AllocationSolver.Solve(changed.Problem);
            fault ??= AllocationProof.FirstFault(changed.Problem, other);
            cold.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
            var same = next.Fit == other.Fit && next.OfferOf.Zip(other.OfferOf).All(pair => pair.First < 0 == pair.Second < 0);
            if (fault is not null || !same || !next.ClosedBy.SequenceEqual(other.ClosedBy))
            {
                throw new InvalidOperationException(fault ?? $"{next.Fit} from the plan before, {other.Fit} from nothing, or others.");
            }

            moved.Add(next.OfferOf.Zip(changed.Before.OfferOf).Count(pair => pair.First >= 0 && pair.First != pair.Second));
        }

        var (changing, solving, proving) = (
            Median(parts.Select(part => part.Item1)), Median(parts.Select(part => part.Item2)), Median(parts.Select(part => part.Item3)));
        var people = moved.Order().ElementAt(Repetitions / 2);
        Say($"    {changes} changes from the plan before  {Median(warm):0.000} s  ({warm.Min():0.000} to {warm.Max():0.000})");
        Say($"        changing {changing:0.000}, solving {solving:0.000}, proving {proving:0.000}");
        Say($"        {people} people move ({moved.Min()} to {moved.Max()})");
        Say($"    the same from nothing    {Median(cold):0.000} s  ({cold.Min():0.000} to {cold.Max():0.000})");
    }

    private static double Median(IEnumerable<double> seconds) => seconds.Order().ElementAt(Repetitions / 2);

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
