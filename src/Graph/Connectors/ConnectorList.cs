using Networks.Domain.Groups;
using Networks.Domain.Measures;
using Networks.Domain.Volunteers;
using Networks.Graph.Areas;
using Networks.Graph.Residents;

namespace Networks.Graph.Connectors;

/// <summary>
/// All connectors that one set of edges has, those first without whom most people would be cut off, then by reference and kind. It holds
/// numbers alone, so that what else is known of them is always that of the picture asked. Memory: 12 bytes a connector.
/// </summary>
internal sealed class ConnectorList
{
    private readonly NodeNumbers numbers;
    private readonly CutPoint[] points;

    private ConnectorList(NodeNumbers numbers, CutPoint[] points)
    {
        this.numbers = numbers;
        this.points = points;
    }

    /// <summary>Cost: residents and edges of the area; sorting the connectors.</summary>
    public static ConnectorList Of(AreaGraph graph, EdgeChoice choice)
    {
        var links = AreaLinks.Of(graph, choice);
        CutPoint[] points = [.. CutPoints.Of(links)];
        ConnectorPlace[] places = [.. points.Select(point => PlaceOf(graph, links.Numbers, point))];
        Array.Sort(places, points);
        return new ConnectorList(links.Numbers, points);
    }

    /// <summary>As a picture with these edges knows them.</summary>
    public ConnectorRows In(AreaGraph graph) => new(graph, numbers, points);

    /// <summary>Where a node stands in the list.</summary>
    public static ConnectorPlace PlaceOf(AreaGraph graph, NodeNumbers numbers, CutPoint point) =>
        numbers.IsResident(point.Node)
            ? new ConnectorPlace(point.CutOff, graph.Ordinals.Residents[point.Node], ConnectorKind.Resident)
            : numbers.IsGroup(point.Node)
                ? new ConnectorPlace(point.CutOff, graph.Ordinals.Groups[numbers.GroupAt(point.Node)], ConnectorKind.Group)
                : new ConnectorPlace(point.CutOff, graph.Ordinals.Volunteers[numbers.VolunteerAt(point.Node)], ConnectorKind.Volunteer);
}

/// <summary>Connectors as one picture knows them.</summary>
internal sealed class ConnectorRows(AreaGraph graph, NodeNumbers numbers, CutPoint[] points)
{
    public int Count => points.Length;

    /// <summary>Those of some wards.</summary>
    public ConnectorRows Of(IReadOnlyCollection<Domain.Wards.WardCode> wards) =>
        new(graph, numbers, [.. points.Where(point => At(point).Ward is { } ward && wards.Contains(ward))]);

    public ConnectorPlace PlaceAt(int row) => ConnectorList.PlaceOf(graph, numbers, points[row]);

    public Connector this[int row] => At(points[row]);

    private Connector At(CutPoint point)
    {
        var connector = new Connector { CutOff = point.CutOff, Parts = point.Parts, Cursor = "" };
        if (numbers.IsResident(point.Node))
        {
            var resident = KnownResident.Of(graph.Resident(point.Node));
            return connector with { Resident = resident, Ward = resident.Ward };
        }

        if (numbers.IsGroup(point.Node))
        {
            var group = numbers.GroupAt(point.Node);
            return connector with { Group = GroupId.Of(graph.Ordinals.Groups[group]), Ward = graph.Group(group)?.Entry.Ward };
        }

        // A match may name a volunteer whose own row no ward has told of yet.
        var volunteer = numbers.VolunteerAt(point.Node);
        return connector with { Volunteer = VolunteerId.Of(graph.Ordinals.Volunteers[volunteer]), Ward = graph.Volunteer(volunteer)?.Ward };
    }
}

/// <summary>Where a connector stands in the list.</summary>
internal readonly record struct ConnectorPlace(int CutOff, string Reference, ConnectorKind Kind) : IComparable<ConnectorPlace>
{
    public int CompareTo(ConnectorPlace other)
    {
        var byCutOff = other.CutOff.CompareTo(CutOff);
        var byReference = byCutOff != 0 ? byCutOff : References.Compare(Reference, other.Reference);
        return byReference != 0 ? byReference : Kind.CompareTo(other.Kind);
    }
}
