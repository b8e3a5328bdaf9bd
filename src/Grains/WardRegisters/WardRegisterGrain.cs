using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.WardRegisters;

internal sealed class WardRegisterGrain : Grain, IWardRegisterGrain
{
    private readonly DurableState<WardRegisterState> _row;

    public WardRegisterGrain([PersistentState(StateNames.Area, StateNames.Provider)] IPersistentState<WardRegisterState> storage) =>
        _row = new DurableState<WardRegisterState>(storage, this);

    private WardRegisterState Current => _row.Current ?? new WardRegisterState();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _row.Load();
        return Task.CompletedTask;
    }

    public Task<WardRegister> Read() => Task.FromResult(new WardRegister(Current.Area, Current.Wards));

    public async Task<int> PutWards(ImmutableArray<WardFacts> wards)
    {
        var known = Current.Wards.ToDictionary(ward => ward.Code);
        var changed = wards.Where(ward => known.GetValueOrDefault(ward.Code) != ward).ToArray();
        if (changed.Length == 0)
        {
            return 0;
        }

        foreach (var ward in changed)
        {
            known[ward.Code] = ward;
        }

        await _row.Write(Current with { Wards = [.. known.Values.OrderBy(ward => ward.Code)] });
        return changed.DistinctBy(ward => ward.Code).Count();
    }

    public async Task<AreaFactsDecision> PutArea(AreaFacts area)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(area.TimeZone, out _))
        {
            return new AreaFactsDecision($"'{area.TimeZone}' is no time zone this machine knows; use an IANA name such as Europe/London.");
        }

        if (Current.Area != area)
        {
            await _row.Write(Current with { Area = area });
        }

        return new AreaFactsDecision(null);
    }

    public Task<WardLookup> Find(ImmutableArray<string> codesOrNames) => Task.FromResult(WardSearch.Find(Current.Wards, codesOrNames));
}
