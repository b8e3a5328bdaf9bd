using GreenDonut;
using Networks.Domain.Organisations;
using Networks.Grains;
using Orleans;

namespace Networks.GraphQLApi.Organisations;

/// <summary>Organisations: one question to their register for all that are named together.</summary>
public sealed class OrganisationById(IGrainFactory grains, IBatchScheduler batches, DataLoaderOptions options)
    : BatchDataLoader<OrganisationId, Organisation>(batches, options)
{
    protected override async Task<IReadOnlyDictionary<OrganisationId, Organisation>> LoadBatchAsync(
        IReadOnlyList<OrganisationId> keys,
        CancellationToken cancellationToken)
    {
        var all = await grains.OrganisationRegister().All();
        return all.Where(known => keys.Contains(known.Id)).ToDictionary(known => known.Id);
    }
}
