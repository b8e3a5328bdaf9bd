using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Residents;

/// <summary>The reference under which a resident was imported or registered.</summary>
[GenerateSerializer, Immutable, Alias("networks.resident-id")]
[JsonConverter(typeof(ReferenceJsonConverter<ResidentId>))]
public readonly record struct ResidentId([property: Id(0)] string Value) : IReference<ResidentId>
{
    /// <inheritdoc/>
    public static ResidentId Of(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ResidentId other) => References.Compare(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
