using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Wards;

/// <summary>The code of a whole area: a council, or the store's own area.</summary>
[GenerateSerializer, Immutable, Alias("networks.area-code")]
[JsonConverter(typeof(ReferenceJsonConverter<AreaCode>))]
public readonly record struct AreaCode([property: Id(0)] string Value) : IReference<AreaCode>
{
    /// <inheritdoc/>
    public static AreaCode Of(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(AreaCode other) => References.Compare(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
