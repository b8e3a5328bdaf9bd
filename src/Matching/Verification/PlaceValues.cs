namespace Networks.Matching.Verification;

/// <summary>What a place more or less at an offer comes to.</summary>
/// <param name="Helped">More people helped with 1, 2 and 3 more places.</param>
/// <param name="Person">Whom one more would help; null if nobody.</param>
/// <param name="Band">The band of that person.</param>
/// <param name="Fit">What the plan would fit more with one more.</param>
/// <param name="LosesOne">Whether one fewer would leave somebody out.</param>
internal sealed record PlaceValue(int[] Helped, string? Person, int? Band, long Fit, bool LosesOne);

/// <summary>What places are worth in a proved plan, by moving people about in it.</summary>
internal sealed class PlaceValues
{
    private const int PlacesMost = 3;

    private readonly CheckedRound round;
    private readonly CheckedMoves moves;
    private readonly MorePlaces more;
    private readonly Dictionary<int, long?> gains = [];

    public PlaceValues(CheckedRound round, CheckedMoves moves)
    {
        (this.round, this.moves, more) = (round, moves, new MorePlaces(moves));
        var comers = Enumerable.Range(0, round.Offers.Length).Select(offer => moves.Growing(offer, 0)).Distinct()
            .ToLookup(moves.FirstPersonOf);
        Parallel.ForEach(
            comers.Where(benches => benches.Key >= 0),
            () => new MoveSearch(moves),
            (benches, _, search) =>
            {
                var found = search.WithNew(benches.Key, [.. benches]);
                lock (gains)
                {
                    found.ToList().ForEach(gain => gains.Add(gain.Key, gain.Value));
                }

                return search;
            },
            _ => { });
    }

    public PlaceValue Of(int offer)
    {
        var bench = moves.Growing(offer, 0);
        var first = moves.FirstPersonOf(bench);
        var comer = first < 0 ? null : round.Entries[first];
        return new PlaceValue(
            first < 0 ? new int[PlacesMost] : more.Helped(offer, PlacesMost),
            comer?.Person.Resident.Value,
            comer?.Band,
            first < 0 ? moves.PriceAt(bench) - moves.LeavingOf(bench) : gains[bench]!.Value,
            LosesOne(offer));
    }

    // Where pins have every place nobody can be moved out of one.
    private bool LosesOne(int offer)
    {
        var bench = moves.Shrinking(offer);
        return round.Offers[offer].Places > 0 && !moves.IsFree(bench) && (moves.At(bench).Length == 0 || !moves.HasRoom[bench]);
    }
}
