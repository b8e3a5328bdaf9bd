using HotChocolate;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Residents;

namespace Networks.GraphQLApi.UnconnectedResidents;

/// <summary>A person with too little recorded social connection, and what is known of it.</summary>
[GraphQLName("UnconnectedResident")]
public sealed class UnconnectedResidentType
{
    private readonly UnconnectedPerson _person;

    internal UnconnectedResidentType(UnconnectedPerson person) => _person = person;

    /// <summary>Who.</summary>
    public ResidentType Resident =>
        new(new KnownResident(_person.Resident, _person.Ward, _person.BirthYear, _person.LivesAlone));

    /// <summary>Why the person is listed.</summary>
    public UnconnectedEvidenceType Evidence => new(_person.Evidence);
}

/// <summary>Why a person is listed, in numbers and in one plain sentence.</summary>
[GraphQLName("UnconnectedEvidence")]
public sealed class UnconnectedEvidenceType
{
    private readonly UnconnectedEvidence _evidence;

    internal UnconnectedEvidenceType(UnconnectedEvidence evidence) => _evidence = evidence;

    /// <summary>The criteria of the rule that hold.</summary>
    public IReadOnlyList<UnconnectedCriterion> Criteria => _evidence.Criteria;

    /// <summary>Current connections of every kind.</summary>
    public ConnectionsType Connections => new(_evidence.Connections);

    /// <summary>ELSA score of social isolation, 0 to 5; null when withheld.</summary>
    public int? Isolation => _evidence.Isolation;

    /// <summary>Ties walked to the nearest member of a group that runs; null if none is within 6.</summary>
    public int? HopsToGroup => _evidence.HopsToGroup;

    /// <summary>How much stands behind the answer.</summary>
    public EvidenceBasis Basis => _evidence.Basis;

    /// <summary>What is known, in one plain sentence; never a label of the person.</summary>
    public string Sentence => _evidence.Sentence;

    /// <summary>The day from which the first criterion has held; null where nothing recorded says so.</summary>
    public DateOnly? Since => _evidence.Since;
}

/// <summary>A page of people with too little recorded social connection.</summary>
public sealed class UnconnectedResidentConnection : Connection<UnconnectedResidentEdge, UnconnectedResidentType>
{
    private readonly UnconnectedResidentType[] _nodes;

    internal UnconnectedResidentConnection(IEnumerable<UnconnectedPerson> people) =>
        _nodes = [.. people.Select(person => new UnconnectedResidentType(person))];

    [GraphQLDescription("The rows without their cursors.")]
    public override IReadOnlyList<UnconnectedResidentType> Nodes => _nodes;

    /// <summary>
    /// How many of the whole list were never asked about their connections: of them nothing is known, so ask first. Null when withheld.
    /// </summary>
    public required int? NeverAskedCount { get; init; }

    /// <summary>The day the list is about.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The rule as applied, in the command line's form.</summary>
    public required string Rule { get; init; }
}

/// <summary>One person of the list.</summary>
public sealed class UnconnectedResidentEdge : Edge<UnconnectedResidentType>;
