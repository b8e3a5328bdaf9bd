using Networks.Domain.Wards;
using Networks.Graph.Residents;

namespace Networks.Graph.Areas;

/// <summary>
/// A picture read as a plain graph: the edges of one choice between residents on the register, running groups and volunteers. An edge
/// belongs to the resident whose row it is; two residents may both own one, and a neighbour met through several rows comes several times.
/// </summary>
internal sealed class DayGraph(AreaGraph graph, EdgeChoice choice, NodeNumbers numbers)
{
    private readonly int day = choice.Day;

    public NodeNumbers Numbers => numbers;

    public WardCode? WardOf(int resident) => graph.Known(resident)?.Ward;

    /// <summary>Her ward while she is on the register, else null.</summary>
    public WardCode? RegisteredIn(int resident) => IsOnRegister(resident) ? WardOf(resident) : null;

    public bool IsOnRegister(int resident) => graph.IsOnRegister(resident, day);

    public bool Runs(int group) => graph.GroupRuns(group, day);

    public ReadOnlySpan<int> MembersOf(int group) => graph.MembersOf(group);

    /// <summary>Adds the residents with a tie to her, whether or not it holds.</summary>
    public void AddNamers(int resident, HashSet<int> into)
    {
        foreach (var namer in graph.Namers(resident))
        {
            into.Add(namer);
        }
    }

    /// <summary>True if she is on the register and in a group that runs.</summary>
    public bool IsMember(int resident)
    {
        var node = graph.Resident(resident);
        if (node.Register.Holds(day))
        {
            foreach (ref readonly var row in node.Memberships)
            {
                if (row.Span.Holds(day) && graph.GroupRuns(row.Group, day))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Adds the other ends of the edges that her own rows make.</summary>
    public void AddOwned(int resident, List<int> into)
    {
        var node = graph.Resident(resident);
        if (!node.Register.Holds(day))
        {
            return;
        }

        if (KindMask.Has(choice.Kinds, ConnectionKind.Tie))
        {
            foreach (ref readonly var tie in node.Ties)
            {
                if (!tie.IsAlter && tie.Holds(day) && KindMask.Has(choice.TieKinds, tie.Kind) && graph.IsOnRegister(tie.Other, day))
                {
                    into.Add(tie.Other);
                }
            }
        }

        if (KindMask.Has(choice.Kinds, ConnectionKind.Membership))
        {
            foreach (ref readonly var row in node.Memberships)
            {
                if (row.Span.Holds(day) && graph.GroupRuns(row.Group, day))
                {
                    into.Add(numbers.OfGroup(row.Group));
                }
            }
        }

        if (KindMask.Has(choice.Kinds, ConnectionKind.Befriending))
        {
            foreach (ref readonly var row in node.Matches)
            {
                if (row.Span.Holds(day))
                {
                    into.Add(numbers.OfVolunteer(row.Volunteer));
                }
            }
        }
    }

    /// <summary>True if a row of hers makes an edge to <paramref name="node"/>.</summary>
    public bool Owns(int resident, int node, List<int> spare)
    {
        spare.Clear();
        AddOwned(resident, spare);
        return spare.Contains(node);
    }

    /// <summary>How many rows there are to look at for the neighbours of a node, whether or not they hold.</summary>
    public int RowsOf(int node)
    {
        if (!numbers.IsResident(node))
        {
            return numbers.IsGroup(node)
                ? graph.MembersOf(numbers.GroupAt(node)).Length
                : graph.MatchedWith(numbers.VolunteerAt(node)).Length;
        }

        var resident = graph.Resident(node);
        return resident.Ties.Length + resident.Memberships.Length + graph.Namers(node).Length;
    }

    /// <summary>Adds all neighbours of a node.</summary>
    public void AddNeighbours(int node, List<int> into)
    {
        if (numbers.IsResident(node))
        {
            AddOwned(node, into);
            AddThoseNaming(node, into);
        }
        else if (numbers.IsGroup(node))
        {
            AddMembers(numbers.GroupAt(node), into);
        }
        else
        {
            AddMatched(numbers.VolunteerAt(node), into);
        }
    }

    private void AddThoseNaming(int resident, List<int> into)
    {
        if (!KindMask.Has(choice.Kinds, ConnectionKind.Tie) || !graph.IsOnRegister(resident, day))
        {
            return;
        }

        foreach (var by in graph.NamersOf(resident))
        {
            if (by.Node.Register.Holds(day) && by.Row.Holds(day) && KindMask.Has(choice.TieKinds, by.Row.Kind))
            {
                into.Add(by.Namer);
            }
        }
    }

    private void AddMembers(int group, List<int> into)
    {
        if (!KindMask.Has(choice.Kinds, ConnectionKind.Membership) || !graph.GroupRuns(group, day))
        {
            return;
        }

        foreach (var member in graph.MembersOf(group))
        {
            if (graph.Resident(member) is var node && node.Register.Holds(day))
            {
                foreach (ref readonly var row in node.Memberships)
                {
                    if (row.Group == group && row.Span.Holds(day))
                    {
                        into.Add(member);
                        break;
                    }
                }
            }
        }
    }

    private void AddMatched(int volunteer, List<int> into)
    {
        if (!KindMask.Has(choice.Kinds, ConnectionKind.Befriending))
        {
            return;
        }

        foreach (var resident in graph.MatchedWith(volunteer))
        {
            if (graph.Resident(resident) is var node && node.Register.Holds(day))
            {
                foreach (ref readonly var row in node.Matches)
                {
                    if (row.Volunteer == volunteer && row.Span.Holds(day))
                    {
                        into.Add(resident);
                        break;
                    }
                }
            }
        }
    }
}
