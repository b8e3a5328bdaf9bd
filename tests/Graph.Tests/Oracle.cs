using System.Text;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Graph.Residents;

namespace Networks.Graph.Tests;

/// <summary>
/// What every number means, written as plain loops over rows and sharing nothing with the code under test: slow, and short enough to be
/// compared with the contract line by line.
/// </summary>
internal sealed class Oracle(RandomArea area, DateOnly day)
{
    /// <summary>One row of a connection, seen from one person.</summary>
    public sealed record Row(
        string With, bool NamedByOther, ConnectionKind Kind, TieKind? TieKind, bool Current, DateOnly? Start, ContactFrequency? Frequency,
        DateOnly[] Contacts);

    public static int CompareBytes(string left, string right) =>
        Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));

    public bool Holds(DateOnly? start, DateOnly? end) => (start == null || start <= day) && (end == null || end > day);

    public bool OnRegister(ResidentId id) =>
        area.Residents.TryGetValue(id, out var one) && Holds(one.Facts.RegisteredOn, one.Facts.LeftOn);

    public Resident Find(ResidentId id) => area.Residents[id];

    public bool Runs(GroupId id) => area.Groups.TryGetValue(id, out var group) && Holds(group.Facts.OpenedOn, group.Facts.ClosedOn);

    public List<Resident> Register() => [.. area.Residents.Values.Where(one => OnRegister(one.Id))
        .OrderBy(one => one.Facts.Ward.Value, Comparer<string>.Create(CompareBytes))
            .ThenBy(one => one.Id.Value, Comparer<string>.Create(CompareBytes))];

    /// <summary>Every row of hers and every row naming her; kinds of tie as recorded.</summary>
    public List<Row> Rows(Resident me)
    {
        var rows = new List<Row>();
        foreach (var tie in me.Ties)
        {
            DateOnly[] contacts = [.. me.Contacts.Where(c => c.Tie == tie.Number).Select(c => c.On), .. Maybe(tie.LastContact)];
            if (tie.Resident == null)
            {
                var current = Holds(tie.Since, tie.EndedOn);
                rows.Add(new Row($"alter {tie.Alter}", false, ConnectionKind.Alter, tie.Kind, current, tie.Since, tie.Frequency, contacts));
            }
            else if (tie.Resident != me.Id)
            {
                var current = Holds(tie.Since, tie.EndedOn) && OnRegister(tie.Resident.Value);
                rows.Add(new Row($"resident {tie.Resident}", false, ConnectionKind.Tie, tie.Kind, current, tie.Since, tie.Frequency,
                    contacts));
            }
        }

        foreach (var other in area.Residents.Values.Where(other => other.Id != me.Id))
        {
            foreach (var tie in other.Ties.Where(tie => tie.Resident == me.Id))
            {
                DateOnly[] contacts = [.. other.Contacts.Where(c => c.Tie == tie.Number).Select(c => c.On), .. Maybe(tie.LastContact)];
                var current = Holds(tie.Since, tie.EndedOn) && OnRegister(other.Id);
                rows.Add(new Row($"resident {other.Id}", true, ConnectionKind.Tie, tie.Kind, current, tie.Since, tie.Frequency, contacts));
            }
        }

        foreach (var row in me.Memberships)
        {
            var current = Holds(row.Since, row.EndedOn) && Runs(row.Group);
            DateOnly[] came = [.. me.Attendances.Where(one => one.Group == row.Group).Select(one => one.On)];
            rows.Add(new Row($"group {row.Group}", false, ConnectionKind.Membership, null, current, row.Since, null, came));
        }

        foreach (var row in me.Matches)
        {
            DateOnly[] contacts = [.. me.Contacts.Where(c => c.Match == row.Number).Select(c => c.On), .. Maybe(row.LastContact)];
            var current = Holds(row.Since, row.EndedOn);
            rows.Add(new Row($"volunteer {row.Volunteer}", false, ConnectionKind.Befriending, null, current, row.Since, null, contacts));
        }

        return rows;
    }

    /// <summary>Current connections of the counted kinds: for each, all its rows.</summary>
    public Dictionary<string, List<Row>> Connections(Resident me, UnconnectedRule rule)
    {
        var found = new Dictionary<string, List<Row>>();
        foreach (var pair in Rows(me).Where(row => Counted(row, rule)).GroupBy(row => row.With))
        {
            if (pair.Any(row => row.Current))
            {
                found[pair.Key] = [.. pair];
            }
        }

        return found;
    }

    public DateOnly? LastContact(Resident me)
    {
        DateOnly? last = null;
        foreach (var contact in Connections(me, new UnconnectedRule()).Values.SelectMany(rows => rows).SelectMany(row => row.Contacts))
        {
            last = contact <= day && (last == null || contact > last) ? contact : last;
        }

        return last;
    }

    public EvidenceBasis Basis(Resident me)
    {
        if (me.Facts.ConnectionsAskedOn <= day)
        {
            return EvidenceBasis.Asked;
        }

        return Rows(me).Any(row => row.Start == null || row.Start <= day) ? EvidenceBasis.PartlyRecorded : EvidenceBasis.NeverAsked;
    }

    public bool NoContact(Resident me, UnconnectedRule rule)
    {
        foreach (var rows in Connections(me, rule).Values)
        {
            foreach (var row in rows)
            {
                if (row.Contacts.Any(contact => contact <= day && contact >= day.AddDays(-rule.NoContactSinceDays!.Value)))
                {
                    return false;
                }

                var every = row.Frequency switch
                {
                    ContactFrequency.Daily => 1,
                    ContactFrequency.Weekly => 7,
                    ContactFrequency.Monthly => 31,
                    ContactFrequency.Yearly => 366,
                    _ => 99999,
                };
                if (rule.CountStatedFrequency && row.Current && every <= rule.NoContactSinceDays)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Residents in the same component, herself included.</summary>
    public HashSet<ResidentId> Component(Resident me, UnconnectedRule rule)
    {
        var met = new HashSet<ResidentId> { me.Id };
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var one in Register().Where(one => !met.Contains(one.Id)))
            {
                if (met.Any(known => Touch(area.Residents[known], one, rule)))
                {
                    met.Add(one.Id);
                    grown = true;
                }
            }
        }

        return met;
    }

    public int? Hops(Resident me)
    {
        var tiesOnly = new UnconnectedRule { Counting = [ConnectionKind.Tie] };
        var met = new List<ResidentId> { me.Id };
        for (var hops = 0; hops <= 6; hops++)
        {
            if (met.Any(id => area.Residents[id].Memberships.Any(row => Holds(row.Since, row.EndedOn) && Runs(row.Group))))
            {
                return hops;
            }

            foreach (var id in met.ToArray())
            {
                met.AddRange(Connections(area.Residents[id], tiesOnly).Keys
                    .Select(with => ResidentId.Of(with["resident ".Length..])).Where(with => !met.Contains(with)));
            }
        }

        return null;
    }

    public int Isolation(Resident me)
    {
        bool partner = false, child = false, family = false, friend = false;
        var all = Rows(me);
        foreach (var row in all.Where(row => row.Current && row.TieKind != null))
        {
            var kind = row.TieKind!.Value;
            if (row.NamedByOther)
            {
                kind = kind == TieKind.Child ? TieKind.Parent : kind == TieKind.Parent ? TieKind.Child : kind;
            }

            var monthly = row.Frequency is ContactFrequency.Daily or ContactFrequency.Weekly or ContactFrequency.Monthly
                || all.Where(other => other.With == row.With).SelectMany(other => other.Contacts)
                    .Any(contact => contact <= day && contact >= day.AddDays(-31));
            partner |= kind == TieKind.Partner;
            child |= kind == TieKind.Child && monthly;
            family |= kind is TieKind.Family or TieKind.Parent && monthly;
            friend |= kind == TieKind.Friend && monthly;
        }

        var member = me.Memberships.Any(row => Holds(row.Since, row.EndedOn) && Runs(row.Group));
        return new[] { partner, child, family, friend, member }.Count(has => !has);
    }

    public bool Listed(Resident me, UnconnectedRule rule)
    {
        var held = new List<bool>();
        var none = !rule.NoTies && rule.NoContactSinceDays == null && rule.ComponentAtMost == null && rule.NoGroupWithinHops == null
            && rule.IsolationAtLeast == null;
        var connections = Connections(me, rule);
        if (rule.NoTies || none)
        {
            held.Add(connections.Count == 0);
        }

        if (rule.NoContactSinceDays != null)
        {
            held.Add(NoContact(me, rule));
        }

        if (rule.ComponentAtMost != null)
        {
            held.Add(Component(me, rule).Count <= rule.ComponentAtMost);
        }

        if (rule.NoGroupWithinHops != null)
        {
            held.Add(Hops(me) is not { } hops || hops > rule.NoGroupWithinHops);
        }

        if (rule.IsolationAtLeast != null)
        {
            held.Add(Isolation(me) >= rule.IsolationAtLeast);
        }

        return (rule.Combine == Combine.Any ? held.Contains(true) : !held.Contains(false))
            && (!rule.OnlyIfConnected || connections.Count > 0)
            && (rule.Basis == null || rule.Basis.Value.Contains(Basis(me)));
    }

    private static IEnumerable<DateOnly> Maybe(DateOnly? day) => day == null ? [] : [day.Value];

    private static bool Counted(Row row, UnconnectedRule rule) =>
        (rule.Counting == null || rule.Counting.Value.Contains(row.Kind))
        && (row.TieKind == null || rule.TieKinds == null || rule.TieKinds.Value.Contains(row.TieKind.Value));

    private bool Touch(Resident one, Resident other, UnconnectedRule rule)
    {
        var mine = Connections(one, rule).Keys;
        return mine.Contains($"resident {other.Id}") || Connections(other, rule).Keys.Any(with =>
            (with.StartsWith("group ", StringComparison.Ordinal) || with.StartsWith("volunteer ", StringComparison.Ordinal))
                && mine.Contains(with));
    }
}
