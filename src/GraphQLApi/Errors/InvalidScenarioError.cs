using HotChocolate;

namespace Networks.GraphQLApi.Errors;

/// <summary>Something is wrong in a scenario; every fault is told at once, each as an error of its own.</summary>
[GraphQLName("InvalidScenario")]
public sealed class InvalidScenarioError(string message, IReadOnlyList<string>? path, int line, int column, string key, string suggestion)
    : UserError(message, "INVALID_SCENARIO", path), ICommandError
{
    /// <summary>Line of the scenario, from 1; 0 for the whole of it.</summary>
    public int Line { get; } = line;

    /// <summary>Column, from 1; 0 for the whole of it.</summary>
    public int Column { get; } = column;

    /// <summary>Keys from the outermost on, such as arms.grant-ends[0].on; empty for the whole of it.</summary>
    public string Key { get; } = key;

    /// <summary>What was probably meant, in a sentence; empty if nobody can tell.</summary>
    public string Suggestion { get; } = suggestion;
}
