using HotChocolate;
using Networks.Domain.LifeEvents;

namespace Networks.GraphQLApi.LifeEvents;

/// <summary>Something that happened in a resident's life and often changes her connections.</summary>
[GraphQLName("LifeEvent")]
public sealed class LifeEventType
{
    private readonly LifeEvent _event;

    internal LifeEventType(LifeEvent lifeEvent) => _event = lifeEvent;

    /// <summary>What happened, such as bereaved, retired or hospital-discharge.</summary>
    public string Kind => _event.Kind;

    /// <summary>The day it happened.</summary>
    public DateOnly On => _event.On;

    /// <summary>Who told of it; null where not known.</summary>
    public string? Source => _event.Source;
}
