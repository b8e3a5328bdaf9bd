using HotChocolate;
using Networks.Grains.Simulations;

namespace Networks.GraphQLApi.Simulations;

/// <summary>How a simulation stands.</summary>
[GraphQLName("SimulationState")]
public enum SimulationStateWord
{
    /// <summary>Its fork is taken; others run first.</summary>
    Queued,

    /// <summary>It is being run.</summary>
    Running,

    /// <summary>Its report is there.</summary>
    Done,

    /// <summary>Ended by hand; nothing is left of it but this record.</summary>
    Cancelled,

    /// <summary>It could not be brought to its end; its fault says why.</summary>
    Failed
}

/// <summary>The grain's words under the names clients know.</summary>
internal static class SimulationStates
{
    public static SimulationStateWord Of(SimulationStage stage) => stage switch
    {
        SimulationStage.Queued => SimulationStateWord.Queued,
        SimulationStage.Running => SimulationStateWord.Running,
        SimulationStage.Done => SimulationStateWord.Done,
        SimulationStage.Cancelled => SimulationStateWord.Cancelled,
        SimulationStage.Failed => SimulationStateWord.Failed,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage of a simulation.")
    };
}
