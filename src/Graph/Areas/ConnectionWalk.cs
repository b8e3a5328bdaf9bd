using System.Globalization;
using Networks.Domain.Wards;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// Walks the connection graph of one day ward by ward, a point or a connection at a time, for whoever writes it down. Nothing of it is
/// collected. Cost: the residents of the wards and their rows.
/// </summary>
internal sealed class ConnectionWalk(AreaGraph graph, IReadOnlySet<WardCode>? within, DateOnly asOf)
{
    private readonly int day = asOf.DayNumber;

    public IEnumerable<ConnectionNode> Nodes(WardPart ward)
    {
        foreach (var ordinal in ward.Residents)
        {
            if (!graph.IsOnRegister(ordinal, day))
            {
                continue;
            }

            var node = graph.Resident(ordinal);
            var basis = new PersonScan(graph, node, day, KindMask.AllConnections, KindMask.AllTies).Run().Basis;
            yield return new ConnectionNode(
                Resident(ordinal), ConnectionNodeKind.Resident, ward.Code, node.BirthYear, node.LivesAlone, basis);
            foreach (var alter in Alters(node))
            {
                yield return new ConnectionNode(Alter(ordinal, alter), ConnectionNodeKind.Alter, ward.Code);
            }
        }

        foreach (var ordinal in ward.Groups.Where(ordinal => graph.GroupRuns(ordinal, day)))
        {
            yield return new ConnectionNode(
                Group(ordinal), ConnectionNodeKind.Group, ward.Code, Offer: graph.Group(ordinal)!.Entry.Kind);
        }

        foreach (var ordinal in ward.Volunteers.Where(ordinal => graph.Volunteer(ordinal)!.IsActive(asOf)))
        {
            yield return new ConnectionNode(Volunteer(ordinal), ConnectionNodeKind.Volunteer, ward.Code);
        }
    }

    /// <summary>Connections of the ward's residents whose other end is a point as well.</summary>
    public IEnumerable<ConnectionEdge> Edges(WardPart ward)
    {
        foreach (var ordinal in ward.Residents)
        {
            if (!graph.IsOnRegister(ordinal, day))
            {
                continue;
            }

            var node = graph.Resident(ordinal);
            for (var at = 0; at < node.Ties.Length; at++)
            {
                if (Tie(node, node.Ties[at]) is { } edge)
                {
                    yield return edge;
                }
            }

            for (var at = 0; at < node.Memberships.Length; at++)
            {
                if (Membership(node, node.Memberships[at]) is { } edge)
                {
                    yield return edge;
                }
            }

            for (var at = 0; at < node.Matches.Length; at++)
            {
                if (Match(node, node.Matches[at]) is { } edge)
                {
                    yield return edge;
                }
            }
        }
    }

    private static DateOnly? Day(int number) =>
        number is DaySpan.Always or DaySpan.Never or ContactDays.None ? null : DateOnly.FromDayNumber(number);

    private ConnectionEdge? Tie(ResidentNode node, in TieRow tie)
    {
        var holds = tie.Holds(day)
            && (tie.IsAlter || (graph.IsOnRegister(tie.Other, day) && Has(graph.Resident(tie.Other).Ward)));
        return !holds ? null : new ConnectionEdge(
            Resident(node.Ordinal),
            tie.IsAlter ? Alter(node.Ordinal, tie.Alter) : Resident(tie.Other),
            tie.IsAlter ? ConnectionKind.Alter : ConnectionKind.Tie,
            tie.Kind,
            Day(tie.From),
            Day(node.ContactUpTo(tie, day)));
    }

    private ConnectionEdge? Membership(ResidentNode node, in MembershipRow row) =>
        row.Span.Holds(day) && graph.GroupRuns(row.Group, day) && Has(graph.Group(row.Group)!.Entry.Ward)
            ? new ConnectionEdge(
                Resident(node.Ordinal), Group(row.Group), ConnectionKind.Membership, null, Day(row.Span.From),
                Day(node.ContactUpTo(row, day)))
            : null;

    private ConnectionEdge? Match(ResidentNode node, in MatchRow row) =>
        row.Span.Holds(day) && graph.Volunteer(row.Volunteer) is { } volunteer && volunteer.IsActive(asOf) && Has(volunteer.Ward)
            ? new ConnectionEdge(
                Resident(node.Ordinal), Volunteer(row.Volunteer), ConnectionKind.Befriending, null, Day(row.Span.From),
                Day(node.ContactUpTo(row, day)))
            : null;

    private bool Has(WardCode ward) => within is null || within.Contains(ward);

    private SortedSet<int> Alters(ResidentNode node)
    {
        SortedSet<int> found = [];
        foreach (ref readonly var tie in node.Ties)
        {
            if (tie.IsAlter && tie.Holds(day))
            {
                found.Add(tie.Alter);
            }
        }

        return found;
    }

    private string Resident(int ordinal) => $"resident:{graph.Ordinals.Residents[ordinal]}";

    private string Alter(int ordinal, int alter) =>
        string.Create(CultureInfo.InvariantCulture, $"alter:{alter + 1}:{graph.Ordinals.Residents[ordinal]}");

    private string Group(int ordinal) => $"group:{graph.Ordinals.Groups[ordinal]}";

    private string Volunteer(int ordinal) => $"volunteer:{graph.Ordinals.Volunteers[ordinal]}";
}
