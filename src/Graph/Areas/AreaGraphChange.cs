using Networks.Domain.Wards;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// One step from a picture of the area to the next. It keeps three things true: a tie is found from both its ends, every ward lists
/// exactly its own people in order, and a ward whose answers could now differ gets a new part.
/// </summary>
internal sealed class AreaGraphChange(AreaGraph from)
{
    private readonly AreaGraphWriters write = from.Write();
    private readonly TouchedWards touched = new();
    private readonly Dictionary<WardCode, Members> members = [];
    private readonly StepNotes notes = new();
    private readonly HashSet<int> groupsSeen = [];
    private bool edgesChanged;

    public void Replace(WardHolding holding)
    {
        var ward = holding.Ward;
        touched.Ward(ward);
        if (from.Parts.TryGetValue(ward, out var part))
        {
            HashSet<int> residents = [.. holding.Residents.Select(node => node.Ordinal)];
            HashSet<int> volunteers = [.. holding.Volunteers.Select(node => node.Ordinal)];
            HashSet<int> groups = [.. holding.Groups.Select(node => node.Ordinal)];
            foreach (var ordinal in part.Residents.Where(ordinal => !residents.Contains(ordinal)))
            {
                RemoveResident(write.Residents[ordinal]!);
            }

            foreach (var ordinal in part.Volunteers.Where(ordinal => !volunteers.Contains(ordinal)))
            {
                RemoveVolunteer(ordinal);
            }

            foreach (var ordinal in part.Groups.Where(ordinal => !groups.Contains(ordinal)))
            {
                RemoveGroup(ordinal);
            }
        }

        Put(holding);
    }

    public void Put(WardHolding changed)
    {
        touched.Ward(changed.Ward);
        foreach (var group in changed.Groups)
        {
            PutGroup(group);
        }

        foreach (var volunteer in changed.Volunteers)
        {
            PutVolunteer(volunteer);
        }

        foreach (var resident in changed.Residents)
        {
            PutResident(resident);
        }
    }

    public void Remove(WardCode ward, WardGone gone)
    {
        touched.Ward(ward);
        foreach (var (id, version) in gone.Residents)
        {
            if (from.Ordinals.Residents.Find(id.Value) is >= 0 and var ordinal && write.Residents[ordinal] is { } node
                && node.Ward == ward && node.Version <= version)
            {
                RemoveResident(node);
            }
        }

        foreach (var (id, version) in gone.Volunteers)
        {
            if (from.Ordinals.Volunteers.Find(id.Value) is >= 0 and var ordinal && write.Volunteers[ordinal] is { } entry
                && entry.Ward == ward && entry.Version <= version)
            {
                RemoveVolunteer(ordinal);
            }
        }

        foreach (var (id, version) in gone.Groups)
        {
            if (from.Ordinals.Groups.Find(id.Value) is >= 0 and var ordinal && write.Groups[ordinal] is { } group
                && group.Entry.Ward == ward && group.Entry.Version <= version)
            {
                RemoveGroup(ordinal);
            }
        }
    }

    public AreaGraph Done()
    {
        var memberLists = write.Members.Done();
        TouchMembers(memberLists);
        var stamp = from.Stamp + 1;
        var step = notes.After(from.Step);
        var residents = write.Residents.Done();
        var parts = from.Parts.ToBuilder();
        foreach (var (ward, what) in touched.All)
        {
            var old = from.Parts.GetValueOrDefault(ward);
            var change = members.GetValueOrDefault(ward);
            var now = new WardMembers(
                ward,
                stamp,
                change?.Residents(old?.Residents ?? [], residents) ?? old?.Residents ?? [],
                change?.Groups(old?.Groups ?? []) ?? old?.Groups ?? [],
                change?.Volunteers(old?.Volunteers ?? []) ?? old?.Volunteers ?? []);
            parts[ward] = old?.Next(now, what.Residents, what.Offers) ?? WardPart.First(now);
        }

        return new AreaGraph(
            from.Ordinals, residents, write.Naming.Done(), write.Groups.Done(), write.Volunteers.Done(),
            memberLists, write.Matched.Done(), parts.ToImmutable(), from.Edges.Next(step, edgesChanged), step, stamp);
    }

    // Members live anywhere, and whether they are members changes with their group.
    private void TouchMembers(Chunks<int[]> memberLists)
    {
        foreach (var group in groupsSeen)
        {
            foreach (var member in memberLists[group] ?? [])
            {
                edgesChanged = true;
                TouchResident(member);
            }
        }
    }

    private void PutResident(ResidentNode node)
    {
        var old = write.Residents[node.Ordinal];
        if (old is not null && old.Version >= node.Version)
        {
            return;
        }

        if (old is null || old.Ward != node.Ward)
        {
            MembersOf(node.Ward).ResidentsIn.Add(node.Ordinal);
            if (old is not null)
            {
                touched.Resident(old.Ward, node.Ordinal);
                Leaves(old.Ward, members => members.ResidentsIn, members => members.ResidentsOut, node.Ordinal);
            }
        }

        write.Residents[node.Ordinal] = node;
        notes.Put(node.Ordinal);
        touched.Resident(node.Ward, node.Ordinal);
        TouchOthers(node, old);
        if (old is null || !old.SameEdges(node))
        {
            edgesChanged = true;
            notes.Rewire(node.Ordinal);
            RenameTargets(old, node);
        }
    }

    private void RemoveResident(ResidentNode node)
    {
        write.Residents[node.Ordinal] = null;
        notes.Put(node.Ordinal);
        Leaves(node.Ward, members => members.ResidentsIn, members => members.ResidentsOut, node.Ordinal);
        touched.Resident(node.Ward, node.Ordinal);
        TouchOthers(node, null);
        edgesChanged = true;
        notes.Rewire(node.Ordinal);
        RenameTargets(node, null);
    }

    // Those she names see the tie from their end, and those who name her see whether she is on the register.
    private void TouchOthers(ResidentNode node, ResidentNode? old)
    {
        TouchTargets(node.Ties);
        TouchTargets(old?.Ties ?? []);
        if (old is null || old.Register != node.Register)
        {
            foreach (var namer in write.Naming[node.Ordinal] ?? [])
            {
                TouchResident(namer.Namer);
            }
        }
    }

    private void TouchTargets(TieRow[] ties)
    {
        foreach (ref readonly var tie in ties.AsSpan())
        {
            if (!tie.IsAlter)
            {
                TouchResident(tie.Other);
            }
        }
    }

    private void RenameTargets(ResidentNode? old, ResidentNode? node)
    {
        Relist(old, node);
        foreach (var tie in old?.Ties ?? [])
        {
            if (!tie.IsAlter && write.Naming[tie.Other] is { } named)
            {
                NamedBy[] others = [.. named.Where(by => by.Namer != old!.Ordinal)];
                write.Naming[tie.Other] = others.Length == 0 ? null : others;
            }
        }

        for (var at = 0; at < node?.Ties.Length; at++)
        {
            if (!node.Ties[at].IsAlter)
            {
                var target = node.Ties[at].Other;
                write.Naming[target] = [.. write.Naming[target] ?? [], new NamedBy(node.Ordinal, at)];
            }
        }
    }

    // Whoever has left a list by the old rows and is on it by the new ones stays on it: the last word counts.
    private void Relist(ResidentNode? old, ResidentNode? node)
    {
        foreach (var row in old?.Memberships ?? [])
        {
            write.Members.Leave(row.Group, old!.Ordinal);
        }

        foreach (var row in old?.Matches ?? [])
        {
            write.Matched.Leave(row.Volunteer, old!.Ordinal);
        }

        foreach (var row in node?.Memberships ?? [])
        {
            write.Members.Join(row.Group, node!.Ordinal);
        }

        foreach (var row in node?.Matches ?? [])
        {
            write.Matched.Join(row.Volunteer, node!.Ordinal);
        }
    }

    private void PutVolunteer(VolunteerNode node)
    {
        var old = write.Volunteers[node.Ordinal];
        if (old is not null && old.Version >= node.Entry.Version)
        {
            return;
        }

        if (old is null || old.Ward != node.Entry.Ward)
        {
            MembersOf(node.Entry.Ward).VolunteersIn.Add(node.Ordinal);
            if (old is not null)
            {
                touched.Offers(old.Ward);
                Leaves(old.Ward, members => members.VolunteersIn, members => members.VolunteersOut, node.Ordinal);
            }
        }

        write.Volunteers[node.Ordinal] = node.Entry;
        touched.Offers(node.Entry.Ward);
    }

    private void RemoveVolunteer(int ordinal)
    {
        var ward = write.Volunteers[ordinal]!.Ward;
        write.Volunteers[ordinal] = null;
        Leaves(ward, members => members.VolunteersIn, members => members.VolunteersOut, ordinal);
        touched.Offers(ward);
    }

    private void PutGroup(GroupNode group)
    {
        var old = write.Groups[group.Ordinal];
        if (old is not null && old.Entry.Version >= group.Entry.Version)
        {
            return;
        }

        if (old is null || old.Entry.Ward != group.Entry.Ward)
        {
            MembersOf(group.Entry.Ward).GroupsIn.Add(group.Ordinal);
            if (old is not null)
            {
                touched.Offers(old.Entry.Ward);
                Leaves(old.Entry.Ward, members => members.GroupsIn, members => members.GroupsOut, group.Ordinal);
            }
        }

        write.Groups[group.Ordinal] = group;
        touched.Offers(group.Entry.Ward);
        notes.PutGroup(group.Ordinal);
        if (old is null || old.Running != group.Running || old.Entry.Kind != group.Entry.Kind)
        {
            groupsSeen.Add(group.Ordinal);
        }
    }

    private void RemoveGroup(int ordinal)
    {
        var ward = write.Groups[ordinal]!.Entry.Ward;
        write.Groups[ordinal] = null;
        Leaves(ward, members => members.GroupsIn, members => members.GroupsOut, ordinal);
        touched.Offers(ward);
        notes.PutGroup(ordinal);
        groupsSeen.Add(ordinal);
    }

    private void Leaves(WardCode ward, Func<Members, HashSet<int>> comers, Func<Members, HashSet<int>> leavers, int ordinal)
    {
        var members = MembersOf(ward);
        comers(members).Remove(ordinal);
        leavers(members).Add(ordinal);
    }

    private void TouchResident(int ordinal)
    {
        if (write.Residents[ordinal] is { } node)
        {
            notes.Affect(ordinal);
            touched.Resident(node.Ward, ordinal);
        }
    }

    private Members MembersOf(WardCode ward)
    {
        if (!members.TryGetValue(ward, out var known))
        {
            members.Add(ward, known = new Members());
        }

        return known;
    }

    /// <summary>Who comes to a ward and who leaves it.</summary>
    private sealed class Members
    {
        public HashSet<int> ResidentsIn { get; } = [];

        public HashSet<int> ResidentsOut { get; } = [];

        public HashSet<int> GroupsIn { get; } = [];

        public HashSet<int> GroupsOut { get; } = [];

        public HashSet<int> VolunteersIn { get; } = [];

        public HashSet<int> VolunteersOut { get; } = [];

        public int[] Groups(int[] old) => GroupsIn.Count + GroupsOut.Count == 0 ? old : Merge(old, GroupsIn, GroupsOut);

        public int[] Volunteers(int[] old) => VolunteersIn.Count + VolunteersOut.Count == 0 ? old : Merge(old, VolunteersIn, VolunteersOut);

        public int[] Residents(int[] old, Chunks<ResidentNode> nodes)
        {
            if (ResidentsIn.Count + ResidentsOut.Count == 0)
            {
                return old;
            }

            var merged = Merge(old, ResidentsIn, ResidentsOut);
            Comparison<int> byReference = (left, right) => nodes[left]!.Id.CompareTo(nodes[right]!.Id);
            var sorted = true;
            for (var at = 1; at < merged.Length && sorted; at++)
            {
                sorted = byReference(merged[at - 1], merged[at]) < 0;
            }

            if (!sorted)
            {
                Array.Sort(merged, byReference);
            }

            return merged;
        }

        private static int[] Merge(int[] old, HashSet<int> comers, HashSet<int> leavers) =>
            [.. old.Where(ordinal => !leavers.Contains(ordinal) && !comers.Contains(ordinal)), .. comers];
    }
}
