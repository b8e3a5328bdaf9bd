using Networks.Matching.Solvers;

namespace Networks.Matching.Fairness;

/// <summary>
/// Who is helped when groups have guarantees and quotas: first some people who fill every guarantee, then each wish in order is helped for
/// good if any plan holds it together with those before it, within all bounds. Whoever fills a guarantee may be replaced until her own
/// turn. Every step is one path through places and groups, so it equals asking a new flow each time.
/// </summary>
internal sealed class BoundedCoverage
{
    private const int Nobody = -1;

    private readonly CompiledProblem problem;
    private readonly int[] groupOf;
    private readonly int[] least;
    private readonly int[] most;
    private readonly int[] count;
    private readonly int[] partOf;
    private readonly bool[] isSure;
    private readonly List<int>[] occupants;
    private readonly int[][] membersOf;
    private readonly int[] personSeen;
    private readonly int[] partSeen;
    private readonly int[] groupSeen;
    private readonly int[] takesFrom;
    private readonly int[] replaces;
    private readonly Queue<int> open = new();
    private int search;
    private bool isFilling = true;

    /// <summary>Each wish's group, and each group's bounds with pinned people taken off.</summary>
    public BoundedCoverage(CompiledProblem problem, int[] groupOf, int[] least, int[] most)
    {
        (this.problem, this.groupOf, this.least, this.most) = (problem, groupOf, least, most);
        var (wishes, parts) = (problem.Wishes.Length, problem.Offers.Length);
        (count, isSure, occupants) = (new int[least.Length], new bool[wishes], new List<int>[parts]);
        (personSeen, partSeen, groupSeen) = (new int[wishes], new int[parts], new int[least.Length]);
        (takesFrom, replaces, partOf) = (new int[wishes], new int[wishes], new int[wishes]);
        Array.Fill(partOf, Nobody);
        for (var part = 0; part < parts; part++)
        {
            occupants[part] = [];
        }

        var members = Enumerable.Range(0, wishes).Where(wish => problem.Arcs.Start[wish + 1] > problem.Arcs.Start[wish])
            .ToLookup(wish => groupOf[wish]);
        membersOf = [.. Enumerable.Range(0, least.Length).Select(group => members[group].ToArray())];
    }

    /// <summary>The part of every wish helped, -1 for the others; null if no plan keeps the bounds.</summary>
    public int[]? Find(CancellationToken cancellationToken)
    {
        if (least.Zip(most).Any(bound => bound.First > bound.Second || bound.Second < 0))
        {
            return null;
        }

        for (var group = 0; group < least.Length; group++)
        {
            while (count[group] < least[group])
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!TryHelp([.. membersOf[group].Where(wish => partOf[wish] < 0)], group))
                {
                    return null;
                }
            }
        }

        isFilling = false;
        for (var wish = 0; wish < partOf.Length; wish++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            isSure[wish] = partOf[wish] >= 0
                || problem.Arcs.Start[wish + 1] > problem.Arcs.Start[wish] && TryHelp([wish], groupOf[wish]);
        }

        return partOf;
    }

    private bool TryHelp(int[] anyOf, int group)
    {
        search++;
        open.Clear();
        foreach (var wish in anyOf)
        {
            See(wish, Nobody, Nobody);
        }

        while (open.TryDequeue(out var wish))
        {
            foreach (var part in problem.Arcs.OffersOf(wish))
            {
                if (partSeen[part] != search)
                {
                    partSeen[part] = search;
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
        if (occupants[part].Count < problem.Places[part])
        {
            if (count[group] < most[group] || DropUnsure(group))
            {
                count[group]++;
                Place(wish, part);
                return true;
            }

            return false;
        }

        foreach (var occupant in occupants[part].ToArray())
        {
            if (!isSure[occupant] && CanDoWithout(occupant, group))
            {
                Drop(occupant);
                count[group]++;
                Place(wish, part);
                return true;
            }

            See(occupant, wish, Nobody);
            if (!isSure[occupant] && groupSeen[groupOf[occupant]] != search)
            {
                groupSeen[groupOf[occupant]] = search;
                foreach (var other in membersOf[groupOf[occupant]])
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
    private bool CanDoWithout(int occupant, int group) => !isFilling && (groupOf[occupant] == group
        || count[groupOf[occupant]] > least[groupOf[occupant]] && (count[group] < most[group] || DropUnsure(group)));

    private bool DropUnsure(int group)
    {
        var unsure = Array.FindIndex(membersOf[group], wish => partOf[wish] >= 0 && !isSure[wish]);
        if (unsure < 0)
        {
            return false;
        }

        Drop(membersOf[group][unsure]);
        return true;
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
        count[groupOf[wish]]--;
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
