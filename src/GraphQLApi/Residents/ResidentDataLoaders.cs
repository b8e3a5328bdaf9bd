using GreenDonut;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Grains;
using Networks.Grains.Areas;
using Networks.Grains.Residents;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Orleans;

namespace Networks.GraphQLApi.Residents;

/// <summary>Residents' records, each read once per request.</summary>
public sealed class ResidentById(IGrainFactory grains, IBatchScheduler batches, DataLoaderOptions options)
    : BatchDataLoader<ResidentId, ResidentReading>(batches, options)
{
    public async Task<ResidentType?> FindAsync(ResidentId id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is { } reading ? new ResidentType(reading) : null;

    /// <summary>The resident a record speaks of; if she is gone meanwhile, the field that needs her says so.</summary>
    public async Task<ResidentType> RequiredAsync(ResidentId id, CancellationToken cancellationToken) =>
        new(await RecordAsync(id, cancellationToken));

    /// <summary>The record of somebody named here; if she is gone meanwhile, the field that needs it says so.</summary>
    internal async Task<ResidentReading> RecordAsync(ResidentId id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ?? throw Refused.Unavailable($"Resident '{id}' is named here but has no record.");

    /// <summary>The resident an argument means: a reference first, then a global id.</summary>
    public async Task<ResidentType?> FindAsync(string text, CancellationToken cancellationToken) =>
        await FindReadingAsync(text, cancellationToken) is { } reading ? new ResidentType(reading) : null;

    internal async Task<ResidentReading?> FindReadingAsync(string text, CancellationToken cancellationToken)
    {
        if (References.Fault(text) is null && await LoadAsync(ResidentId.Of(text), cancellationToken) is { } byReference)
        {
            return byReference;
        }

        return GlobalId.Read("Resident", text) is { } reference && References.Fault(reference) is null
            ? await LoadAsync(ResidentId.Of(reference), cancellationToken)
            : null;
    }

    protected override async Task<IReadOnlyDictionary<ResidentId, ResidentReading>> LoadBatchAsync(
        IReadOnlyList<ResidentId> keys,
        CancellationToken cancellationToken)
    {
        var readings = await Task.WhenAll(keys.Select(id => grains.Resident(id).Read(cancellationToken)));
        return readings.OfType<ResidentReading>().ToDictionary(reading => reading.Resident.Id);
    }
}

/// <summary>Whose connections, on which day, and as known when.</summary>
public readonly record struct ConnectionsKey(ResidentId Resident, DateOnly? On, DateOnly? KnownAt = null);

/// <summary>What the graph knows of residents: one question to the area for all who ask for the same day.</summary>
public sealed class ConnectionsOfResident(
    IGrainFactory grains, AreaRegister register, IBatchScheduler batches, DataLoaderOptions options)
    : BatchDataLoader<ConnectionsKey, ResidentConnections>(batches, options)
{
    protected override async Task<IReadOnlyDictionary<ConnectionsKey, ResidentConnections>> LoadBatchAsync(
        IReadOnlyList<ConnectionsKey> keys,
        CancellationToken cancellationToken)
    {
        var questions = keys.GroupBy(key => (key.On, key.KnownAt)).Select(async same =>
        {
            Task<ConnectionsAnswer> Ask(IAreaGrain area) => area.Connections([.. same.Select(key => key.Resident)], same.Key.On);
            var answer = same.Key.KnownAt is { } evening
                ? await register.Evenings.AskAsync(evening, Ask, cancellationToken)
                : await Ask(grains.Area());
            return answer.Residents.Select(of => KeyValuePair.Create(new ConnectionsKey(of.Key, same.Key.On, same.Key.KnownAt), of.Value));
        });
        return (await Task.WhenAll(questions)).SelectMany(answers => answers).ToDictionary();
    }
}
