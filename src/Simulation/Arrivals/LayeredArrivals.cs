using Networks.Simulation.Streams;

namespace Networks.Simulation.Arrivals;

/// <summary>
/// People who come one by one at a rate that changes, drawn by thinning in layers. Candidates fall evenly on a plane of time and rate; who
/// falls below the rate of that moment comes. The plane is cut into layers of one height, each with its own candidates, so that a lever
/// which raises the rate adds people and takes none away, shifts nobody's day, and leaves every other draw of theirs as it was.
/// </summary>
public sealed class LayeredArrivals
{
    /// <summary>More layers than any rate needs whose height was taken from the rate of the baseline.</summary>
    public const int LayersMax = 4096;

    private readonly RandomStreams _streams;
    private readonly RateProfile _profile;
    private readonly double _height;
    private readonly uint _firstLane;
    private readonly ulong[] _number;
    private readonly double[] _level;

    /// <param name="streams">All chance of this replication.</param>
    /// <param name="ward">Number of the ward; each has lanes of its own.</param>
    /// <param name="profile">The rate.</param>
    /// <param name="heightPerDay">Height of a layer: the baseline's largest rate; the same in every arm. Above 0.</param>
    /// <param name="untilDay">The last day asked for.</param>
    public LayeredArrivals(RandomStreams streams, uint ward, RateProfile profile, double heightPerDay, double untilDay)
    {
        var layers = Math.Ceiling(profile.Most(untilDay) / heightPerDay);
        if (!(layers <= LayersMax))
        {
            throw new ArgumentOutOfRangeException(
                nameof(profile), layers, $"The rate is more than {LayersMax} times that of the baseline.");
        }

        (_streams, _profile, _height, _firstLane) = (streams, profile, heightPerDay, ward * LayersMax);
        (_number, _level) = (new ulong[(int)layers], new double[(int)layers]);
    }

    /// <summary>How many layers there are: each is one chain of candidates.</summary>
    public int Layers => _number.Length;

    /// <summary>Ticks from one candidate of <paramref name="layer"/> to the next; the first time from the fork.</summary>
    public long NextGap(int layer)
    {
        var draws = _streams.Of(Purpose.Arrival, Lane(layer), _number[layer]++);
        _level[layer] = (layer + draws.Second) * _height;
        return Ticks.FromDays(-Math.Log(draws.First) / _height);
    }

    /// <summary>Whether the candidate who is due at <paramref name="time"/> comes.</summary>
    public bool Comes(int layer, long time) => _level[layer] < _profile.At(Ticks.ToDays(time));

    /// <summary>The lane of a layer, under which everything else about its people is drawn too.</summary>
    public uint Lane(int layer) => _firstLane + (uint)layer;

    /// <summary>Number of the candidate who is due in <paramref name="layer"/>, from 0.</summary>
    public ulong Number(int layer) => _number[layer] - 1;
}
