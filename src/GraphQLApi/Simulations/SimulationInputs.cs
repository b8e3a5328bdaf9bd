using HotChocolate;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Simulations;

/// <summary>What to run.</summary>
public sealed record StartSimulationInput : CommandInput
{
    /// <summary>A name for the run: 1 to 40 of a-z, 0-9 and hyphen. Several may bear it.</summary>
    public required string Name { get; init; }

    /// <summary>The scenario as YAML, at most 64 KiB; it runs from the area as it is now.</summary>
    public required string Scenario { get; init; }

    /// <summary>Exactly so many runs of each arm, 2 to 10,000; left out, as the scenario says.</summary>
    public int? Replications { get; init; }
}

/// <summary>Which run to end.</summary>
public sealed record CancelSimulationInput : CommandInput
{
    /// <summary>The run's reference or global id.</summary>
    [GraphQLType("ID!")]
    public required string Simulation { get; init; }
}

/// <summary>What came of a command about a simulation.</summary>
public sealed record SimulationPayload
{
    /// <summary>The run as it is now; null when refused.</summary>
    public SimulationType? Simulation { get; init; }

    /// <summary>Why it was not done; null exactly when it was done.</summary>
    public IReadOnlyList<ICommandError>? Errors { get; init; }

    internal static SimulationPayload Refused(UserError error) => new() { Errors = error.As<ICommandError>() };
}
