using Networks.Domain.Measures;
using Networks.Graph.Areas;
using Networks.Graph.Residents;

namespace Networks.Graph.Connectors;

/// <summary>All connectors of a picture, those first without whom most people would be cut off, then by reference and kind.</summary>
internal sealed class ConnectorList
{
    private ConnectorList(Connector[] connectors) => Connectors = connectors;

    public Connector[] Connectors { get; }

    /// <summary>Cost: residents and edges of the area; sorting the connectors.</summary>
    public static ConnectorList Of(AreaGraph graph, EdgeChoice choice)
    {
        var links = AreaLinks.Of(graph, choice);
        Connector[] connectors = [.. CutPoints.Of(links).Select(point => Connector(graph, links.Numbers, point))];
        Array.Sort(connectors, (left, right) => ConnectorPlace.Of(left).CompareTo(ConnectorPlace.Of(right)));
        return new ConnectorList(connectors);
    }

    private static Connector Connector(AreaGraph graph, NodeNumbers numbers, CutPoint point)
    {
        var connector = new Connector { CutOff = point.CutOff, Parts = point.Parts, Cursor = "" };
        if (numbers.IsResident(point.Node))
        {
            var resident = graph.Resident(point.Node);
            return connector with { Resident = KnownResident.Of(resident), Ward = resident.Ward };
        }

        if (numbers.IsGroup(point.Node))
        {
            var group = graph.Group(numbers.GroupAt(point.Node))!.Entry;
            return connector with { Group = group.Id, Ward = group.Ward };
        }

        // A match may name a volunteer whose own row no ward has told of yet.
        var ordinal = numbers.VolunteerAt(point.Node);
        return connector with
        {
            Volunteer = Domain.Volunteers.VolunteerId.Of(graph.Ordinals.Volunteers[ordinal]),
            Ward = graph.Volunteer(ordinal)?.Ward,
        };
    }
}

/// <summary>Where a connector stands in the list.</summary>
internal readonly record struct ConnectorPlace(int CutOff, string Reference, ConnectorKind Kind) : IComparable<ConnectorPlace>
{
    public static ConnectorPlace Of(Connector connector) => new(
        connector.CutOff, connector.Resident?.Resident.Value ?? connector.Group?.Value ?? connector.Volunteer!.Value.Value, connector.Kind);

    public int CompareTo(ConnectorPlace other)
    {
        var byCutOff = other.CutOff.CompareTo(CutOff);
        var byReference = byCutOff != 0 ? byCutOff : References.Compare(Reference, other.Reference);
        return byReference != 0 ? byReference : Kind.CompareTo(other.Kind);
    }
}
