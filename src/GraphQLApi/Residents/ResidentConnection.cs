using Networks.Graph.Residents;
using Networks.GraphQLApi.Pages;

namespace Networks.GraphQLApi.Residents;

/// <summary>A page of residents.</summary>
public sealed class ResidentConnection : Connection<ResidentEdge, ResidentType>
{
    internal static ResidentConnection Of(ResidentAnswer answer) => new()
    {
        Edges = [.. answer.People.Select(person => new ResidentEdge { Cursor = person.Cursor, Node = new(person.Known) })],
        PageInfo = PageInfo.Of(answer.People, person => person.Cursor, answer.HasNextPage, answer.HasPreviousPage),
        TotalCount = answer.TotalCount
    };
}

/// <summary>One resident of the list.</summary>
public sealed class ResidentEdge : Edge<ResidentType>;
