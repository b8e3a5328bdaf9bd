using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Tests.Areas;

/// <summary>
/// A small community to which one thing happens at a time: a tie is added, ended or struck out, somebody registers, leaves, moves or is
/// erased, a group opens, closes or goes. Rows are kept as a store would keep them, and the picture is told of each change.
/// </summary>
internal sealed class RandomHistory
{
    public static readonly DateOnly[] Days = [new(2026, 11, 20), new(2026, 11, 22), new(2026, 11, 24)];

    private readonly Random random;
    private readonly WardCode[] wards;
    private readonly int people;
    private readonly Dictionary<string, int> versions = [];

    public RandomHistory(int seed, FollowLimits limits)
    {
        random = new Random(seed);
        wards = [.. Enumerable.Range(1, random.Next(1, 5)).Select(at => WardCode.Of($"W{at}"))];
        people = random.Next(2, 40);
        Graph = AreaGraph.Empty(limits);
        for (var step = 0; step < people * 2; step++)
        {
            Happen();
        }
    }

    public AreaGraph Graph { get; private set; }

    public Dictionary<ResidentId, ResidentEntry> Residents { get; } = [];

    public Dictionary<GroupId, GroupEntry> Groups { get; } = [];

    public int Below(int limit) => random.Next(limit);

    public T Pick<T>(params T[] values) => values[random.Next(values.Length)];

    /// <summary>One thing happens and the picture is told.</summary>
    public void Happen()
    {
        switch (random.Next(16))
        {
            case 0:
                Group(random.Next(1, 5));
                break;
            case 1:
                Register();
                break;
            case 2:
                Change(Someone(), one => one with { Ward = Pick(wards) });
                break;
            case 3 when random.Next(3) == 0:
                Erase();
                break;
            case 4 or 5:
                Change(Someone(), one => one with
                {
                    Memberships = Other(one.Memberships, Membership, row => row with { EndedOn = Day() }),
                });
                break;
            case 6:
                Change(Someone(), one => one with { Matches = Other(one.Matches, Match, row => row with { EndedOn = Day() }) });
                break;
            default:
                Change(Someone(), one => one with { Ties = Other(one.Ties, Tie, row => row with { EndedOn = Day() }) });
                break;
        }
    }

    // A row more, a row ended, a row struck out: more come than go, so that components grow large enough to fall apart.
    private ImmutableArray<T> Other<T>(ImmutableArray<T> rows, Func<T> fresh, Func<T, T> ended)
    {
        var at = rows.IsEmpty ? -1 : random.Next(rows.Length);
        return random.Next(5) switch
        {
            0 when at >= 0 => rows.SetItem(at, ended(rows[at])),
            1 or 2 when at >= 0 => rows.RemoveAt(at),
            _ => rows.Add(fresh()),
        };
    }

    private DateOnly Day() => Pick(Days).AddDays(random.Next(-1, 2));

    private DateOnly? MaybeDay() => random.Next(4) == 0 ? Day() : null;

    private ResidentId Someone() => ResidentId.Of($"R{random.Next(people)}");

    private TieEntry Tie() => new(
        random.Next(12) == 0 ? null : Someone(), null, Pick(Enum.GetValues<TieKind>()), null, MaybeDay(), MaybeDay(), null, []);

    private MembershipEntry Membership() => new(GroupId.Of($"G{random.Next(1, 6)}"), MaybeDay(), MaybeDay(), []);

    private MatchEntry Match() => new(
        VolunteerId.Of($"V{random.Next(1, 4)}"), OfferKind.Befriending, MaybeDay(), MaybeDay(), null, []);

    private void Register() => Change(Someone(), one => one with
    {
        RegisteredOn = MaybeDay(), LeftOn = random.Next(3) == 0 ? Day() : null,
    });

    private void Change(ResidentId id, Func<ResidentEntry, ResidentEntry> change)
    {
        var old = Residents.GetValueOrDefault(id);
        var one = change(old ?? new ResidentEntry { Id = id, Version = 0, Ward = Pick(wards) }) with { Version = Next($"r{id}") };
        one = one with { Ties = [.. one.Ties.Select(tie => tie.Resident is null ? tie with { Alter = 0 } : tie)] };
        Residents[id] = one;
        if (old is not null && old.Ward != one.Ward && random.Next(2) == 0)
        {
            Graph = Graph.Remove(old.Ward, WardGone.None with { Residents = [(id, one.Version)] });
        }

        // Told alone, or with all else that its ward holds.
        var told = random.Next(6) == 0 ? Residents.Values.Where(other => other.Ward == one.Ward) : [one];
        Graph = Graph.Put(Graph.Pack(one.Ward, WardEntries.None with { Residents = [.. told] }));
    }

    private void Erase()
    {
        if (Residents.Count > 0)
        {
            var one = Pick(Residents.Values.ToArray());
            Residents.Remove(one.Id);
            Graph = Graph.Remove(one.Ward, WardGone.None with { Residents = [(one.Id, Next($"r{one.Id}"))] });
        }
    }

    private void Group(int at)
    {
        var id = GroupId.Of($"G{at}");
        var version = Next($"g{id}");
        if (Groups.TryGetValue(id, out var old) && random.Next(5) == 0)
        {
            Groups.Remove(id);
            Graph = Graph.Remove(old.Ward, WardGone.None with { Groups = [(id, version)] });
            return;
        }

        var group = new GroupEntry
        {
            Id = id,
            Version = version,
            Ward = old?.Ward ?? Pick(wards),
            OpenedOn = MaybeDay(),
            ClosedOn = MaybeDay(),
            Places = new Places(),
        };
        Groups[id] = group;
        Graph = Graph.Put(Graph.Pack(group.Ward, WardEntries.None with { Groups = [group] }));
    }

    private int Next(string key) => versions[key] = versions.GetValueOrDefault(key) + 1;
}
