using HotChocolate;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Pages;

namespace Networks.GraphQLApi.Residents;

/// <summary>A page of residents.</summary>
public sealed class ResidentConnection : Connection<ResidentEdge, ResidentType>
{
    private readonly ResidentType[] _nodes;

    private ResidentConnection(ResidentType[] nodes) => _nodes = nodes;

    [GraphQLDescription("The rows without their cursors.")]
    public override IReadOnlyList<ResidentType> Nodes => _nodes;

    internal static ResidentConnection Of(ResidentAnswer answer) => new([.. answer.People.Select(person => new ResidentType(person.Known))])
    {
        Edges = new RowsOnDemand<ResidentEdge>(
            answer.People.Length, at => new ResidentEdge { Cursor = answer.People[at].Cursor, Node = new(answer.People[at].Known) }),
        PageInfo = PageInfo.Of(answer.People, person => person.Cursor, answer.HasNextPage, answer.HasPreviousPage),
        TotalCount = answer.TotalCount
    };
}

/// <summary>One resident of the list.</summary>
public sealed class ResidentEdge : Edge<ResidentType>;
