using System.Collections.Immutable;
using System.Text.Json;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Grains.WardRegisters;
using Networks.Grains.Wards;
using Networks.Graph.Areas;

namespace Networks.Grains.Areas;

/// <summary>
/// Compares what the wards answer from with the rows they should have it from, and the two ends of every place. Whoever goes on working
/// meanwhile is no fault: what looks different is looked at once more, row and answer anew, before it is called a difference.
/// </summary>
internal sealed class AreaCheck(IEntityRows rows, WardRegister register, Func<Task<AreaGraph>> look, Moment at)
{
    private readonly HashSet<EntityKey> _seen = [];
    private readonly HashSet<EntityKey> _suspects = [];
    private readonly PlaceEnds _ends = new(at);
    private readonly List<CheckDifference> _differences = [];

    /// <summary>Cost: every row is read and parsed once.</summary>
    public async Task<CheckReport> Run(bool isComplete, CancellationToken cancellationToken)
    {
        var graph = await look();
        await foreach (var row in rows.ReadAll(cancellationToken))
        {
            var key = new EntityKey(row.Kind, row.Id);
            _seen.Add(key);
            _ends.Take(row);
            if (Differs(graph, row) is not null)
            {
                _suspects.Add(key);
            }
        }

        _suspects.UnionWith(Live(graph).Where(key => !_seen.Contains(key)));
        await LookAgain(cancellationToken);
        await LookAgainAtEnds(cancellationToken);
        if (!isComplete)
        {
            _differences.Add(new CheckDifference("area", "some ward could not be woken, so its answers could not be compared"));
        }

        return new CheckReport
        {
            Rows = _seen.Count,
            Wards = register.Wards.Length,
            Differences = [.. _differences.Take(CheckReport.DifferencesMax)],
            DifferenceCount = _differences.Count,
        };
    }

    private static IEnumerable<EntityKey> Live(AreaGraph graph) =>
        graph.Residents.Select(id => new EntityKey(EntityKind.Resident, id.Value))
            .Concat(graph.Volunteers.Select(id => new EntityKey(EntityKind.Volunteer, id.Value)))
            .Concat(graph.Groups.Select(id => new EntityKey(EntityKind.Group, id.Value)));

    private static string Name(EntityKey key) => $"{key.Kind.ToString().ToLowerInvariant()} {key.Reference}";

    private async Task LookAgain(CancellationToken cancellationToken)
    {
        var again = await ReadAgain(_suspects, cancellationToken);
        var graph = _suspects.Count == 0 ? null : await look();
        foreach (var key in _suspects.OrderBy(key => key.Kind).ThenBy(key => key.Reference, StringComparer.Ordinal))
        {
            var what = again.TryGetValue(key, out var row) ? Differs(graph!, row)
                : Live(graph!).Contains(key) ? "a ward answers for it, but the store has no row of it" : null;
            if (what is not null)
            {
                _differences.Add(new CheckDifference(Name(key), what));
            }
        }
    }

    private async Task LookAgainAtEnds(CancellationToken cancellationToken)
    {
        var suspects = _ends.Suspects();
        var again = await ReadAgain(suspects, cancellationToken);
        var second = new PlaceEnds(at);
        foreach (var row in again.Values)
        {
            second.Take(row);
        }

        _differences.AddRange(second.Differences(suspects));
    }

    private async Task<Dictionary<EntityKey, EntityRow>> ReadAgain(IReadOnlyCollection<EntityKey> keys, CancellationToken cancellationToken)
    {
        Dictionary<EntityKey, EntityRow> found = [];
        foreach (var kind in keys.GroupBy(key => key.Kind, key => key.Reference))
        {
            await foreach (var row in rows.ReadMany(kind.Key, [.. kind], cancellationToken))
            {
                found[new EntityKey(row.Kind, row.Id)] = row;
            }
        }

        return found;
    }

    // Null if every answer drawn from the graph would be as the row says.
    private string? Differs(AreaGraph graph, EntityRow row)
    {
        switch (row.Kind)
        {
            case EntityKind.Resident:
                if (EntryReader.Resident(row) is not { } resident)
                {
                    return graph.Find(ResidentId.Of(row.Id)) is null ? null : "a ward answers for somebody who was erased";
                }

                var live = graph.Find(resident.Id);
                return graph.Agrees(resident) ? null : Versions(resident.Ward, row.Version, live?.Ward, live?.Version);
            case EntityKind.Volunteer:
                var volunteer = EntryReader.Volunteer(row);
                var liveVolunteer = graph.Find(volunteer.Id);
                return Same(volunteer, liveVolunteer) ? null
                    : Versions(volunteer.Ward, row.Version, liveVolunteer?.Ward, liveVolunteer?.Version);
            default:
                var group = EntryReader.Group(row);
                var liveGroup = graph.Find(group.Id);
                return Same(group, liveGroup) ? null : Versions(group.Ward, row.Version, liveGroup?.Ward, liveGroup?.Version);
        }
    }

    // Lists inside records compare by reference, and these rows are few: compare what would be written.
    private static bool Same<T>(T row, T? live) => live is not null
        && JsonSerializer.SerializeToUtf8Bytes(row, StateJson.Options).AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(live, StateJson.Options));

    private string Versions(Domain.Wards.WardCode ward, int version, Domain.Wards.WardCode? liveWard, int? liveVersion)
    {
        if (register.Wards.All(known => known.Code != ward))
        {
            return $"its row is in ward {ward}, which is not in the register of wards, so no answer counts it";
        }

        return liveWard is null ? $"no ward answers for it; its row is version {version} in ward {ward}"
            : liveWard == ward && liveVersion == version ? $"ward {ward} answers from other facts than version {version} of its row holds"
            : $"ward {liveWard} answers from version {liveVersion}; its row is version {version} in ward {ward}";
    }
}
