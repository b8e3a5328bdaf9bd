using System.Collections.Immutable;

namespace Networks.Simulation.Communities;

/// <summary>How each offer stands: its places, who has them, and whether it gives any.</summary>
internal sealed class OfferStands
{
    private readonly int[] _places;
    private readonly List<int>[] _holders;
    private readonly int[] _seated;
    private readonly ImmutableArray<FitRow> _rows;

    public OfferStands(ImmutableArray<PlannedOffer> offers, ImmutableArray<FitRow> rows)
    {
        (_seated, _rows) = (new int[offers.Length], rows);
        _places = [.. offers.Select(offer => offer.Places)];
        _holders = [.. offers.Select(_ => new List<int>())];
        IsOpen = [.. offers.Select(offer => offer.IsOpen)];
        Resting = new int[offers.Length];
        ClosedAt = [.. offers.Select(_ => long.MinValue)];
    }

    /// <summary>Whether it gives places to new people.</summary>
    public bool[] IsOpen { get; }

    /// <summary>When it last stopped giving places; before any time if it never gave one.</summary>
    public long[] ClosedAt { get; }

    /// <summary>Places that rest between two matches.</summary>
    public int[] Resting { get; }

    /// <summary>Slots of those who have a place.</summary>
    public IReadOnlyList<int> Holders(int offer) => _holders[offer];

    /// <summary>Places it would give in a round now.</summary>
    public int Free(int offer) =>
        IsOpen[offer] ? Math.Max(0, _places[offer] - _holders[offer].Count - Resting[offer]) : 0;

    /// <summary>
    /// Seats in its transport that nobody who comes now needs, of <paramref name="seats"/>; where it is not known how many there are, or
    /// that there are any, enough, as in the live rounds.
    /// </summary>
    public int FreeSeats(int offer, int? seats) => seats is { } known ? Math.Max(0, known - _seated[offer]) : int.MaxValue;

    /// <summary>Places of the open offers with a limit, and how many of them are taken and how many free.</summary>
    public (long Places, long Taken, long Free) Count()
    {
        var (places, taken, free) = (0L, 0L, 0L);
        for (var offer = 0; offer < _places.Length; offer++)
        {
            if (IsOpen[offer] && _places[offer] < PlannedOffer.Unlimited)
            {
                (places, taken, free) = (places + _places[offer], taken + _holders[offer].Count, free + Free(offer));
            }
        }

        return (places, taken, free);
    }

    /// <summary>Gives a place; the slot's place in the list is kept beside it, so that leaving is no search.</summary>
    public void Give(int offer, int slot, WishSlots wishes)
    {
        (wishes.Offer[slot], wishes.At[slot]) = (offer, _holders[offer].Count);
        _holders[offer].Add(slot);
        _seated[offer] += NeedsSeat(slot, wishes) ? 1 : 0;
    }

    /// <summary>Takes a place back.</summary>
    public void TakeBack(int slot, WishSlots wishes)
    {
        var holders = _holders[wishes.Offer[slot]];
        _seated[wishes.Offer[slot]] -= NeedsSeat(slot, wishes) ? 1 : 0;
        var last = holders[^1];
        (holders[wishes.At[slot]], wishes.At[last]) = (last, wishes.At[slot]);
        holders.RemoveAt(holders.Count - 1);
        wishes.Offer[slot] = -1;
    }

    private bool NeedsSeat(int slot, WishSlots wishes) => wishes.Row[slot] >= 0 && _rows[wishes.Row[slot]].NeedsSeat;
}
