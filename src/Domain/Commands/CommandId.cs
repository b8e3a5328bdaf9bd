using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Commands;

/// <summary>The caller's own id of a command; the same id again changes nothing twice.</summary>
[GenerateSerializer, Immutable, Alias("networks.command-id")]
[JsonConverter(typeof(ReferenceJsonConverter<CommandId>))]
public readonly record struct CommandId([property: Id(0)] string Value) : IReference<CommandId>
{
    /// <inheritdoc/>
    public static CommandId Of(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(CommandId other) => References.Compare(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
