using System.Globalization;
using System.Text.Json;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Grains.Groups;
using Networks.Grains.Residents;
using Networks.Grains.Volunteers;
using Networks.Grains.Wards;

namespace Networks.Grains.Areas;

/// <summary>
/// The two ends of every membership and match as rows hold them: the resident's record on one side, the place at the volunteer or group
/// on the other. What a record says it is still doing (a group being joined, a place being given back) is no difference, and neither is
/// a place that a round handed over today and whose resident has yet to record it.
/// </summary>
internal sealed class PlaceEnds(Moment at)
{
    private readonly HashSet<PlaceEnd> _edges = [];
    private readonly HashSet<PlaceEnd> _places = [];
    private readonly Dictionary<PlaceEnd, string> _sharedByEdge = [];
    private readonly Dictionary<PlaceEnd, string> _sharedByPlace = [];
    private readonly HashSet<PlaceEnd> _underWay = [];
    private readonly HashSet<EntityKey> _stopped = [];
    private readonly Dictionary<EntityKey, string> _overfull = [];

    /// <summary>Takes one row.</summary>
    public void Take(EntityRow row)
    {
        var key = new EntityKey(row.Kind, row.Id);
        switch (row.Kind)
        {
            case EntityKind.Resident:
                Take(key, JsonSerializer.Deserialize<ResidentState>(row.Json.Span, StateJson.Options)!);
                break;
            case EntityKind.Volunteer:
                Take(key, JsonSerializer.Deserialize<VolunteerState>(row.Json.Span, StateJson.Options)!.Volunteer!.Places);
                break;
            default:
                var group = JsonSerializer.Deserialize<GroupState>(row.Json.Span, StateJson.Options)!.Group!;
                Take(key, group.Places);
                if (!group.Facts.Runs(at.Today))
                {
                    _stopped.Add(key); // its closing ended every membership, whatever either row still says
                }

                break;
        }
    }

    /// <summary>The rows of whatever does not agree.</summary>
    public IReadOnlyCollection<EntityKey> Suspects()
    {
        HashSet<EntityKey> suspects = [.. _overfull.Keys];
        foreach (var end in Lonely().Concat(Torn()))
        {
            suspects.Add(end.Owner);
            suspects.Add(new EntityKey(EntityKind.Resident, end.Resident.Value));
        }

        return suspects;
    }

    /// <summary>What does not agree, among rows that were all taken; ends whose other row was not asked for are left alone.</summary>
    public IEnumerable<CheckDifference> Differences(IReadOnlyCollection<EntityKey> taken)
    {
        foreach (var (owner, what) in _overfull)
        {
            yield return new CheckDifference(Name(owner), what);
        }

        bool IsWhole(PlaceEnd end) =>
            taken.Contains(end.Owner) && taken.Contains(new EntityKey(EntityKind.Resident, end.Resident.Value));
        foreach (var end in Torn().Where(IsWhole))
        {
            yield return new CheckDifference(Name(end.Owner), $"holds the place of resident {end.Resident} "
                + $"{Whose(_sharedByPlace.GetValueOrDefault(end))}, whose record has it {Whose(_sharedByEdge.GetValueOrDefault(end))}");
        }

        foreach (var end in Lonely().Where(IsWhole))
        {
            yield return _places.Contains(end)
                ? new CheckDifference(
                    Name(end.Owner), $"holds a place taken by resident {end.Resident}, whose record has no such connection")
                : new CheckDifference(
                    $"resident {end.Resident}", $"is connected with {Name(end.Owner)}, which has no place for this resident");
        }
    }

    private static string Name(EntityKey key) => $"{key.Kind.ToString().ToLowerInvariant()} {key.Reference}";

    private static string Whose(string? household) => household is null ? "as her own" : $"for household '{household}'";

    // Both ends are there, and disagree on who shares the place.
    private IEnumerable<PlaceEnd> Torn() => _sharedByEdge.Keys.Union(_sharedByPlace.Keys).Where(end =>
        _edges.Contains(end) && _places.Contains(end) && !_underWay.Contains(end)
        && _sharedByEdge.GetValueOrDefault(end) != _sharedByPlace.GetValueOrDefault(end));

    private IEnumerable<PlaceEnd> Lonely() =>
        _edges.Except(_places).Concat(_places.Except(_edges)).Where(end => !_underWay.Contains(end) && !_stopped.Contains(end.Owner)
            && !_stopped.Contains(new EntityKey(EntityKind.Resident, end.Resident.Value)));

    private void Take(EntityKey key, ResidentState state)
    {
        if (state.Resident is not { } resident)
        {
            _stopped.Add(key); // erased: owners of places are being told to forget her
            return;
        }

        if (resident.Facts.OnRegister(at.Today))
        {
            _edges.UnionWith(resident.Memberships.Where(row => row.Holds(at.Today)).Select(row => End(EntityKind.Group, row.Group.Value)));
            foreach (var match in resident.Matches.Where(row => row.Holds(at.Today)))
            {
                var end = End(EntityKind.Volunteer, match.Volunteer.Value);
                _edges.Add(end);
                Share(_sharedByEdge, end, match.Household);
            }
        }

        _underWay.UnionWith(state.Joining.Select(join => End(EntityKind.Group, join.Join.Group.Value)));
        _underWay.UnionWith(state.Freeing.Select(place => place.Group is { } group
            ? End(EntityKind.Group, group.Value)
            : End(EntityKind.Volunteer, place.Volunteer!.Value.Value)));

        PlaceEnd End(EntityKind kind, string owner) => new(ResidentId.Of(key.Reference), new EntityKey(kind, owner));
    }

    private void Take(EntityKey owner, Domain.Matches.Places places)
    {
        foreach (var taken in places.Taken.Where(taken => DateSpan.Holds(taken.Since, taken.EndedOn, at.Today)))
        {
            var end = new PlaceEnd(taken.Resident, owner);
            _places.Add(end);
            Share(_sharedByPlace, end, taken.Household);
            if (taken.Proposal is not null && taken.Since == at.Today)
            {
                _underWay.Add(end);
            }
        }

        int used = places.Others + places.TakenOn(at.Today) + places.HeldAt(at.Now, at.Today);
        if (used > places.Capacity)
        {
            _overfull[owner] = string.Create(
                CultureInfo.InvariantCulture, $"has {places.Capacity} places, but {used} are taken, held or used by others");
        }
    }

    private static void Share(Dictionary<PlaceEnd, string> shared, PlaceEnd end, string? household)
    {
        if (household is not null)
        {
            shared[end] = household;
        }
    }

    private readonly record struct PlaceEnd(ResidentId Resident, EntityKey Owner);
}
