using HotChocolate.Types;
using Networks.Domain.LifeEvents;
using Networks.Domain.Residents;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Orleans;

namespace Networks.GraphQLApi.LifeEvents;

/// <summary>What happens in a resident's life.</summary>
[MutationType]
public static class LifeEventMutations
{
    /// <summary>Records something that happened in a resident's life and often changes her connections.</summary>
    /// <param name="input">To whom, what and when.</param>
    public static Task<RecordLifeEventPayload> RecordLifeEventAsync(
        RecordLifeEventInput input, CommandDoor door, IGrainFactory grains, CancellationToken cancellationToken) =>
        ResidentDeeds.DoAsync<RecordLifeEventPayload, IRecordLifeEventError>(
            door,
            grains,
            input,
            id => new RecordLifeEvent { CommandId = id, Event = new LifeEvent(input.Kind, input.On, input.Source) },
            cancellationToken);
}

/// <summary>What happened in a resident's life.</summary>
public sealed record RecordLifeEventInput : ResidentCommandInput
{
    /// <summary>What happened, such as bereaved, retired or hospital-discharge; other words are kept as written.</summary>
    public required string Kind { get; init; }

    /// <summary>The day it happened.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who told of it.</summary>
    public string? Source { get; init; }
}

/// <summary>What came of recording a life event.</summary>
public sealed record RecordLifeEventPayload : ResidentPayload<IRecordLifeEventError>;
