using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Grains.Commands;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.RoundRegisters;

internal sealed class RoundRegisterGrain : Grain, IRoundRegisterGrain
{
    private readonly DurableState<RoundRegisterState> _row;

    public RoundRegisterGrain(
        [PersistentState(StateNames.RoundRegister, StateNames.Provider)] IPersistentState<RoundRegisterState> storage) =>
        _row = new DurableState<RoundRegisterState>(storage, this);

    private RoundRegisterState Current => _row.Current ?? new RoundRegisterState();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _row.Load();
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<RoundName>> Read() => Task.FromResult(Current.Rounds);

    public Task Add(RoundName name) =>
        Current.Rounds.Contains(name) ? Task.CompletedTask : _row.Write(Current with { Rounds = Current.Rounds.Add(name) });
}
