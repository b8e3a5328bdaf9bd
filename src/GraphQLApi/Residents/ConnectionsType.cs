using HotChocolate;
using Networks.Graph.Residents;

namespace Networks.GraphQLApi.Residents;

/// <summary>A person's current connections of every kind on one day.</summary>
[GraphQLName("Connections")]
public sealed class ConnectionsType
{
    private readonly Connections _connections;

    internal ConnectionsType(Connections connections) => _connections = connections;

    /// <summary>How much stands behind the numbers.</summary>
    public EvidenceBasis Basis => _connections.Basis;

    /// <summary>When she was asked about her connections; null if not by that day.</summary>
    public DateOnly? AskedOn => _connections.AskedOn;

    /// <summary>Residents tied to her, whoever of the two named the tie.</summary>
    public int Residents => _connections.Residents;

    /// <summary>People outside the register whom she names.</summary>
    public int Alters => _connections.Alters;

    /// <summary>Groups that run of which she is a member.</summary>
    public int Groups => _connections.Groups;

    /// <summary>Volunteers matched with her.</summary>
    public int Befriending => _connections.Befriending;

    /// <summary>Latest dated contact on a current connection.</summary>
    public DateOnly? LastContact => _connections.LastContact;

    /// <summary>Residents in her component over all kinds, herself included.</summary>
    public int ComponentSize => _connections.ComponentSize;
}

/// <summary>The ELSA score of social isolation: one point for each thing that is missing.</summary>
[GraphQLName("IsolationScore")]
public sealed class IsolationScoreType
{
    private readonly IsolationScore _score;

    internal IsolationScoreType(IsolationScore score) => _score = score;

    /// <summary>0 to 5.</summary>
    public int Score => _score.Score;

    /// <summary>No current partner is recorded.</summary>
    public bool NoPartner => _score.NoPartner;

    /// <summary>No child in contact monthly or more.</summary>
    public bool ChildrenLessThanMonthly => _score.ChildrenLessThanMonthly;

    /// <summary>No other family in contact monthly or more.</summary>
    public bool FamilyLessThanMonthly => _score.FamilyLessThanMonthly;

    /// <summary>No friend in contact monthly or more.</summary>
    public bool FriendsLessThanMonthly => _score.FriendsLessThanMonthly;

    /// <summary>No current membership.</summary>
    public bool NoMembership => _score.NoMembership;

    /// <summary>How much stands behind the score.</summary>
    public EvidenceBasis Basis => _score.Basis;
}
