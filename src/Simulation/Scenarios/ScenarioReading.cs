using System.Collections.Immutable;
using static System.FormattableString;

namespace Networks.Simulation.Scenarios;

/// <summary>What came of reading a scenario.</summary>
public abstract record ScenarioReading
{
    private ScenarioReading()
    {
    }

    /// <summary>The scenario as read.</summary>
    public sealed record Accepted(Scenario Scenario) : ScenarioReading;

    /// <summary>The text is no scenario: all that is wrong with it, in the order of its lines.</summary>
    public sealed record Refused(ImmutableArray<ScenarioFault> Faults) : ScenarioReading;
}

/// <summary>Something wrong in a scenario.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Reason">What is wrong there, in a sentence.</param>
/// <param name="Suggestion">What was probably meant, in a sentence; empty if nobody can tell.</param>
public sealed record ScenarioFault(YamlPlace At, string Reason, string Suggestion)
{
    /// <summary>The fault with the file it stands in.</summary>
    public string In(string file) => Invariant($"{file}, line {At.Line}, column {At.Column}")
        + (At.Path == "" ? "" : $", {At.Path}") + $": {Reason}{(Suggestion == "" ? "" : " " + Suggestion)}";

    /// <inheritdoc/>
    public override string ToString() => In("scenario.yaml");
}
