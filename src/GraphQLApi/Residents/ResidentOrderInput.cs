using HotChocolate.Types;
using Networks.Graph.Residents;
using Networks.GraphQLApi.UnconnectedResidents;

namespace Networks.GraphQLApi.Residents;

/// <summary>One step of an order. Nulls stand last in both directions, and every order ends on the reference.</summary>
public sealed record ResidentOrderInput
{
    /// <summary>By what to order.</summary>
    public required ResidentOrderField Field { get; init; }

    /// <summary>Which way.</summary>
    [DefaultValue(OrderDirection.Asc)]
    public OrderDirection Direction { get; init; }
}
