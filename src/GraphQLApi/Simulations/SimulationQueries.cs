using HotChocolate;
using HotChocolate.Types;
using Networks.Grains;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Pages;
using Networks.Simulation.Comparisons;
using Orleans;

namespace Networks.GraphQLApi.Simulations;

/// <summary>Questions about runs of what-if scenarios.</summary>
[QueryType]
public static class SimulationQueries
{
    /// <summary>One run of a scenario; null when none of this reference was started.</summary>
    /// <param name="id">The run's reference or global id.</param>
    public static Task<SimulationType?> GetSimulationAsync([GraphQLType("ID!")] string id, IGrainFactory grains) =>
        SimulationType.FindAsync(grains, id);

    /// <summary>Runs of scenarios, the latest started first.</summary>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public static async Task<SimulationConnection> GetSimulationsAsync(int? first, string? after, IGrainFactory grains)
    {
        var page = PageRequest.Of(first, after).Cut([.. (await grains.SimulationRegister().Read()).Runs.Reverse()]);
        var runs = await Task.WhenAll(page.Rows.Select(row => SimulationType.FindAsync(grains, row.Row.Value)));
        return new SimulationConnection
        {
            Edges =
            [
                .. page.Rows.Zip(runs)
                    .Where(row => row.Second is not null)
                    .Select(row => new SimulationEdge { Cursor = row.First.Cursor, Node = row.Second! })
            ],
            PageInfo = page.Info,
            TotalCount = page.TotalCount
        };
    }

    /// <summary>Scenarios to begin with, each to be changed for the area at hand: its wards, funds and days.</summary>
    public static IReadOnlyList<ScenarioTemplateType> GetScenarioTemplates() =>
        [.. ScenarioTemplates.Names.Select(name => new ScenarioTemplateType(name))];

    /// <summary>
    /// Finished runs side by side, outcome by outcome, and whether their numbers may be held against each other: only if they begin from
    /// the same fork on the same day, last as long and are about the same wards.
    /// </summary>
    /// <param name="ids">References or global ids of 2 to 10 runs that are done.</param>
    public static async Task<SimulationComparisonType> GetCompareSimulationsAsync(
        [GraphQLType("[ID!]!")] IReadOnlyList<string> ids, IGrainFactory grains)
    {
        if (ids.Count is < 2 or > StudyComparison.StudiesMax)
        {
            throw Refused.BadArgument("ids", $"{ids.Count} runs cannot be compared; name 2 to {StudyComparison.StudiesMax}.");
        }

        var runs = await Task.WhenAll(ids.Select(id => FindDoneAsync(grains, id)));
        if (runs.Select(run => run.Run.Reference).Distinct(StringComparer.Ordinal).Count() < runs.Length)
        {
            throw Refused.BadArgument("ids", "A run is named twice; name each once.");
        }

        return new SimulationComparisonType(runs);
    }

    private static async Task<(SimulationType Run, StoredReport Report)> FindDoneAsync(IGrainFactory grains, string id)
    {
        var run = await SimulationType.FindAsync(grains, id)
            ?? throw Refused.BadArgument("ids", $"No simulation '{id}' was started here; simulations lists those that were.");
        var state = run.State.ToString().ToUpperInvariant();
        return await run.ReportAsync() is { } report
            ? (run, report)
            : throw Refused.BadArgument("ids", $"The simulation {run.Reference} is {state}; only those that are DONE are compared.");
    }
}

/// <summary>A page of runs of scenarios.</summary>
public sealed class SimulationConnection : Connection<SimulationEdge, SimulationType>;

/// <summary>One run of the list.</summary>
public sealed class SimulationEdge : Edge<SimulationType>;
