using System.Collections.Immutable;
using GreenDonut;
using Networks.Domain.Measures;
using Networks.Domain.Groups;
using Networks.Grains;
using Networks.Grains.Groups;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Nodes;
using Orleans;

namespace Networks.GraphQLApi.Groups;

/// <summary>Groups' records, each read once per request.</summary>
public sealed class GroupById(IGrainFactory grains, IBatchScheduler batches, DataLoaderOptions options)
    : BatchDataLoader<GroupId, GroupReading>(batches, options)
{
    public async Task<GroupType?> FindAsync(GroupId id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is { } reading ? new GroupType(reading) : null;

    /// <summary>The group a record speaks of; if the group is gone meanwhile, the field that needs it says so.</summary>
    public async Task<GroupType> RequiredAsync(GroupId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw Refused.Unavailable($"Group '{id}' is named here but has no record.");

    /// <summary>Memberships as their groups' closings leave them.</summary>
    public async Task<IReadOnlyList<Membership>> WithClosingsAsync(
        ImmutableArray<Membership> memberships, CancellationToken cancellationToken)
    {
        var groups = await LoadAsync([.. memberships.Select(membership => membership.Group)], cancellationToken);
        return [.. memberships.Select((membership, at) => membership.Within(groups[at]?.Group.Facts.ClosedOn))];
    }

    /// <summary>The group an argument means: a reference first, then a global id.</summary>
    public async Task<GroupType?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (References.Fault(text) is null && await FindAsync(GroupId.Of(text), cancellationToken) is { } byReference)
        {
            return byReference;
        }

        return GlobalId.Read("Group", text) is { } reference && References.Fault(reference) is null
            ? await FindAsync(GroupId.Of(reference), cancellationToken)
            : null;
    }

    protected override async Task<IReadOnlyDictionary<GroupId, GroupReading>> LoadBatchAsync(
        IReadOnlyList<GroupId> keys,
        CancellationToken cancellationToken)
    {
        var readings = await Task.WhenAll(keys.Select(id => grains.Group(id).Read(cancellationToken)));
        return readings.OfType<GroupReading>().ToDictionary(reading => reading.Group.Id);
    }
}
