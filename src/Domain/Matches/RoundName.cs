using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>A matching round's unique name: 1 to 40 of a-z, 0-9 and hyphen.</summary>
[GenerateSerializer, Immutable, Alias("networks.round-name")]
[JsonConverter(typeof(ReferenceJsonConverter<RoundName>))]
public readonly record struct RoundName([property: Id(0)] string Value) : IReference<RoundName>
{
    /// <inheritdoc/>
    public static RoundName Of(string value) => new(value);

    /// <summary>Null when <paramref name="name"/> can name a round, else a sentence that says why not.</summary>
    public static string? Fault(string? name) =>
        name is { Length: >= 1 and <= 40 } && name.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-')
            ? null
            : "A round's name has 1 to 40 of a-z, 0-9 and hyphen.";

    /// <inheritdoc/>
    public int CompareTo(RoundName other) => References.Compare(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
