using Networks.Matching.Solvers;

namespace Networks.Matching.Fairness;

/// <summary>
/// Who is helped when groups have guarantees and quotas: first some people who fill every guarantee, then each wish in order is helped for
/// good if any plan holds it together with those before it, within all bounds. Whoever fills a guarantee may be replaced until her own
/// turn. Every step is one path through places and groups, so it equals asking a new flow each time. What a failed search has seen is
/// closed: nobody else of that group ever gets a place there, so no such place is looked at twice.
/// </summary>
internal sealed class BoundedCoverage
{
    private const int Nobody = -1;

    private readonly Arcs arcs;
    private readonly int[] places;
    private readonly BoundedGroups groups;
    private readonly int[] count;
    private readonly int[] sure;
    private readonly int[] partOf;
    private readonly bool[] isSure;
    private readonly List<int>[] occupants;
    private readonly int[][] membersOf;
    private readonly int[] personSeen;
    private readonly int[] partSeen;
    private readonly int[] groupSeen;
    private readonly int[] takesFrom;
    private readonly int[] replaces;
    private readonly List<int> seen = [];
    private readonly Queue<int> open = new();
    private int search;
    private bool isFilling = true;

    private readonly bool fillsWhatItCan;

    /// <param name="arcs">The pairs that pass.</param>
    /// <param name="places">Places of each part.</param>
    /// <param name="groups">The bounds; guarantees that cannot be filled are lowered where it fills what it can.</param>
    /// <param name="fillsWhatItCan">True to fill a guarantee as far as it goes, group by group, instead of refusing.</param>
    public BoundedCoverage(Arcs arcs, int[] places, BoundedGroups groups, bool fillsWhatItCan = false)
    {
        this.fillsWhatItCan = fillsWhatItCan;
        (this.arcs, this.places, this.groups) = (arcs, places, groups);
        var (wishes, parts) = (arcs.Start.Length - 1, places.Length);
        (count, sure, isSure, occupants) = (new int[groups.Count], new int[groups.Count], new bool[wishes], new List<int>[parts]);
        (personSeen, partSeen, groupSeen) = (new int[wishes], new int[parts], new int[groups.Count]);
        (takesFrom, replaces, partOf) = (new int[wishes], new int[wishes], new int[wishes]);
        Array.Fill(partOf, Nobody);
        for (var part = 0; part < parts; part++)
        {
            occupants[part] = [];
        }

        var members = Enumerable.Range(0, wishes).Where(HasOptions).ToLookup(wish => groups.Of[wish]);
        membersOf = [.. Enumerable.Range(0, groups.Count).Select(group => members[group].ToArray())];
        // Whoever is in a group without a guarantee fills none, so all such groups close the same places.
        var shared = NeverClosed(parts);
        ClosedBy = [.. groups.Least.Select(least => least > 0 ? NeverClosed(parts) : shared)];
    }

    /// <summary>By group and part: the first wish of the group to show that nobody of it gets a place there, -1 for none.</summary>
    public int[][] ClosedBy { get; }

    /// <summary>Why no plan keeps the bounds, once <see cref="Find"/> has found none.</summary>
    public string? Fault { get; private set; }

    /// <summary>The part of every wish helped, -1 for the others; null if no plan keeps the bounds.</summary>
    public int[]? Find(CancellationToken cancellationToken)
    {
        Fault = groups.Fault() ?? FillGuarantees(cancellationToken);
        if (Fault is not null)
        {
            return null;
        }

        isFilling = false;
        for (var wish = 0; wish < partOf.Length; wish++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            isSure[wish] = partOf[wish] >= 0 || HasOptions(wish) && TryHelpInTurn(wish);
            sure[groups.Of[wish]] += isSure[wish] ? 1 : 0;
        }

        return partOf;
    }

    private static int[] NeverClosed(int parts)
    {
        var closed = new int[parts];
        Array.Fill(closed, Nobody);
        return closed;
    }

    private bool HasOptions(int wish) => arcs.Start[wish + 1] > arcs.Start[wish];

    // As many as there can be, and of those that stay short every group that moving people about would make short instead.
    private string? FillGuarantees(CancellationToken cancellationToken)
    {
        var (together, missing) = (new SortedSet<int>(), 0);
        for (var group = 0; group < groups.Count; group++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (count[group] < groups.Least[group])
            {
                if (!TryHelp([.. membersOf[group].Where(wish => partOf[wish] < 0)], group))
                {
                    if (fillsWhatItCan)
                    {
                        groups.Least[group] = count[group];
                        break;
                    }

                    missing += groups.Least[group] - count[group];
                    together.Add(group);
                    together.UnionWith(Enumerable.Range(0, groups.Count).Where(other => groupSeen[other] == search));
                    break;
                }
            }
        }

        return missing == 0 ? null : groups.Shortfall([.. together], missing);
    }

    private bool TryHelpInTurn(int wish)
    {
        var group = groups.Of[wish];
        if (sure[group] >= groups.Most[group])
        {
            return false;
        }

        if (TryHelp([wish], group))
        {
            return true;
        }

        foreach (var part in seen)
        {
            ClosedBy[group][part] = wish;
        }

        return false;
    }

    private bool TryHelp(int[] anyOf, int group)
    {
        search++;
        open.Clear();
        seen.Clear();
        foreach (var wish in anyOf)
        {
            See(wish, Nobody, Nobody);
        }

        while (open.TryDequeue(out var wish))
        {
            foreach (var part in arcs.OffersOf(wish))
            {
                if (partSeen[part] != search && ClosedBy[group][part] < 0)
                {
                    partSeen[part] = search;
                    seen.Add(part);
                    if (TryEnd(wish, part, group))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    // A path ends at a free place, or with somebody who is not sure yet and whose group can do without her.
    private bool TryEnd(int wish, int part, int group)
    {
        if (occupants[part].Count < places[part])
        {
            MakeRoomIn(group);
            count[group]++;
            Place(wish, part);
            return true;
        }

        foreach (var occupant in occupants[part].ToArray())
        {
            if (!isSure[occupant] && CanDoWithout(occupant, group))
            {
                Drop(occupant);
                MakeRoomIn(group);
                count[group]++;
                Place(wish, part);
                return true;
            }

            See(occupant, wish, Nobody);
            if (!isSure[occupant] && groupSeen[groups.Of[occupant]] != search)
            {
                groupSeen[groups.Of[occupant]] = search;
                foreach (var other in membersOf[groups.Of[occupant]])
                {
                    if (partOf[other] < 0)
                    {
                        See(other, wish, occupant);
                    }
                }
            }
        }

        return false;
    }

    // While guarantees are being filled nobody is given up: every group holds as many as it must or still too few.
    private bool CanDoWithout(int occupant, int group) => !isFilling && (groups.Of[occupant] == group
        || count[groups.Of[occupant]] > groups.Least[groups.Of[occupant]]);

    // A group at its quota in which somebody is not sure yet: whoever has her turn comes before.
    private void MakeRoomIn(int group)
    {
        if (count[group] >= groups.Most[group])
        {
            Drop(Array.Find(membersOf[group], wish => partOf[wish] >= 0 && !isSure[wish]));
        }
    }

    private void See(int wish, int taker, int replaced)
    {
        if (personSeen[wish] != search)
        {
            (personSeen[wish], takesFrom[wish], replaces[wish]) = (search, taker, replaced);
            open.Enqueue(wish);
        }
    }

    private void Drop(int wish)
    {
        occupants[partOf[wish]].Remove(wish);
        partOf[wish] = Nobody;
        count[groups.Of[wish]]--;
    }

    // Whoever now has the place leaves hers, or the place of whom she replaces, to whoever was to take it, and so on back to the start.
    private void Place(int wish, int part)
    {
        for (var (mover, to) = (wish, part); mover >= 0;)
        {
            var leaver = replaces[mover] >= 0 ? replaces[mover] : mover;
            var left = partOf[leaver];
            if (left >= 0)
            {
                occupants[left].Remove(leaver);
                partOf[leaver] = Nobody;
            }

            partOf[mover] = to;
            occupants[to].Add(mover);
            (mover, to) = (takesFrom[mover], left);
        }
    }
}
