using Networks.Domain.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// What lies between two pictures read as plain graphs. Cost: the rows of those touched, of those naming them where the register differs,
/// and of the members of groups that opened or closed.
/// </summary>
internal sealed class EdgeDifference
{
    private readonly DayGraph old;
    private readonly DayGraph now;
    private readonly HashSet<(int, int)> seen = [];
    private readonly List<int> before = [];
    private readonly List<int> after = [];
    private readonly List<int> spare = [];

    private EdgeDifference(DayGraph old, DayGraph now)
    {
        this.old = old;
        this.now = now;
    }

    /// <summary>Edges of the new picture alone, each once.</summary>
    public List<(int From, int To)> Added { get; } = [];

    /// <summary>Edges of the old picture alone, each once.</summary>
    public List<(int From, int To)> Removed { get; } = [];

    /// <summary>Residents on the register in the new picture alone.</summary>
    public List<int> Came { get; } = [];

    /// <summary>Residents on the register in the old picture alone.</summary>
    public List<int> Left { get; } = [];

    /// <summary>Wards that somebody came to or left, by moving or by the register.</summary>
    public HashSet<WardCode> Wards { get; } = [];

    /// <summary>Residents whose own edges, or whether they hold, may differ.</summary>
    public HashSet<int> Owners { get; } = [];

    /// <summary>Null if finding out would cost more than the budget.</summary>
    public static EdgeDifference? Between(DayGraph old, DayGraph now, Touched touched, WorkBudget budget)
    {
        var difference = new EdgeDifference(old, now);
        difference.FindOwners(touched);
        foreach (var owner in difference.Owners)
        {
            if (!budget.Spend(difference.Compare(owner)))
            {
                return null;
            }
        }

        return difference;
    }

    private static void Sort(List<int> nodes)
    {
        nodes.Sort();
        var kept = 0;
        for (var at = 0; at < nodes.Count; at++)
        {
            if (at == 0 || nodes[at] != nodes[at - 1])
            {
                nodes[kept++] = nodes[at];
            }
        }

        nodes.RemoveRange(kept, nodes.Count - kept);
    }

    private void FindOwners(Touched touched)
    {
        foreach (var resident in touched.Residents)
        {
            Owners.Add(resident);
            NoteMove(resident);
            bool was = old.IsOnRegister(resident), isNow = now.IsOnRegister(resident);
            if (was != isNow)
            {
                (isNow ? Came : Left).Add(resident);
                old.AddNamers(resident, Owners);
                now.AddNamers(resident, Owners);
            }
        }

        foreach (var group in touched.Groups)
        {
            if (old.Runs(group) != now.Runs(group))
            {
                Owners.UnionWith(old.MembersOf(group).ToArray());
                Owners.UnionWith(now.MembersOf(group).ToArray());
            }
        }
    }

    private void NoteMove(int resident)
    {
        var (from, to) = (old.RegisteredIn(resident), now.RegisteredIn(resident));
        if (from != to)
        {
            Wards.UnionWith(new[] { from, to }.OfType<WardCode>());
        }
    }

    private int Compare(int owner)
    {
        before.Clear();
        after.Clear();
        old.AddOwned(owner, before);
        now.AddOwned(owner, after);
        var work = 1 + before.Count + after.Count;
        Sort(before);
        Sort(after);
        int at = 0, then = 0;
        while (at < before.Count || then < after.Count)
        {
            if (then == after.Count || (at < before.Count && before[at] < after[then]))
            {
                Differs(owner, before[at++], inOld: true);
            }
            else if (at == before.Count || after[then] < before[at])
            {
                Differs(owner, after[then++], inOld: false);
            }
            else
            {
                at++;
                then++;
            }
        }

        return work;
    }

    // The same two residents may be joined by a row of the other one, in either picture.
    private void Differs(int owner, int node, bool inOld)
    {
        var isResident = now.Numbers.IsResident(node);
        var was = inOld || (isResident && old.Owns(node, owner, spare));
        var isNow = !inOld || (isResident && now.Owns(node, owner, spare));
        if (was != isNow && seen.Add((Math.Min(owner, node), Math.Max(owner, node))))
        {
            (isNow ? Added : Removed).Add((owner, node));
        }
    }
}
