namespace Networks.Simulation.Events;

/// <summary>Something that happens at one instant.</summary>
/// <param name="Time">When, in ticks since the fork.</param>
/// <param name="Kind">What; a model numbers its kinds in the order in which simultaneous events happen.</param>
/// <param name="Entity">To whom, by the model's own number.</param>
public readonly record struct SimulatedEvent(long Time, byte Kind, int Entity);
