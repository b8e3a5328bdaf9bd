using System.Collections.Immutable;
using Networks.Domain.Interests;
using Networks.Grains.Commands;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.InterestRegisters;

internal sealed class InterestRegisterGrain : Grain, IInterestRegisterGrain
{
    private readonly DurableState<InterestRegisterState> _row;

    public InterestRegisterGrain(
        [PersistentState(StateNames.InterestRegister, StateNames.Provider)] IPersistentState<InterestRegisterState> storage) =>
        _row = new DurableState<InterestRegisterState>(storage, this);

    private InterestRegisterState Current => _row.Current ?? new InterestRegisterState();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _row.Load();
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<Interest>> All() => Task.FromResult(Current.Interests);

    public async Task<int> Adopt(ImmutableArray<Interest> interests)
    {
        var (rows, changed) = Upserts.Into(Current.Interests, interests, interest => interest.Word, ReferenceOrder.Instance);
        if (changed > 0)
        {
            await _row.Write(Current with { Interests = rows });
        }

        return changed;
    }
}
