using System.Collections.Immutable;
using Networks.Domain.Measures;
using Networks.Domain.Wards;
using Networks.Matching.Fits;
using Networks.Matching.Policies;
using Networks.Matching.Problems;

namespace Networks.Simulation.Communities;

/// <summary>
/// Which offers can be for whom and how well they fit, by the rules of the live rounds, judged once for all runs and arms of a study that
/// have the same offers: people referred in a run are like people referred before. Ages are judged on the day of the fork.
/// </summary>
public sealed class FitTable
{
    private const string Transport = "transport";

    private readonly int[] _start;
    private readonly int[] _offer;
    private readonly int[] _fit;
    private readonly Rules _rules;
    private readonly PairJudging _judging;
    private readonly Dictionary<int, Considered[]> _considered = [];

    private FitTable(Rules rules, ImmutableArray<FitRow> rows, ImmutableArray<MatchingOffer> offers)
    {
        (_rules, Rows, Offers) = (rules, rows, offers);
        // What is full at the fork may have a place later.
        ImmutableArray<MatchingOffer> free = [.. offers.Select(one => one.Places == 0 ? one with { Places = 1 } : one)];
        _judging = new PairJudging(new Eligibility(rules.Policy, rules.Day, rules.Wards), free);
        var fitting = _judging.Fitting(rules.Wishes);
        _start = new int[rows.Length + 1];
        for (var row = 0; row < rows.Length; row++)
        {
            _start[row + 1] = _start[row] + fitting[row].Length;
        }

        (_offer, _fit) = (new int[_start[^1]], new int[_start[^1]]);
        for (var row = 0; row < rows.Length; row++)
        {
            for (var at = 0; at < fitting[row].Length; at++)
            {
                (_offer[_start[row] + at], _fit[_start[row] + at]) = fitting[row][at];
            }
        }
    }

    /// <summary>One row a wish: whose, and of which class.</summary>
    public ImmutableArray<FitRow> Rows { get; }

    /// <summary>Every offer of every arm; an arm opens those that are its own.</summary>
    public ImmutableArray<MatchingOffer> Offers { get; }

    /// <summary>Judges every wish of <paramref name="seekers"/> with the offers in its reach. Its cost is pairs that may pass.</summary>
    public static FitTable Of(
        ImmutableArray<Seeker> seekers, ImmutableArray<MatchingOffer> offers, MatchingPolicy policy, DateOnly day,
        ImmutableArray<WardPlace> wards)
    {
        var (rows, wishes) = (ImmutableArray.CreateBuilder<FitRow>(), ImmutableArray.CreateBuilder<Wish>());
        for (var person = 0; person < seekers.Length; person++)
        {
            var seeker = seekers[person];
            foreach (var wish in Wish.Of(seeker))
            {
                var needsSeat = wish.Class == WishClass.Group && seeker.AccessNeeds.Contains(Transport);
                rows.Add(new FitRow(person, seeker.Ward, Band(seeker, policy), wish.Class, needsSeat));
                wishes.Add(wish);
            }
        }

        return new FitTable(new Rules(policy, day, wards, wishes.ToImmutable()), rows.ToImmutable(), offers);
    }

    /// <summary>The same rows judged with the same offers, in the same order, of which some are changed.</summary>
    public FitTable With(ImmutableArray<MatchingOffer> offers) => new(_rules, Rows, offers);

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
                known = [.. _judging.Considered(_rules.Wishes[row]).Select(one => new Considered(one.Offer, one.Verdict.Failing))];
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

    /// <summary>What pairs are judged by, kept for judging them again.</summary>
    private sealed record Rules(MatchingPolicy Policy, DateOnly Day, ImmutableArray<WardPlace> Wards, ImmutableArray<Wish> Wishes);
}

/// <summary>One wish of one person.</summary>
/// <param name="Person">Number of the person in the table.</param>
/// <param name="Ward">Her ward.</param>
/// <param name="Band">The band she ranks as, 1 to 4.</param>
/// <param name="Class">Someone to meet, or a group.</param>
/// <param name="NeedsSeat">She comes to a group only if it fetches her.</param>
public readonly record struct FitRow(int Person, WardCode Ward, int Band, WishClass Class, bool NeedsSeat = false);

/// <summary>An offer of a kind that a wish names.</summary>
/// <param name="Offer">Its number.</param>
/// <param name="Failing">What stands against it, one bit for each constraint; 0 = it fits.</param>
public readonly record struct Considered(int Offer, int Failing);
