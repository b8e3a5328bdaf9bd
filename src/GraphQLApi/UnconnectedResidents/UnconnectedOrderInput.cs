using HotChocolate.Types;
using Networks.Graph.Residents;

namespace Networks.GraphQLApi.UnconnectedResidents;

/// <summary>One step of an order. Nulls stand last in both directions, and every order ends on the reference.</summary>
public sealed record UnconnectedOrderInput
{
    /// <summary>By what to order.</summary>
    public required UnconnectedOrderField Field { get; init; }

    /// <summary>Which way.</summary>
    [DefaultValue(OrderDirection.Asc)]
    public OrderDirection Direction { get; init; }
}

/// <summary>Which way a list is ordered.</summary>
public enum OrderDirection
{
    /// <summary>Smallest, earliest or first first.</summary>
    Asc,

    /// <summary>Largest, latest or last first.</summary>
    Desc
}
