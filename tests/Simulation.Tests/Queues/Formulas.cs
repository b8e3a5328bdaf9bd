namespace Networks.Simulation.Tests.Queues;

/// <summary>
/// Exact answers of queues in which people come at random and everything lasts exponentially, by adding up the balance of births and
/// deaths state by state: plain loops that share nothing with the engine.
/// </summary>
internal sealed class Formulas
{
    private const int StatesMost = 3000;

    private readonly double[] _share;
    private readonly int _places;
    private readonly int _room;
    private readonly double _comes;
    private readonly double _givesUp;

    /// <summary>All three are rates a day: people come, each place taken comes free, each who waits gives up.</summary>
    public Formulas(double comes, double leaves, int places, int room = int.MaxValue, double givesUp = 0)
    {
        (_places, _room, _comes, _givesUp) = (places, room, comes, givesUp);
        var states = Math.Min(room, StatesMost) + 1;
        _share = new double[states];
        _share[0] = 1;
        for (var state = 1; state < states; state++)
        {
            var down = (Math.Min(state, places) * leaves) + (Math.Max(0, state - places) * givesUp);
            _share[state] = _share[state - 1] * comes / down;
        }

        var sum = _share.Sum();
        for (var state = 0; state < states; state++)
        {
            _share[state] /= sum;
        }
    }

    /// <summary>Share of time, and of those who come, with so many there.</summary>
    public double Share(int state) => _share[state];

    /// <summary>Mean number waiting.</summary>
    public double Waiting => _share.Select((share, state) => share * Math.Max(0, state - _places)).Sum();

    /// <summary>Mean number of places taken.</summary>
    public double Taken => _share.Select((share, state) => share * Math.Min(state, _places)).Sum();

    /// <summary>Share of those who come that find no room.</summary>
    public double TurnedAway => _room < StatesMost ? _share[_room] : 0;

    /// <summary>Share of those who come that find no free place, though there is room.</summary>
    public double HasToWait => _share.Skip(_places).Sum() - TurnedAway;

    /// <summary>Mean wait of everybody let in, those who give up included.</summary>
    public double Wait => Waiting / (_comes * (1 - TurnedAway));

    /// <summary>Share of those who come that give up.</summary>
    public double GivesUp => _givesUp * Waiting / _comes;

    /// <summary>The state that a share of time, counted from the empty one, lies below.</summary>
    public int StateAt(double share)
    {
        var state = 0;
        for (var sum = _share[0]; sum < share && state < _share.Length - 1; sum += _share[++state])
        {
        }

        return state;
    }
}
