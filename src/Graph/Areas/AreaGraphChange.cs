using Networks.Domain.Wards;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// One step from a picture of the area to the next. It keeps three things true: a tie is found from both its ends, every ward lists
/// exactly its own people in order, and a ward whose answers could now differ gets a new part.
/// </summary>
internal sealed class AreaGraphChange(AreaGraph from)
{
    private const int NamedRoom = 128;

    private readonly AreaGraphWriters write = from.Write();
    private readonly TouchedWards touched = new();
    private readonly OrdinalSet rewired = new();
    private readonly OrdinalSet groupsPut = new();
    private readonly OrdinalSet groupsSeen = new();
    private readonly OrdinalSet volunteersSeen = new();
    private readonly AreaMoves moves = new();
    private bool edgesChanged;

    public void Replace(WardHolding holding)
    {
        if (from.Parts.TryGetValue(holding.Ward, out var part))
        {
            var residents = Set(holding.Residents.Ordinals);
            foreach (var ordinal in part.Residents.Where(ordinal => !residents.Contains(ordinal)))
            {
                RemoveResident(ordinal);
            }

            HashSet<int> volunteers = [.. holding.Volunteers.Select(node => node.Ordinal)];
            foreach (var ordinal in part.Volunteers.Where(ordinal => !volunteers.Contains(ordinal)))
            {
                RemoveVolunteer(ordinal);
            }

            HashSet<int> groups = [.. holding.Groups.Select(node => node.Ordinal)];
            foreach (var ordinal in part.Groups.Where(ordinal => !groups.Contains(ordinal)))
            {
                RemoveGroup(ordinal);
            }
        }

        Put(holding);
    }

    public void Put(WardHolding changed)
    {
        touched.Ward(NumberOf(changed.Ward));
        foreach (var group in changed.Groups)
        {
            PutGroup(group);
        }

        foreach (var volunteer in changed.Volunteers)
        {
            PutVolunteer(volunteer);
        }

        for (var at = 0; at < changed.Residents.Count; at++)
        {
            PutResident(changed.Residents[at]);
        }
    }

    public void Remove(WardCode ward, WardGone gone)
    {
        touched.Ward(NumberOf(ward));
        foreach (var (id, version) in gone.Residents)
        {
            if (from.Ordinals.Residents.Find(id.Value) is >= 0 and var ordinal && write.Residents[ordinal] is { IsHeld: true } node
                && node.Ward == ward && node.Version <= version)
            {
                RemoveResident(ordinal);
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
        Chunks<int[]?> memberLists = write.Members.Done(), matchedLists = write.Matched.Done();
        edgesChanged |= TouchHolders(groupsSeen, memberLists);
        TouchHolders(volunteersSeen, matchedLists);
        var stamp = from.Stamp + 1;
        var step = PictureStep.After(from.Step, rewired, groupsPut);
        return new AreaGraph(
            from.Ordinals, write.Residents.Done(), write.Naming.Done(), write.Groups.Done(), write.Volunteers.Done(),
            memberLists, matchedLists, from.Parts.With(Parts(stamp)), from.Edges.Next(step, edgesChanged), step, stamp, from.Answers);
    }

    private static HashSet<int> Set(ReadOnlySpan<int> ordinals)
    {
        HashSet<int> set = new(ordinals.Length);
        foreach (var ordinal in ordinals)
        {
            set.Add(ordinal);
        }

        return set;
    }

    private WardPart[] Parts(long stamp)
    {
        var parts = new WardPart[touched.All.Length];
        for (var at = 0; at < parts.Length; at++)
        {
            parts[at] = Part(touched.All[at], stamp);
        }

        return parts;
    }

    private WardPart Part(TouchedWard what, long stamp)
    {
        var old = from.Parts.Of(what.Number);
        var change = moves.Find(what.Number);
        var now = new WardMembers(
            from.Ordinals.Wards[what.Number],
            stamp,
            change?.Residents(old?.Residents ?? [], from.Ordinals.Residents) ?? old?.Residents ?? [],
            change?.Groups(old?.Groups ?? []) ?? old?.Groups ?? [],
            change?.Volunteers(old?.Volunteers ?? []) ?? old?.Volunteers ?? []);
        return old?.Next(now, what.Residents.All, what.Offers) ?? WardPart.First(now);
    }

    // Members live anywhere, and whether they are members changes with their group; who a volunteer is matters to those matched with her.
    private bool TouchHolders(OrdinalSet seen, Chunks<int[]?> holders)
    {
        var any = false;
        foreach (var owner in seen.All)
        {
            var residents = holders[owner] ?? [];
            any |= residents.Length > 0;
            TouchAll(residents);
        }

        return any;
    }

    private void PutResident(ResidentNode node)
    {
        var old = write.Residents[node.Ordinal];
        if (old.IsHeld && old.Version >= node.Version)
        {
            return;
        }

        if (old.WardNumber != node.WardNumber)
        {
            moves.Of(node.WardNumber).ResidentsIn.Add(node.Ordinal);
            if (old.IsHeld)
            {
                moves.Leave(old.WardNumber, one => one.ResidentsIn, one => one.ResidentsOut, node.Ordinal);
            }
        }

        write.Residents[node.Ordinal] = node;
        Follow(old, node);
    }

    private void RemoveResident(int ordinal)
    {
        var old = write.Residents[ordinal];
        moves.Leave(old.WardNumber, one => one.ResidentsIn, one => one.ResidentsOut, ordinal);
        write.Residents.Remove(ordinal);
        Follow(old, write.Residents[ordinal]);
    }

    private void Follow(ResidentNode old, ResidentNode node)
    {
        touched.Resident(old.WardNumber, node.Ordinal);
        touched.Resident(node.WardNumber, node.Ordinal);
        TouchOtherEnds(old, node);
        if (!old.SameEdges(node))
        {
            edgesChanged = true;
            rewired.Add(node.Ordinal);
            Span<int> room = stackalloc int[2 * NamedRoom];
            Rename(node.Ordinal, NamedPeople.Of(old, room[..NamedRoom]), NamedPeople.Of(node, room[NamedRoom..]));
            Relist(old, node);
        }
    }

    // Those she names see each tie from their end, and whether she is on the register; so do those who name her. A tie that is as it was
    // and of somebody who stays says nothing new; only its earlier contacts stand elsewhere.
    private void TouchOtherEnds(ResidentNode old, ResidentNode node)
    {
        ReadOnlySpan<TieRow> before = old.Ties, after = node.Ties;
        var isAsBefore = old.Register == node.Register;
        for (var at = 0; at < Math.Max(before.Length, after.Length); at++)
        {
            if (!isAsBefore || at >= before.Length || at >= after.Length || before[at] != after[at] || after[at].Earlier != 0)
            {
                TouchOtherEnd(before, at);
                TouchOtherEnd(after, at);
            }
        }

        if (old.Register != node.Register)
        {
            TouchAll(from.Namers(node.Ordinal));
        }
    }

    private void TouchOtherEnd(ReadOnlySpan<TieRow> ties, int at)
    {
        if (at < ties.Length && !ties[at].IsAlter)
        {
            TouchResident(ties[at].Other);
        }
    }

    // Both ascend, and each names a person once.
    private void Rename(int namer, ReadOnlySpan<int> before, ReadOnlySpan<int> after)
    {
        var (old, now) = (0, 0);
        while (old < before.Length || now < after.Length)
        {
            if (now == after.Length || (old < before.Length && before[old] < after[now]))
            {
                write.Naming.Remove(before[old++], namer);
            }
            else if (old == before.Length || after[now] < before[old])
            {
                write.Naming.Add(after[now++], namer);
            }
            else
            {
                (old, now) = (old + 1, now + 1);
            }
        }
    }

    // Whoever has left a list by the old rows and is on it by the new ones stays on it: the last word counts.
    private void Relist(ResidentNode old, ResidentNode node)
    {
        if (!SameGroups(old.Memberships, node.Memberships))
        {
            foreach (ref readonly var row in old.Memberships)
            {
                write.Members.Leave(row.Group, old.Ordinal);
            }

            foreach (ref readonly var row in node.Memberships)
            {
                write.Members.Join(row.Group, node.Ordinal);
            }
        }

        foreach (ref readonly var row in old.Matches)
        {
            write.Matched.Leave(row.Volunteer, old.Ordinal);
        }

        foreach (ref readonly var row in node.Matches)
        {
            write.Matched.Join(row.Volunteer, node.Ordinal);
        }
    }

    private static bool SameGroups(ReadOnlySpan<MembershipRow> left, ReadOnlySpan<MembershipRow> right)
    {
        for (var at = 0; at < left.Length && left.Length == right.Length; at++)
        {
            if (left[at].Group != right[at].Group)
            {
                return false;
            }
        }

        return left.Length == right.Length;
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
            moves.Of(NumberOf(node.Entry.Ward)).VolunteersIn.Add(node.Ordinal);
            if (old is not null)
            {
                TouchOffers(old.Ward);
                moves.Leave(NumberOf(old.Ward), one => one.VolunteersIn, one => one.VolunteersOut, node.Ordinal);
            }
        }

        write.Volunteers[node.Ordinal] = node.Entry;
        if (old?.Resident != node.Entry.Resident)
        {
            volunteersSeen.Add(node.Ordinal);
        }

        TouchOffers(node.Entry.Ward);
    }

    private void RemoveVolunteer(int ordinal)
    {
        var ward = write.Volunteers[ordinal]!.Ward;
        write.Volunteers[ordinal] = null;
        volunteersSeen.Add(ordinal);
        moves.Leave(NumberOf(ward), one => one.VolunteersIn, one => one.VolunteersOut, ordinal);
        TouchOffers(ward);
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
            moves.Of(NumberOf(group.Entry.Ward)).GroupsIn.Add(group.Ordinal);
            if (old is not null)
            {
                TouchOffers(old.Entry.Ward);
                moves.Leave(NumberOf(old.Entry.Ward), one => one.GroupsIn, one => one.GroupsOut, group.Ordinal);
            }
        }

        write.Groups[group.Ordinal] = group;
        TouchOffers(group.Entry.Ward);
        groupsPut.Add(group.Ordinal);
        if (old is null || old.Running != group.Running || old.Entry.Kind != group.Entry.Kind)
        {
            groupsSeen.Add(group.Ordinal);
        }
    }

    private void RemoveGroup(int ordinal)
    {
        var ward = write.Groups[ordinal]!.Entry.Ward;
        write.Groups[ordinal] = null;
        moves.Leave(NumberOf(ward), one => one.GroupsIn, one => one.GroupsOut, ordinal);
        TouchOffers(ward);
        groupsPut.Add(ordinal);
        groupsSeen.Add(ordinal);
    }

    private void TouchAll(ReadOnlySpan<int> people)
    {
        foreach (var ordinal in people)
        {
            TouchResident(ordinal);
        }
    }

    private void TouchResident(int ordinal)
    {
        if (write.Residents[ordinal] is { IsHeld: true } node)
        {
            touched.Resident(node.WardNumber, ordinal);
        }
    }

    private void TouchOffers(WardCode ward) => touched.Ward(NumberOf(ward)).Offers = true;

    private int NumberOf(WardCode ward) => from.Ordinals.Wards.Of(ward);
}
