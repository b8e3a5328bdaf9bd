using HotChocolate;
using Networks.Graph.Connectors;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Volunteers;
using Networks.GraphQLApi.Wards;

namespace Networks.GraphQLApi.Connectors;

/// <summary>
/// A resident, group or volunteer through whom people are connected who would be cut off without them. It names no merit and no fault of
/// anybody, only where connections hang by one thread.
/// </summary>
[GraphQLName("Connector")]
public sealed class ConnectorType
{
    private readonly Connector _connector;

    internal ConnectorType(Connector connector) => _connector = connector;

    /// <summary>What connects; the field of that name says who.</summary>
    public ConnectorKind Kind => _connector.Kind;

    /// <summary>The resident; null where a group or a volunteer connects.</summary>
    public ResidentType? Resident => _connector.Resident is { } resident ? new ResidentType(resident) : null;

    /// <summary>The group; null where somebody else connects.</summary>
    public async Task<GroupType?> GetGroupAsync(GroupById groups, CancellationToken cancellationToken) =>
        _connector.Group is { } group ? await groups.RequiredAsync(group, cancellationToken) : null;

    /// <summary>The volunteer; null where somebody else connects, and where no record of the volunteer is kept.</summary>
    public async Task<VolunteerType?> GetVolunteerAsync(VolunteerById volunteers, CancellationToken cancellationToken) =>
        _connector.Volunteer is { } volunteer ? await volunteers.FindAsync(volunteer, cancellationToken) : null;

    /// <summary>Where the resident lives, or the group or volunteer is; null where that is not known.</summary>
    public async Task<WardType?> GetWardAsync(AreaRegister register) =>
        _connector.Ward is { } ward ? await register.WardAsync(ward) : null;

    /// <summary>
    /// People who would no longer be connected with the largest part of the others; the connector is not counted. Null when withheld.
    /// </summary>
    public int? CutOff => _connector.CutOff;

    /// <summary>Into how many parts with people the others would fall; null when withheld.</summary>
    public int? Parts => _connector.Parts;
}

/// <summary>A page of connectors.</summary>
public sealed class ConnectorConnection : AreaConnection<ConnectorEdge, ConnectorType>
{
    internal static ConnectorConnection Of(ConnectorAnswer answer) => new()
    {
        Edges = [.. answer.Connectors.Select(one => new ConnectorEdge { Cursor = one.Cursor, Node = new(one) })],
        PageInfo = PageInfo.Of(answer.Connectors, one => one.Cursor, answer.HasNextPage, answer.HasPreviousPage),
        TotalCount = answer.TotalCount,
        Residents = answer.Residents,
        NeverAskedCount = answer.NeverAsked,
        AsOf = answer.AsOf,
        Complete = answer.Complete
    };
}

/// <summary>One connector of the list.</summary>
public sealed class ConnectorEdge : Edge<ConnectorType>;
