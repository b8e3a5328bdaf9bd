using Orleans;

namespace Networks.Domain.Measures;

/// <summary>A distance in whole metres, so that comparing and scoring are exact on every machine.</summary>
/// <param name="Value">Metres, 0 or more.</param>
[GenerateSerializer, Immutable, Alias("networks.metres")]
public readonly record struct Metres([property: Id(0)] int Value) : IComparable<Metres>
{
    /// <summary>The distance in kilometres, for people to read.</summary>
    public double Kilometres => Value / 1000.0;

    /// <summary>Whole metres in <paramref name="kilometres"/>, rounded half up.</summary>
    public static Metres FromKilometres(double kilometres) => new((int)Math.Floor(kilometres * 1000 + 0.5));

    /// <inheritdoc/>
    public int CompareTo(Metres other) => Value.CompareTo(other.Value);
}
