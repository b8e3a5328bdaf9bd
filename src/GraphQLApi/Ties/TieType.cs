using HotChocolate;
using Networks.Domain.Ties;
using Networks.Grains.Residents;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;

namespace Networks.GraphQLApi.Ties;

/// <summary>Somebody a resident names: another resident, or a person outside the register.</summary>
[GraphQLName("Tie")]
public sealed class TieType : INode
{
    private readonly ResidentReading _owner;
    private readonly Tie _tie;

    internal TieType(ResidentReading owner, Tie tie) => (_owner, _tie) = (owner, tie);

    /// <summary>Global and opaque; never parse it.</summary>
    [GraphQLType("ID!")]
    public string Id => GlobalId.Of("Tie", new TieId(_owner.Resident.Id, _tie.Number).ToString());

    /// <summary>The resident named; null for a person outside the register.</summary>
    public async Task<ResidentType?> GetOtherAsync(ResidentById residents, CancellationToken cancellationToken) =>
        _tie.Resident is { } other ? await residents.FindAsync(other, cancellationToken) : null;

    /// <summary>The label of a person outside the register; for coordinators alone, null to everyone else.</summary>
    public string? GetAlterLabel(Caller caller) => caller.IsCoordinator ? _tie.Alter : null;

    /// <summary>
    /// Which of the people outside the register whom she names this is: 1 for the first. The same person has the same number in all of her
    /// ties, and nobody else's numbers mean the same people. Null for a resident.
    /// </summary>
    public int? AlterNumber => _tie.Alter is { } label
        ? _owner.Resident.Ties.Select(tie => tie.Alter).OfType<string>().Distinct().TakeWhile(known => known != label).Count() + 1
        : null;

    /// <summary>What the named person is to the one who names them.</summary>
    public TieKind Kind => _tie.Kind;

    /// <summary>1 (closest) to 3; null where not known.</summary>
    public int? Circle => _tie.Circle;

    /// <summary>How often the two are in touch, as stated.</summary>
    public ContactFrequency? ContactFrequency => _tie.Frequency;

    /// <summary>Latest dated contact over this tie.</summary>
    public DateOnly? LastContact => _owner.Resident.Contacts
        .Where(contact => contact.Tie == _tie.Number)
        .Select(contact => (DateOnly?)contact.On)
        .Append(_tie.LastContact)
        .Max();

    /// <summary>What she could turn to this person for: illness, everyday, emotional; empty where nobody asked.</summary>
    public IReadOnlyList<SupportKind> Support => _tie.Support;

    /// <summary>The day it was written down; null where not known.</summary>
    public DateOnly? RecordedOn => _tie.RecordedOn;

    /// <summary>First day it holds; null where not known.</summary>
    public DateOnly? Since => _tie.Since;

    /// <summary>First day it no longer holds.</summary>
    public DateOnly? EndedOn => _tie.EndedOn;

    /// <summary>The resident who names the tie.</summary>
    public ResidentType NamedBy => new(_owner);
}

/// <summary>A page of ties.</summary>
public sealed class TieConnection : Connection<TieEdge, TieType>
{
    internal static TieConnection Of(ListPage<TieType> page) => new()
    {
        Edges = [.. page.Rows.Select(row => new TieEdge { Cursor = row.Cursor, Node = row.Row })],
        PageInfo = page.Info,
        TotalCount = page.TotalCount
    };
}

/// <summary>One tie of the list.</summary>
public sealed class TieEdge : Edge<TieType>;
