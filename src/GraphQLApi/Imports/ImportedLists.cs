using Networks.Domain.Wards;
using Networks.Grains;
using Networks.GraphQLApi.Stores;
using Networks.Import.Deliveries;
using Networks.Import.Indicators;
using Networks.Import.Interests;
using Networks.Import.Organisations;
using Networks.Import.Wards;

namespace Networks.GraphQLApi.Imports;

/// <summary>
/// Takes in what a delivery says of nobody in particular: organisations, interests, areas, wards and published figures. Each is compared
/// with its register, and only what differs is written.
/// </summary>
internal sealed class ImportedLists(StoreContext store, ImportReport report, Delivery delivery, KnownArea known, bool dryRun)
{
    private const int AreasAtATime = 64;

    /// <summary>Puts everything into the registers, or in a dry run only counts what would be.</summary>
    public async Task Write(CancellationToken cancellationToken)
    {
        var organisations = Differing(delivery.Organisations.Values, known.Organisations, organisation => organisation.Id,
            OrganisationFile.Merge, OrganisationFile.Layout.File);
        var interests = Differing(delivery.Interests.Values, known.Interests, interest => interest.Word,
            InterestFile.Merge, InterestFile.Layout.File);
        var areas = Differing(delivery.Areas.Values, known.Areas, area => area.Code, AreaFile.Merge, AreaFile.Layout.File);
        var wards = Differing(delivery.Wards.Values, known.Wards, ward => ward.Code, WardFile.Merge, WardFile.Layout.File);
        if (!dryRun)
        {
            await store.Grains.OrganisationRegister().Adopt([.. organisations]);
            await store.Grains.InterestRegister().Adopt([.. interests]);
            await store.Grains.AreaRegister().Adopt([.. areas]);
            await store.Grains.WardRegister().PutWards([.. wards]);
        }

        await Parallel.ForEachAsync(
            delivery.Indicators.Values.GroupBy(indicator => indicator.Area),
            new ParallelOptions { MaxDegreeOfParallelism = AreasAtATime, CancellationToken = cancellationToken },
            async (figures, _) => await Write(figures.Key, [.. figures]));
    }

    private async Task Write(AreaCode area, Indicator[] figures)
    {
        var grain = store.Grains.Indicators(area);
        var stored = (await grain.Of([])).Found;
        List<Indicator> differing;
        lock (report)
        {
            differing = Differing(figures, stored, figure => (figure.Name, figure.Period), IndicatorFile.Merge, IndicatorFile.Layout.File);
        }

        if (!dryRun && differing.Count > 0)
        {
            await grain.Adopt([.. differing]);
        }
    }

    private List<T> Differing<T, TKey>(IEnumerable<T> delivered, IEnumerable<T> stored, Func<T, TKey> key,
        Func<T?, T, IReadOnlySet<string>, T> merge, string file)
        where T : class
        where TKey : notnull
    {
        var before = stored.ToDictionary(key);
        var columns = delivery.Columns(file);
        List<T> differing = [];
        foreach (var row in delivered)
        {
            var present = before.GetValueOrDefault(key(row));
            var merged = merge(present, row, columns);
            if (merged.Equals(present))
            {
                report.Unchanged++;
                continue;
            }

            report.New += present is null ? 1 : 0;
            report.Changed += present is null ? 0 : 1;
            differing.Add(merged);
        }

        return differing;
    }
}
