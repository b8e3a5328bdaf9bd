using HotChocolate;
using Networks.Domain.Ties;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;

namespace Networks.GraphQLApi.Ties;

/// <summary>A tie as the resident at one of its ends sees it, whichever of the two names it.</summary>
[GraphQLName("TieEnd")]
public sealed class TieEndType
{
    private readonly TieEnd _end;

    internal TieEndType(TieEnd end) => _end = end;

    /// <summary>The resident at the other end; null for a person outside the register.</summary>
    public ResidentType? Other => _end.Other is { } other ? new ResidentType(other) : null;

    /// <summary>Which of the people outside the register whom she names this is: 1 for the first. Null for a resident.</summary>
    public int? AlterNumber => _end.AlterNumber;

    /// <summary>True if the resident at the other end names the tie, false if she names it.</summary>
    public bool NamedByOther => _end.NamedByOther;

    /// <summary>What the other end is to her, turned round where that end names the tie: a child's parent, a parent's child.</summary>
    public TieKind Kind => _end.Kind;

    /// <summary>How often the two are in touch, as stated by whoever names the tie.</summary>
    public ContactFrequency? ContactFrequency => _end.Frequency;

    /// <summary>Latest dated contact over this tie.</summary>
    public DateOnly? LastContact => _end.LastContact;

    /// <summary>First day it holds; null where not known.</summary>
    public DateOnly? Since => _end.Since;

    /// <summary>First day it no longer holds.</summary>
    public DateOnly? EndedOn => _end.EndedOn;
}

/// <summary>A page of ties seen from one end.</summary>
public sealed class TieEndConnection : Connection<TieEndEdge, TieEndType>
{
    private readonly TieEndType[] _nodes;

    private TieEndConnection(TieEndType[] nodes) => _nodes = nodes;

    [GraphQLDescription("The rows without their cursors.")]
    public override IReadOnlyList<TieEndType> Nodes => _nodes;

    internal static TieEndConnection Of(PageRequest request, IReadOnlyList<TieEnd> ends)
    {
        var page = request.Cut(ends);
        var nodes = new TieEndType[page.Count];
        for (var at = 0; at < nodes.Length; at++)
        {
            nodes[at] = new TieEndType(page[at]);
        }

        return new TieEndConnection(nodes)
        {
            Edges = new RowsOnDemand<TieEndEdge>(
                nodes.Length, at => new TieEndEdge { Cursor = PageRequest.Cursor(page.From + at), Node = nodes[at] }),
            PageInfo = page.Info,
            TotalCount = page.TotalCount
        };
    }
}

/// <summary>One tie of the list.</summary>
public sealed class TieEndEdge : Edge<TieEndType>;
