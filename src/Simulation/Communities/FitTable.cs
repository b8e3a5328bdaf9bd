using System.Collections.Immutable;
using Networks.Domain.Measures;
using Networks.Domain.Wards;
using Networks.Matching.Fits;
using Networks.Matching.Policies;
using Networks.Matching.Problems;

namespace Networks.Simulation.Communities;

/// <summary>
/// Which offers can be for whom and how well they fit, by the rules of the live rounds, judged once for all runs and arms of a study:
/// people referred in a run are like people referred before. Ages and checks are judged on the day of the fork.
/// </summary>
public sealed class FitTable
{
    private readonly int[] _start;
    private readonly int[] _offer;
    private readonly int[] _fit;

    private readonly Func<int, IEnumerable<(int Offer, Verdict Verdict)>> _consider;
    private readonly Dictionary<int, Considered[]> _considered = [];

    private FitTable(
        ImmutableArray<FitRow> rows, ImmutableArray<MatchingOffer> offers, int[] start, int[] offer, int[] fit,
        Func<int, IEnumerable<(int Offer, Verdict Verdict)>> consider) =>
        (Rows, Offers, _start, _offer, _fit, _consider) = (rows, offers, start, offer, fit, consider);

    /// <summary>One row a wish: whose, and of which class.</summary>
    public ImmutableArray<FitRow> Rows { get; }

    /// <summary>Every offer of every arm; an arm opens those that are its own.</summary>
    public ImmutableArray<MatchingOffer> Offers { get; }

    /// <summary>Judges every wish of <paramref name="seekers"/> with the offers in its reach. Its cost is pairs that may pass.</summary>
    public static FitTable Of(
        ImmutableArray<Seeker> seekers, ImmutableArray<MatchingOffer> offers, MatchingPolicy policy, DateOnly day,
        ImmutableArray<WardPlace> wards)
    {
        // What is full at the fork may have a place later.
        ImmutableArray<MatchingOffer> free = [.. offers.Select(one => one.Places == 0 ? one with { Places = 1 } : one)];
        var judging = new PairJudging(new Eligibility(policy, day, wards), free);
        var (rows, wishes) = (ImmutableArray.CreateBuilder<FitRow>(), new List<Wish>());
        for (var person = 0; person < seekers.Length; person++)
        {
            foreach (var wish in Wish.Of(seekers[person]))
            {
                rows.Add(new FitRow(person, seekers[person].Ward, Band(seekers[person], policy), wish.Class));
                wishes.Add(wish);
            }
        }

        return Of(rows.ToImmutable(), offers, judging.Fitting(wishes), row => judging.Considered(wishes[row]));
    }

    private static FitTable Of(
        ImmutableArray<FitRow> rows, ImmutableArray<MatchingOffer> offers, (int Offer, int Fit)[][] fitting,
        Func<int, IEnumerable<(int Offer, Verdict Verdict)>> consider)
    {
        var start = new int[rows.Length + 1];
        for (var row = 0; row < rows.Length; row++)
        {
            start[row + 1] = start[row] + fitting[row].Length;
        }

        var (offer, fit) = (new int[start[^1]], new int[start[^1]]);
        for (var row = 0; row < rows.Length; row++)
        {
            for (var at = 0; at < fitting[row].Length; at++)
            {
                (offer[start[row] + at], fit[start[row] + at]) = fitting[row][at];
            }
        }

        return new FitTable(rows, offers, start, offer, fit, consider);
    }

    /// <summary>
    /// What stands against each offer of a kind the row's wish names. Judged when first asked: it is asked of the few for whom nothing is
    /// there.
    /// </summary>
    public ReadOnlySpan<Considered> ConsideredFor(int row)
    {
        lock (_considered)
        {
            if (!_considered.TryGetValue(row, out var known))
            {
                known = [.. _consider(row).Select(one => new Considered(one.Offer, one.Verdict.Failing))];
                _considered.Add(row, known);
            }

            return known;
        }
    }

    /// <summary>The offers that can be for a row, in their order.</summary>
    public ReadOnlySpan<int> OffersOf(int row) => _offer.AsSpan(_start[row], _start[row + 1] - _start[row]);

    /// <summary>How well each of them fits.</summary>
    public ReadOnlySpan<int> FitsOf(int row) => _fit.AsSpan(_start[row], _start[row + 1] - _start[row]);

    private static int Band(Seeker seeker, MatchingPolicy policy) =>
        seeker.PriorityBand is { } band && PriorityBand.IsKnown(band) ? band : policy.BandWhenEmpty;
}

/// <summary>One wish of one person.</summary>
/// <param name="Person">Number of the person in the table.</param>
/// <param name="Ward">Her ward.</param>
/// <param name="Band">The band she ranks as, 1 to 4.</param>
/// <param name="Class">Someone to meet, or a group.</param>
public readonly record struct FitRow(int Person, WardCode Ward, int Band, WishClass Class);

/// <summary>An offer of a kind that a wish names.</summary>
/// <param name="Offer">Its number.</param>
/// <param name="Failing">What stands against it, one bit for each constraint; 0 = it fits.</param>
public readonly record struct Considered(int Offer, int Failing);
