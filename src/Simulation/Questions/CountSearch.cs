using System.Collections.Immutable;
using Networks.Simulation.Estimates;

namespace Networks.Simulation.Questions;

/// <summary>
/// Finds the smallest count whose mean margin is 0 or below, where more can only lower the margin. Every count meets the same chance, run
/// by run. Halving the range, each count it comes to is run until it is sure on which side it lies, or the runs allowed are used up.
/// </summary>
/// <remarks>
/// Why the answer is as sure as said. A count is looked at after 20, 40, 80 ... runs, by Student's t, each look with its equal part of that
/// count's risk. As long as every count is decided, halving visits counts that the truth alone determines, so the first wrong decision can
/// only be made at one of them: half of the risk is shared out among these. Once a count stays undecided the rest of the search depends on
/// chance, and the other half is shared out among all counts of the range. What is said is then a range: below it no count does for sure,
/// from its end on each does.
/// </remarks>
public sealed class CountSearch
{
    /// <summary>Runs before a count is first looked at.</summary>
    public const int RunsAtLeast = 20;

    private readonly CountRange _range;
    private readonly Func<int, int, double> _margin;
    private readonly ParallelOptions _parallel;
    private readonly SortedDictionary<int, List<double>> _values = [];
    private readonly Dictionary<int, JudgedCount> _judged = [];
    private bool _wandering;

    private CountSearch(CountRange range, Func<int, int, double> margin, ParallelOptions parallel) =>
        (_range, _margin, _parallel) = (range, margin, parallel);

    private double Risk => (1 - _range.Confidence) / 2 / (_wandering ? _range.Counts : _range.Steps);

    /// <summary>
    /// Searches. <paramref name="margin"/> gives the margin of a count in a replication, and is a function of the two alone; the answer is
    /// the same with any number of threads.
    /// </summary>
    public static CountAnswer Find(
        CountRange range, Func<int, int, double> margin, int threadsMax = -1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(range.Least, range.Most);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threadsMax, CancellationToken = cancellationToken };
        return new CountSearch(range, margin, parallel).Find();
    }

    private CountAnswer Find()
    {
        // Below "fails" none does for sure; "does" is the smallest that does for sure, above the range where none is known to.
        var (fails, does) = (_range.Least - 1, _range.Most + 1);
        foreach (var end in (int[])[_range.Most, _range.Least])
        {
            var verdict = fails < end && end < does ? Judge(end) : CountVerdict.CannotTell;
            (fails, does) = verdict switch
            {
                CountVerdict.Does => (fails, end),
                CountVerdict.DoesNot => (end, does),
                _ => (fails, does),
            };
        }

        while (does - fails > 1 && !_wandering)
        {
            var middle = fails + ((does - fails) / 2);
            (fails, does) = Judge(middle) switch
            {
                CountVerdict.Does => (fails, middle),
                CountVerdict.DoesNot => (middle, does),
                _ => Around(fails, middle, does),
            };
        }

        return new CountAnswer(
            fails + 1 > _range.Most ? null : fails + 1, does > _range.Most ? null : does,
            [.. _judged.OrderBy(one => one.Key).Select(one => one.Value)],
            _values.Values.Sum(values => values.Count));
    }

    // The middle is too near to call: the largest that fails for sure is below it, the smallest that does for sure above it.
    private (int Fails, int Does) Around(int fails, int undecided, int does)
    {
        for (var top = undecided; top - fails > 1;)
        {
            var middle = fails + ((top - fails) / 2);
            (fails, top) = Judge(middle) == CountVerdict.DoesNot ? (middle, top) : (fails, middle);
        }

        for (var bottom = undecided; does - bottom > 1;)
        {
            var middle = bottom + ((does - bottom) / 2);
            (bottom, does) = Judge(middle) == CountVerdict.Does ? (bottom, middle) : (middle, does);
        }

        return (fails, does);
    }

    private CountVerdict Judge(int count)
    {
        if (!_values.TryGetValue(count, out var values))
        {
            _values.Add(count, values = []);
        }

        var looks = _range.Looks;
        for (var runs = RunsAtLeast; ; runs = Math.Min(runs * 2, _range.RunsAtMost))
        {
            Run(count, values, runs);
            var estimate = Intervals.Of(values, 1 - (2 * Risk / looks));
            var verdict = estimate.High <= 0 ? CountVerdict.Does : estimate.Low > 0 ? CountVerdict.DoesNot : CountVerdict.CannotTell;
            _judged[count] = new JudgedCount(count, verdict, Intervals.Of(values), values.Count);
            if (verdict != CountVerdict.CannotTell || runs >= _range.RunsAtMost)
            {
                _wandering |= verdict == CountVerdict.CannotTell;
                return verdict;
            }
        }
    }

    private void Run(int count, List<double> values, int runs)
    {
        var more = new double[Math.Max(0, runs - values.Count)];
        var first = values.Count;
        Parallel.For(0, more.Length, _parallel, at => more[at] = _margin(count, first + at));
        values.AddRange(more);
    }
}

/// <summary>Where to search, and how sure the answer must be.</summary>
/// <param name="Least">The smallest count.</param>
/// <param name="Most">The largest count.</param>
/// <param name="Confidence">How sure, such as 0.95.</param>
/// <param name="RunsAtMost">Most runs of one count, not below <see cref="CountSearch.RunsAtLeast"/>.</param>
public sealed record CountRange(int Least, int Most, double Confidence = Intervals.Usual, int RunsAtMost = 1000)
{
    /// <summary>How many counts there are.</summary>
    public int Counts => Most - Least + 1;

    /// <summary>At most so many are visited while each is decided: both ends, and the halvings between them.</summary>
    public int Steps => 2 + (int)Math.Ceiling(Math.Log2(Math.Max(2, Counts)));

    /// <summary>At most so often each is looked at.</summary>
    public int Looks => 1 + (int)Math.Ceiling(Math.Log2(Math.Max(1.0, (double)RunsAtMost / CountSearch.RunsAtLeast)));
}

/// <summary>On which side a count lies.</summary>
public enum CountVerdict
{
    /// <summary>What is asked holds, for sure.</summary>
    Does,

    /// <summary>It does not, for sure.</summary>
    DoesNot,

    /// <summary>It lies too near to the limit for the runs allowed.</summary>
    CannotTell,
}

/// <summary>A count that was looked at.</summary>
/// <param name="Count">Which.</param>
/// <param name="Verdict">On which side it lies.</param>
/// <param name="Margin">Its mean margin with the usual interval.</param>
/// <param name="Runs">How many runs of it.</param>
public sealed record JudgedCount(int Count, CountVerdict Verdict, Estimate Margin, int Runs);

/// <summary>What a search found.</summary>
/// <param name="AtLeast">No smaller count does, for sure; null = no count of the range does, for sure.</param>
/// <param name="AtMost">This count does, for sure; null = of no count of the range it is sure.</param>
/// <param name="Judged">Every count that was looked at, in order.</param>
/// <param name="Runs">How many runs it took.</param>
public sealed record CountAnswer(int? AtLeast, int? AtMost, ImmutableArray<JudgedCount> Judged, int Runs)
{
    /// <summary>True if one count is the answer.</summary>
    public bool IsExact => AtLeast is not null && AtLeast == AtMost;

    /// <summary>A count that was looked at; null if it was not.</summary>
    public JudgedCount? this[int count] => Judged.FirstOrDefault(one => one.Count == count);
}
