using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Networks.Domain.Commands;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Orleans;

namespace Networks.Grains.Simulations;

/// <summary>
/// Which run of a what-if scenario: the name its planner gave, a hyphen and eight hex digits of the command that started it, so that the
/// same command started again is the same run and two runs may bear one name.
/// </summary>
[GenerateSerializer, Immutable, Alias("networks.simulation-id")]
[JsonConverter(typeof(ReferenceJsonConverter<SimulationId>))]
public readonly record struct SimulationId([property: Id(0)] string Value) : IReference<SimulationId>
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLengthMax = 40;

    private const int DigitsBytes = 4;

    /// <inheritdoc/>
    public static SimulationId Of(string value) => new(value);

    /// <summary>The run that a command starts.</summary>
    public static SimulationId Of(string name, OrganisationId? organisation, CommandId command)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{organisation?.Value}\n{command}"));
        return new($"{name}-{Convert.ToHexStringLower(hash.AsSpan(0, DigitsBytes))}");
    }

    /// <summary>Null when <paramref name="name"/> can name a run, else a sentence that says why not.</summary>
    public static string? NameFault(string? name) => IsWord(name, NameLengthMax) ? null
        : $"A simulation's name has 1 to {NameLengthMax} of a-z, 0-9 and hyphen.";

    /// <summary>True if <paramref name="value"/> may be a run's id.</summary>
    public static bool CanBe(string? value) => IsWord(value, NameLengthMax + 1 + (2 * DigitsBytes));

    /// <inheritdoc/>
    public int CompareTo(SimulationId other) => References.Compare(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsWord(string? text, int lengthMax) => text is { Length: >= 1 } && text.Length <= lengthMax
        && text.All(letter => letter is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');
}
