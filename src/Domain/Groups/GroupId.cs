using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Groups;

/// <summary>The reference under which a group was imported or registered.</summary>
[GenerateSerializer, Immutable, Alias("networks.group-id")]
[JsonConverter(typeof(ReferenceJsonConverter<GroupId>))]
public readonly record struct GroupId([property: Id(0)] string Value) : IReference<GroupId>
{
    /// <inheritdoc/>
    public static GroupId Of(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(GroupId other) => References.Compare(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
