using Networks.Domain.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// From the reach in one picture to that in another, after Ramalingam and Reps (1996) with levels instead of a queue: first, level by
/// level, whoever has lost all that her level rested on; then, nearest first, whoever comes to be nearer than she is now known to be.
/// Cost: the ties of those whose reach changes and of those beside them; the whole stays within a budget or gives up.
/// </summary>
internal sealed class ReachChange(DayGraph old, DayGraph now, Chunks<byte> from, FollowLimits limits)
{
    private readonly WorkBudget budget = limits.Budget(now.Numbers.Count);
    private readonly HashSet<int> lost = [];
    private readonly Dictionary<int, byte> found = [];
    private readonly List<int>[] waiting = [.. Enumerable.Range(0, ReachLevel.Last + 2).Select(_ => new List<int>())];
    private readonly List<int> neighbours = [];
    private readonly List<int> changed = [];
    private readonly HashSet<WardCode> stale = [];

    /// <summary>The new levels; null if following would cost more than the budget.</summary>
    public Chunks<byte>? Follow(Touched touched) =>
        EdgeDifference.Between(old, now, touched, budget) is { } difference && Lose(difference) && Find(difference) ? Written() : null;

    /// <summary>Wards with a resident whose reach is another; null = perhaps all.</summary>
    public IReadOnlyCollection<WardCode>? StaleWards()
    {
        stale.UnionWith(changed.Take(limits.MembersMax).Select(now.WardOf).OfType<WardCode>());
        return changed.Count > limits.MembersMax ? null : stale;
    }

    private bool Lose(EdgeDifference difference)
    {
        stale.UnionWith(difference.Wards);
        foreach (var resident in difference.Owners)
        {
            Doubt(resident, from[resident] == ReachLevel.Member || !now.IsOnRegister(resident));
        }

        foreach (var (one, other) in difference.Removed)
        {
            Doubt(one, RestsOn(one, other));
            Doubt(other, RestsOn(other, one));
        }

        for (var level = ReachLevel.Member; level <= ReachLevel.Last; level++)
        {
            foreach (var resident in waiting[level])
            {
                if (!lost.Contains(resident) && !Rests(resident, level) && !Shake(resident, level))
                {
                    return false;
                }
            }

            waiting[level].Clear();
        }

        return true;
    }

    private void Doubt(int resident, bool doubtful)
    {
        if (doubtful && from[resident] is var level and not ReachLevel.Nobody)
        {
            waiting[level].Add(resident);
        }
    }

    private bool RestsOn(int resident, int other) => from[other] != ReachLevel.Nobody && from[resident] == from[other] + 1;

    private bool Rests(int resident, byte level) =>
        level == ReachLevel.Member
        ? now.IsMember(resident)
        : LevelBeside(resident, level - 1) is not ReachLevel.Nobody and var beside && beside < level;

    // What one level farther out may have rested on her is looked at with the next level.
    private bool Shake(int resident, byte level)
    {
        lost.Add(resident);
        var work = Around(resident);
        foreach (var other in neighbours)
        {
            Doubt(other, from[other] == level + 1);
        }

        return budget.Spend(work);
    }

    private bool Find(EdgeDifference difference)
    {
        foreach (var resident in difference.Owners.Where(now.IsMember))
        {
            waiting[ReachLevel.Member].Add(resident);
        }

        foreach (var resident in lost)
        {
            if (!budget.Spend(Around(resident)))
            {
                return false;
            }

            if (LevelBeside(resident, ReachLevel.Member) is > ReachLevel.Nobody and < ReachLevel.Last and var beside)
            {
                waiting[beside + 1].Add(resident);
            }
        }

        foreach (var (one, other) in difference.Added)
        {
            Offer(one, Level(other));
            Offer(other, Level(one));
        }

        for (var level = ReachLevel.Member; level <= ReachLevel.Last; level++)
        {
            foreach (var resident in waiting[level])
            {
                if (!Reach(resident, level))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool Reach(int resident, byte level)
    {
        if (Level(resident) is not ReachLevel.Nobody and var known && known <= level)
        {
            return true;
        }

        found[resident] = level;
        var work = Around(resident);
        foreach (var other in neighbours)
        {
            Offer(other, level);
        }

        return budget.Spend(work);
    }

    private void Offer(int resident, byte beside)
    {
        if (beside is not ReachLevel.Nobody and < ReachLevel.Last
            && (Level(resident) is ReachLevel.Nobody || Level(resident) > beside + 1))
        {
            waiting[beside + 1].Add(resident);
        }
    }

    // As far as it is known by now: lost and not found again is nobody.
    private byte Level(int resident) =>
        found.TryGetValue(resident, out var level) ? level : lost.Contains(resident) ? ReachLevel.Nobody : from[resident];

    /// <summary>The lowest known level around a resident; stops looking at one that is low enough.</summary>
    private int LevelBeside(int resident, int enough)
    {
        Around(resident);
        int lowest = ReachLevel.Nobody;
        foreach (var other in neighbours)
        {
            var level = Level(other);
            lowest = level != ReachLevel.Nobody && (lowest == ReachLevel.Nobody || level < lowest) ? level : lowest;
            if (lowest != ReachLevel.Nobody && lowest <= enough)
            {
                break;
            }
        }

        return lowest;
    }

    private int Around(int resident)
    {
        neighbours.Clear();
        now.AddNeighbours(resident, neighbours);
        return 1 + neighbours.Count;
    }

    private Chunks<byte> Written()
    {
        var write = from.Write();
        foreach (var resident in lost.Concat(found.Keys).Distinct())
        {
            var level = Level(resident);
            if (level != from[resident])
            {
                write[resident] = level;
                changed.Add(resident);
            }
        }

        return write.Done();
    }
}
