using HotChocolate.Types;
using Networks.Grains;
using Networks.Grains.Commands;
using Networks.Grains.Simulations;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Orleans;

namespace Networks.GraphQLApi.Simulations;

/// <summary>Starting and ending runs of what-if scenarios. Nothing live is changed by any of them.</summary>
[MutationType]
public static class SimulationMutations
{
    /// <summary>
    /// Starts a run of a scenario from the area as it is now. One runs at a time; the others wait for it, at most ten together.
    /// </summary>
    /// <param name="input">The scenario and a name for the run.</param>
    public static Task<SimulationPayload> StartSimulationAsync(
        StartSimulationInput input, CommandDoor door, Caller caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, () => StartSimulationOnceAsync(input, caller, grains), cancellationToken);

    /// <summary>Ends a run that waits or runs; nothing is left of it but its record.</summary>
    /// <param name="input">Which run.</param>
    public static Task<SimulationPayload> CancelSimulationAsync(
        CancelSimulationInput input, CommandDoor door, Caller caller, IGrainFactory grains, CancellationToken cancellationToken) =>
        door.DoAsync(input, () => CancelSimulationOnceAsync(input, caller, grains), cancellationToken);

    private static async Task<SimulationPayload> StartSimulationOnceAsync(StartSimulationInput input, Caller caller, IGrainFactory grains)
    {
        if (SimulationId.NameFault(input.Name) is { } fault)
        {
            return SimulationPayload.Refused(new InvalidValueError($"name: {fault}", ["name"]));
        }

        var command = CommandIds.Of(input.CommandId);
        var id = SimulationId.Of(input.Name, caller.Organisation, command);
        var answer = await grains.Simulation(id).Start(new StartSimulation
        {
            CommandId = command,
            By = caller.NameOrUnnamed,
            Name = input.Name,
            Scenario = input.Scenario,
            Replications = input.Replications
        });
        return answer switch
        {
            SimulationStarted => await ShowAsync(grains, id),
            SimulationRefused refused => SimulationPayload.Refused(refused.Refusal.ToError("simulation")),
            ScenarioRefused refused => new SimulationPayload { Errors = [.. refused.Faults.Select(Error)] },
            _ => throw new InvalidOperationException("A simulation was neither started nor refused.")
        };
    }

    private static async Task<SimulationPayload> CancelSimulationOnceAsync(CancelSimulationInput input, Caller caller, IGrainFactory grains)
    {
        if (await SimulationType.FindAsync(grains, input.Simulation) is not { } simulation)
        {
            return SimulationPayload.Refused(new InvalidValueError(
                $"simulation: no simulation '{input.Simulation}' was started here; simulations lists those that were.", ["simulation"]));
        }

        var command = new CancelSimulation { CommandId = CommandIds.Of(input.CommandId), By = caller.NameOrUnnamed };
        return await grains.Simulation(simulation.Key).Cancel(command) is CommandRefused refused
            ? SimulationPayload.Refused(refused.Refusal.ToError("simulation"))
            : await ShowAsync(grains, simulation.Key);
    }

    private static async Task<SimulationPayload> ShowAsync(IGrainFactory grains, SimulationId id) =>
        new() { Simulation = await SimulationType.FindAsync(grains, id.Value) };

    private static InvalidScenarioError Error(FaultyLine fault)
    {
        var place = fault.Line == 0 ? "scenario" : $"scenario, line {fault.Line}, column {fault.Column}";
        var message = string.Join(' ', ((string[])[$"{place}: {fault.Reason}", fault.Suggestion]).Where(part => part.Length > 0));
        return new InvalidScenarioError(message, ["scenario"], fault.Line, fault.Column, fault.Key, fault.Suggestion);
    }
}
