using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Volunteers;

/// <summary>The reference under which a volunteer was imported or registered.</summary>
[GenerateSerializer, Immutable, Alias("networks.volunteer-id")]
[JsonConverter(typeof(ReferenceJsonConverter<VolunteerId>))]
public readonly record struct VolunteerId([property: Id(0)] string Value) : IReference<VolunteerId>
{
    /// <inheritdoc/>
    public static VolunteerId Of(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(VolunteerId other) => References.Compare(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
