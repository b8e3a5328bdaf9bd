using System.Collections.Immutable;
using Networks.Domain.Commands;
using Networks.Grains.Commands;
using Networks.Grains.Simulations;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.SimulationRegisters;

internal sealed class SimulationRegisterGrain : Grain, ISimulationRegisterGrain, IRemindable
{
    private const string Reminder = "unfinished";
    private static readonly TimeSpan WakeEvery = TimeSpan.FromMinutes(10);

    private readonly DurableState<SimulationRegisterState> _row;
    private readonly IGrainFactory _grains;

    public SimulationRegisterGrain(
        [PersistentState(StateNames.SimulationRegister, StateNames.Provider)] IPersistentState<SimulationRegisterState> storage,
        IGrainFactory grains) =>
        (_row, _grains) = (new DurableState<SimulationRegisterState>(storage, this), grains);

    private SimulationRegisterState Current => _row.Current ?? new SimulationRegisterState();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _row.Load();
        return Task.CompletedTask;
    }

    public Task<SimulationList> Read() => Task.FromResult(new SimulationList(Current.Runs, Current.Unfinished));

    public Task<bool> IsNext(SimulationId id) => Task.FromResult(Current.Unfinished is [var first, ..] && first == id);

    public async Task<Refusal?> Enter(SimulationId id)
    {
        if (!Current.Unfinished.Contains(id))
        {
            if (Current.Unfinished.Length >= ISimulationRegisterGrain.UnfinishedMax)
            {
                return new WrongState(
                    "queue-full",
                    $"{Current.Unfinished.Length} simulations run or wait already, and no more may; cancel one, or wait until one is "
                        + "over.");
            }

            await _row.Write(Current with { Runs = With(Current.Runs, id), Unfinished = Current.Unfinished.Add(id) });
            await Remind();
        }

        return null;
    }

    public async Task Leave(SimulationId id, bool hasBeen)
    {
        if (Current.Unfinished.Contains(id))
        {
            var runs = hasBeen ? Current.Runs : Current.Runs.Remove(id);
            await _row.Write(Current with { Runs = runs, Unfinished = Current.Unfinished.Remove(id) });
            await Remind();
            await Wake();
        }
    }

    // Not waited for: that run may be waiting for this register.
    public Task Wake()
    {
        if (Current.Unfinished is [var first, ..])
        {
            _ = _grains.Simulation(first).Settle();
        }

        return Task.CompletedTask;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Wake();

    private static ImmutableArray<SimulationId> With(ImmutableArray<SimulationId> runs, SimulationId id) =>
        runs.Contains(id) ? runs : runs.Add(id);

    // A server that starts wakes the queue at once; the reminder is for a silo that was lost without one.
    private async Task Remind()
    {
        var reminder = await this.GetReminder(Reminder);
        if (Current.Unfinished.IsEmpty && reminder is not null)
        {
            await this.UnregisterReminder(reminder);
        }
        else if (!Current.Unfinished.IsEmpty && reminder is null)
        {
            await this.RegisterOrUpdateReminder(Reminder, WakeEvery, WakeEvery);
        }
    }
}
