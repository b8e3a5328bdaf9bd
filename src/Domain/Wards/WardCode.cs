using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Wards;

/// <summary>A ward's nine-character GSS code, such as E05012993; other codes are kept as written.</summary>
[GenerateSerializer, Immutable, Alias("networks.ward-code")]
[JsonConverter(typeof(ReferenceJsonConverter<WardCode>))]
public readonly record struct WardCode([property: Id(0)] string Value) : IReference<WardCode>
{
    /// <summary>No ward: that of somebody who was erased.</summary>
    public static WardCode None { get; } = new("");

    /// <inheritdoc/>
    public static WardCode Of(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(WardCode other) => References.Compare(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
