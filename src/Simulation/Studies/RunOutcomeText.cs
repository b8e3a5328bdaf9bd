using System.Text.Json;
using System.Text.Json.Serialization;

namespace Networks.Simulation.Studies;

/// <summary>
/// A run's outcome as text, for runs held elsewhere than where the report is made. Every number comes back as it was, to the last bit.
/// </summary>
public static class RunOutcomeText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The outcome as text.</summary>
    public static string Write(RunOutcome outcome) => JsonSerializer.Serialize(outcome, Options);

    /// <summary>The outcome that was written.</summary>
    public static RunOutcome Read(string text) => JsonSerializer.Deserialize<RunOutcome>(text, Options)
        ?? throw new JsonException("The text holds no outcome of a run.");
}
