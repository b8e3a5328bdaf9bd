using GreenDonut;
using Networks.Domain.Residents;
using Networks.Grains;
using Networks.Graph.Residents;
using Orleans;

namespace Networks.GraphQLApi.Ties;

/// <summary>Whose ties, and whether only those that hold today.</summary>
public readonly record struct TieEndsKey(ResidentId Resident, bool Current);

/// <summary>Ties from either end as the graph has them: one question to the area for all residents of an answer.</summary>
public sealed class TieEndsOfResident(IGrainFactory grains, IBatchScheduler batches, DataLoaderOptions options)
    : BatchDataLoader<TieEndsKey, ResidentTieEnds>(batches, options)
{
    protected override async Task<IReadOnlyDictionary<TieEndsKey, ResidentTieEnds>> LoadBatchAsync(
        IReadOnlyList<TieEndsKey> keys,
        CancellationToken cancellationToken)
    {
        Dictionary<TieEndsKey, ResidentTieEnds> found = new(keys.Count);
        foreach (var asked in keys.GroupBy(key => key.Current, key => key.Resident))
        {
            foreach (var ends in await grains.Area().TieEnds([.. asked], asked.Key))
            {
                found[new TieEndsKey(ends.Resident, asked.Key)] = ends;
            }
        }

        return found;
    }
}
