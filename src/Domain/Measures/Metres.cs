using System.Text.Json;
using System.Text.Json.Serialization;
using Orleans;

namespace Networks.Domain.Measures;

/// <summary>A distance in whole metres, so that comparing and scoring are exact on every machine.</summary>
/// <param name="Value">Metres, 0 or more.</param>
[GenerateSerializer, Immutable, Alias("networks.metres")]
[JsonConverter(typeof(MetresJsonConverter))]
public readonly record struct Metres([property: Id(0)] int Value) : IComparable<Metres>
{
    /// <summary>The distance in kilometres, for people to read.</summary>
    public double Kilometres => Value / 1000.0;

    /// <summary>Whole metres in <paramref name="kilometres"/>, rounded half up.</summary>
    public static Metres FromKilometres(double kilometres) => new((int)Math.Floor(kilometres * 1000 + 0.5));

    /// <inheritdoc/>
    public int CompareTo(Metres other) => Value.CompareTo(other.Value);
}

/// <summary>Writes a distance as its number of metres.</summary>
public sealed class MetresJsonConverter : JsonConverter<Metres>
{
    /// <inheritdoc/>
    public override Metres Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Metres value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
