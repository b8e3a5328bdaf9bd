using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Spreads;

/// <summary>
/// One resident's current connections of the kinds counted, each person, group and volunteer once, with the latest contact of all rows of
/// the pair. Used again for the next resident, so that a walk over a ward makes no garbage. Cost: her rows and those naming her.
/// </summary>
internal sealed class CountedConnections(AreaGraph graph, TallyKey key)
{
    private readonly List<(long With, bool Holds, int Latest)> rows = [];
    private readonly List<(long With, int Latest)> found = [];

    /// <summary>How many she has.</summary>
    public int Count => found.Count;

    /// <summary>The latest contact of each.</summary>
    public IEnumerable<int> Contacts => found.Select(one => one.Latest);

    /// <summary>The latest contact on any of them.</summary>
    public int LatestContact => found.Count == 0 ? ContactDays.None : found.Max(one => one.Latest);

    public void Read(ResidentNode person)
    {
        rows.Clear();
        found.Clear();
        ReadTies(person);
        ReadOthers(person);
        rows.Sort();
        for (var at = 0; at < rows.Count;)
        {
            var (with, holds, latest) = rows[at];
            for (at++; at < rows.Count && rows[at].With == with; at++)
            {
                holds |= rows[at].Holds;
                latest = Math.Max(latest, rows[at].Latest);
            }

            if (holds)
            {
                found.Add((with, latest));
            }
        }
    }

    /// <summary>
    /// How many different people, groups and befrienders they are: a volunteer who is a resident too is the same person as her neighbour.
    /// </summary>
    public int Supports()
    {
        var same = 0;
        foreach (var (with, _) in found)
        {
            same += KindOf(with) == ConnectionKind.Befriending && PersonBehind(with) is { } person && Has(person) ? 1 : 0;
        }

        return found.Count - same;
    }

    /// <summary>What the first of them is; of a neighbour who is her befriender too, the neighbour.</summary>
    public ConnectionKind FirstKind() => KindOf(found[0].With);

    private static ConnectionKind KindOf(long with) => (ConnectionKind)(with >> 32);

    private static long With(ConnectionKind kind, int ordinal) => ((long)kind << 32) | (uint)ordinal;

    private bool Has(long with)
    {
        foreach (var one in found)
        {
            if (one.With == with)
            {
                return true;
            }
        }

        return false;
    }

    private long? PersonBehind(long volunteer) =>
        graph.Volunteer((int)volunteer)?.Resident is { } resident && graph.Ordinals.Residents.Find(resident.Value) is >= 0 and var ordinal
            ? With(ConnectionKind.Tie, ordinal)
            : null;

    private void ReadTies(ResidentNode person)
    {
        foreach (ref readonly var tie in person.Ties)
        {
            var kind = tie.IsAlter ? ConnectionKind.Alter : ConnectionKind.Tie;
            if (KindMask.Has(key.Kinds, kind) && KindMask.Has(key.TieKinds, tie.Kind))
            {
                var holds = tie.Holds(key.Day) && (tie.IsAlter || graph.IsOnRegister(tie.Other, key.Day));
                rows.Add((With(kind, tie.IsAlter ? tie.Alter : tie.Other), holds, person.ContactUpTo(in tie, key.Day)));
            }
        }

        if (!KindMask.Has(key.Kinds, ConnectionKind.Tie))
        {
            return;
        }

        foreach (var by in graph.NamersOf(person.Ordinal))
        {
            var tie = by.Row;
            if (KindMask.Has(key.TieKinds, tie.Kind))
            {
                var holds = tie.Holds(key.Day) && by.Node.Register.Holds(key.Day);
                rows.Add((With(ConnectionKind.Tie, by.Namer), holds, by.Node.ContactUpTo(in tie, key.Day)));
            }
        }
    }

    private void ReadOthers(ResidentNode person)
    {
        if (KindMask.Has(key.Kinds, ConnectionKind.Membership))
        {
            foreach (ref readonly var row in person.Memberships)
            {
                var holds = row.Span.Holds(key.Day) && graph.GroupRuns(row.Group, key.Day);
                rows.Add((With(ConnectionKind.Membership, row.Group), holds, person.ContactUpTo(in row, key.Day)));
            }
        }

        if (KindMask.Has(key.Kinds, ConnectionKind.Befriending))
        {
            foreach (ref readonly var row in person.Matches)
            {
                rows.Add((With(ConnectionKind.Befriending, row.Volunteer), row.Span.Holds(key.Day), person.ContactUpTo(in row, key.Day)));
            }
        }
    }
}
