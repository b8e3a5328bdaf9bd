using HotChocolate;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;
using Networks.Matching.Fits;
using Networks.Matching.Reasons;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>A person who still waits after a round, and what the round learned about it.</summary>
[GraphQLName("Unmatched")]
public sealed class UnmatchedType
{
    private readonly UnmatchedPerson _person;

    internal UnmatchedType(UnmatchedPerson person) => _person = person;

    /// <summary>Who.</summary>
    public Task<ResidentType> GetResidentAsync(ResidentById residents, CancellationToken cancellationToken) =>
        residents.RequiredAsync(_person.Resident, cancellationToken);

    /// <summary>Why the round could not help; the first reason that holds.</summary>
    public UnmatchedReason Reason => _person.Reason;

    /// <summary>Offers of a kind she seeks.</summary>
    public int OffersConsidered => _person.OffersConsidered;

    /// <summary>What blocked how many offers, most first; one offer can be blocked by several.</summary>
    public IReadOnlyList<ConstraintCountType> BlockedBy => [.. _person.BlockedBy.Select(of => new ConstraintCountType(of))];

    /// <summary>The smallest single change that would open an offer; null if there is none that may be proposed.</summary>
    public RepairType? Repair => _person.Repair is { } repair ? new RepairType(repair) : null;

    /// <summary>For the coordinator.</summary>
    public string Explanation => _person.Explanation;

    /// <summary>To be said to the person; names nobody else, and no score or band.</summary>
    public string WordsForThePerson => _person.WordsForThePerson;
}

/// <summary>How many offers a constraint blocks.</summary>
[GraphQLName("ConstraintCount")]
public sealed class ConstraintCountType
{
    private readonly ConstraintCount _count;

    internal ConstraintCountType(ConstraintCount count) => _count = count;

    /// <summary>Which constraint.</summary>
    public Constraint Constraint => _count.Constraint;

    /// <summary>Offers it blocks.</summary>
    public int Offers => _count.Offers;

    /// <summary>Offers that it alone blocks.</summary>
    public int OnlyThis => _count.OnlyThis;
}

/// <summary>A change that would open an offer. Never of age, checks, consent or exclusions, nor of what is firm.</summary>
[GraphQLName("Repair")]
public sealed class RepairType
{
    private readonly Repair _repair;

    internal RepairType(Repair repair) => _repair = repair;

    /// <summary>What would change; null if it is the number of places.</summary>
    public Constraint? Constraint => _repair.Constraint;

    /// <summary>The change in words.</summary>
    public string Change => _repair.Change;

    /// <summary>Whether the change alone would help her in this round.</summary>
    public bool Matches => _repair.Matches;

    /// <summary>Offers it would open to her.</summary>
    public int OffersOpened => _repair.OffersOpened;
}

/// <summary>A page of people who still wait.</summary>
public sealed class UnmatchedConnection : Connection<UnmatchedEdge, UnmatchedType>
{
    internal static UnmatchedConnection Of(ListPage<UnmatchedType> page) => new()
    {
        Edges = [.. page.Rows.Select(row => new UnmatchedEdge { Cursor = row.Cursor, Node = row.Row })],
        PageInfo = page.Info,
        TotalCount = page.TotalCount
    };
}

/// <summary>One person of the list.</summary>
public sealed class UnmatchedEdge : Edge<UnmatchedType>;
