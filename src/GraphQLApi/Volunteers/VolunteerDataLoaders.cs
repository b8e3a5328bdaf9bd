using GreenDonut;
using Networks.Domain.Measures;
using Networks.Domain.Volunteers;
using Networks.Grains;
using Networks.Grains.Volunteers;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Orleans;

namespace Networks.GraphQLApi.Volunteers;

/// <summary>Volunteers' records, each read once per request.</summary>
public sealed class VolunteerById(IGrainFactory grains, IBatchScheduler batches, DataLoaderOptions options)
    : BatchDataLoader<VolunteerId, VolunteerReading>(batches, options)
{
    public async Task<VolunteerType?> FindAsync(VolunteerId id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is { } reading ? new VolunteerType(reading) : null;

    /// <summary>The volunteer a record speaks of; if the volunteer is gone meanwhile, the field that needs it says so.</summary>
    public async Task<VolunteerType> RequiredAsync(VolunteerId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw Refused.Unavailable($"Volunteer '{id}' is named here but has no record.");

    /// <summary>The volunteer an argument means: a reference first, then a global id.</summary>
    public async Task<VolunteerType?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (References.Fault(text) is null && await FindAsync(VolunteerId.Of(text), cancellationToken) is { } byReference)
        {
            return byReference;
        }

        return GlobalId.Read("Volunteer", text) is { } reference && References.Fault(reference) is null
            ? await FindAsync(VolunteerId.Of(reference), cancellationToken)
            : null;
    }

    protected override async Task<IReadOnlyDictionary<VolunteerId, VolunteerReading>> LoadBatchAsync(
        IReadOnlyList<VolunteerId> keys,
        CancellationToken cancellationToken)
    {
        var readings = await Task.WhenAll(keys.Select(id => grains.Volunteer(id).Read(cancellationToken)));
        return readings.OfType<VolunteerReading>().ToDictionary(reading => reading.Volunteer.Id);
    }
}
