using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.Indicators;

internal sealed class IndicatorsGrain : Grain, IIndicatorsGrain
{
    private readonly DurableState<IndicatorsState> _row;

    public IndicatorsGrain([PersistentState(StateNames.Indicators, StateNames.Provider)] IPersistentState<IndicatorsState> storage) =>
        _row = new DurableState<IndicatorsState>(storage, this);

    private AreaCode Area => AreaCode.Of(EntityKeys.Reference(this.GetPrimaryKeyString()));

    private IndicatorsState Current => _row.Current ?? new IndicatorsState { Id = Area };

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _row.Load();
        return Task.CompletedTask;
    }

    public Task<IndicatorsReading> Of(ImmutableArray<string> names)
    {
        var all = Current.Indicators;
        var found = names.IsEmpty ? all : all.RemoveAll(indicator => !names.Contains(indicator.Name));
        return Task.FromResult(new IndicatorsReading(found, [.. all.Select(indicator => indicator.Name).Distinct()]));
    }

    public async Task<int> Adopt(ImmutableArray<Indicator> indicators)
    {
        if (indicators.FirstOrDefault(indicator => indicator.Area != Area) is { } stray)
        {
            throw new ArgumentException($"{stray.Name} is about {stray.Area}; this record keeps figures about {Area} alone.");
        }

        var (rows, changed) = Upserts.Into(
            Current.Indicators, indicators, indicator => (indicator.Name, Period: indicator.Period ?? ""), IndicatorsState.Order);
        if (changed > 0)
        {
            await _row.Write(Current with { Indicators = rows });
        }

        return changed;
    }
}
