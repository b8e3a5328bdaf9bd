using Networks.Graph.Volunteers;
using Networks.GraphQLApi.Pages;

namespace Networks.GraphQLApi.Volunteers;

/// <summary>A page of volunteers.</summary>
public sealed class VolunteerConnection : Connection<VolunteerEdge, VolunteerType>
{
    internal static async Task<VolunteerConnection> OfAsync(
        VolunteerAnswer answer, VolunteerById volunteers, CancellationToken cancellationToken)
    {
        var nodes = await Task.WhenAll(answer.Volunteers.Select(one => volunteers.RequiredAsync(one.Volunteer, cancellationToken)));
        return new VolunteerConnection
        {
            Edges = [.. answer.Volunteers.Zip(nodes, (one, node) => new VolunteerEdge { Cursor = one.Cursor, Node = node })],
            PageInfo = PageInfo.Of(answer.Volunteers, one => one.Cursor, answer.HasNextPage, answer.HasPreviousPage),
            TotalCount = answer.TotalCount
        };
    }
}

/// <summary>One volunteer of the list.</summary>
public sealed class VolunteerEdge : Edge<VolunteerType>;
