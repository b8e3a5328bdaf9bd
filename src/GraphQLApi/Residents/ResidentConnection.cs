using Networks.Graph.Residents;
using Networks.GraphQLApi.Pages;

namespace Networks.GraphQLApi.Residents;

/// <summary>A page of residents.</summary>
public sealed class ResidentConnection : Connection<ResidentEdge, ResidentType>
{
    internal static async Task<ResidentConnection> OfAsync(
        ResidentAnswer answer, ResidentById residents, CancellationToken cancellationToken)
    {
        var nodes = await Task.WhenAll(answer.People.Select(person => residents.RequiredAsync(person.Resident, cancellationToken)));
        return new ResidentConnection
        {
            Edges = [.. answer.People.Zip(nodes, (person, node) => new ResidentEdge { Cursor = person.Cursor, Node = node })],
            PageInfo = PageInfo.Of(answer.People, person => person.Cursor, answer.HasNextPage, answer.HasPreviousPage),
            TotalCount = answer.TotalCount
        };
    }
}

/// <summary>One resident of the list.</summary>
public sealed class ResidentEdge : Edge<ResidentType>;
