namespace Networks.Simulation.Events;

/// <summary>A model: it owns its <see cref="EventList"/> and says what each event changes.</summary>
public interface IEventModel
{
    /// <summary>What will happen.</summary>
    EventList Events { get; }

    /// <summary>Changes the model by <paramref name="now"/> and schedules what follows from it.</summary>
    void Happen(in SimulatedEvent now);
}
