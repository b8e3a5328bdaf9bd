using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.AreaRegisters;

internal sealed class AreaRegisterGrain : Grain, IAreaRegisterGrain
{
    private readonly DurableState<AreaRegisterState> _row;

    public AreaRegisterGrain(
        [PersistentState(StateNames.AreaRegister, StateNames.Provider)] IPersistentState<AreaRegisterState> storage) =>
        _row = new DurableState<AreaRegisterState>(storage, this);

    private AreaRegisterState Current => _row.Current ?? new AreaRegisterState();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _row.Load();
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<PublishedArea>> All() => Task.FromResult(Current.Areas);

    public Task<PublishedArea?> Find(AreaCode code) => Task.FromResult(Current.Areas.FirstOrDefault(known => known.Code == code));

    public async Task<int> Adopt(ImmutableArray<PublishedArea> areas)
    {
        var (rows, changed) = Upserts.Into(Current.Areas, areas, area => area.Code);
        if (changed > 0)
        {
            await _row.Write(Current with { Areas = rows });
        }

        return changed;
    }
}
