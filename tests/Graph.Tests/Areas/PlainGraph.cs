using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Tests.Areas;

/// <summary>
/// Component sizes and ways to a group worked out from rows by plain loops, sharing nothing with the code under test: names are coloured,
/// and colours run over rows until none changes.
/// </summary>
internal sealed class PlainGraph(
    ImmutableDictionary<ResidentId, ResidentEntry> residents, ImmutableDictionary<GroupId, GroupEntry> groups, DateOnly day)
{
    public bool OnRegister(ResidentId id) =>
        residents.TryGetValue(id, out var one) && Holds(one.RegisteredOn, one.LeftOn);

    /// <summary>Size of the component of everybody on the register.</summary>
    public Dictionary<ResidentId, int> Sizes(ConnectionKind[] kinds, TieKind[] tieKinds)
    {
        var colours = new Dictionary<string, int>();
        var pairs = new List<(string, string)>();
        foreach (var me in residents.Values.Where(me => OnRegister(me.Id)))
        {
            colours[$"resident {me.Id}"] = colours.Count;
            pairs.AddRange(Pairs(me, kinds, tieKinds));
        }

        foreach (var (_, other) in pairs)
        {
            colours.TryAdd(other, colours.Count);
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (one, other) in pairs)
            {
                if (colours[one] != colours[other])
                {
                    colours[one] = colours[other] = Math.Min(colours[one], colours[other]);
                    changed = true;
                }
            }
        }

        return residents.Keys.Where(OnRegister).ToDictionary(
            id => id, id => residents.Keys.Count(other => OnRegister(other) && colours[$"resident {other}"] == colours[$"resident {id}"]));
    }

    /// <summary>Ties to walk to a member of a running group, for everybody on the register who needs at most six.</summary>
    public Dictionary<ResidentId, int> Hops()
    {
        var found = new Dictionary<ResidentId, int>();
        var ties = residents.Values.Where(me => OnRegister(me.Id))
            .SelectMany(me => Pairs(me, [ConnectionKind.Tie], Enum.GetValues<TieKind>()))
            .Select(pair => (ResidentId.Of(pair.Item1["resident ".Length..]), ResidentId.Of(pair.Item2["resident ".Length..]))).ToList();
        foreach (var me in residents.Values.Where(me => OnRegister(me.Id) && me.Memberships.Any(Counts)))
        {
            found[me.Id] = 0;
        }

        for (var hops = 0; hops < 6; hops++)
        {
            foreach (var (one, other) in ties.Concat(ties.Select(tie => (tie.Item2, tie.Item1))).ToList())
            {
                if (found.TryGetValue(one, out var known) && known == hops)
                {
                    found.TryAdd(other, hops + 1);
                }
            }
        }

        return found;
    }

    /// <summary>How many others are within two ties of everybody on the register who has a tie.</summary>
    public Dictionary<ResidentId, int> WithinTwoTies()
    {
        var ties = residents.Values.Where(me => OnRegister(me.Id))
            .SelectMany(me => Pairs(me, [ConnectionKind.Tie], Enum.GetValues<TieKind>()))
            .SelectMany(pair => new[] { pair, (One: pair.Other, Other: pair.One) }).ToLookup(pair => pair.One, pair => pair.Other);
        return ties.ToDictionary(
            me => ResidentId.Of(me.Key["resident ".Length..]),
            me => me.Concat(me.SelectMany(other => ties[other])).Distinct().Count(other => other != me.Key));
    }

    private bool Holds(DateOnly? start, DateOnly? end) => (start == null || start <= day) && (end == null || end > day);

    private bool Counts(MembershipEntry row) => Holds(row.Since, row.EndedOn)
        && groups.TryGetValue(row.Group, out var group) && Holds(group.OpenedOn, group.ClosedOn);

    private IEnumerable<(string One, string Other)> Pairs(ResidentEntry me, ConnectionKind[] kinds, TieKind[] tieKinds)
    {
        foreach (var tie in me.Ties)
        {
            if (kinds.Contains(ConnectionKind.Tie) && tieKinds.Contains(tie.Kind) && Holds(tie.Since, tie.EndedOn)
                && tie.Resident is { } other && OnRegister(other))
            {
                yield return ($"resident {me.Id}", $"resident {other}");
            }
        }

        foreach (var row in me.Memberships)
        {
            if (kinds.Contains(ConnectionKind.Membership) && Counts(row))
            {
                yield return ($"resident {me.Id}", $"group {row.Group}");
            }
        }

        foreach (var row in me.Matches)
        {
            if (kinds.Contains(ConnectionKind.Befriending) && Holds(row.Since, row.EndedOn))
            {
                yield return ($"resident {me.Id}", $"volunteer {row.Volunteer}");
            }
        }
    }
}
