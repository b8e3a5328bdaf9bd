using HotChocolate;

namespace Networks.GraphQLApi.Commands;

/// <summary>What every command says beside its own matter.</summary>
public abstract record CommandInput
{
    /// <summary>The caller's own id of this command; the same id with the same input changes nothing twice.</summary>
    [GraphQLType("ID!")]
    public required string CommandId { get; init; }
}

/// <summary>What every command on one resident's record says.</summary>
public abstract record ResidentCommandInput : CommandInput
{
    /// <summary>The resident, by reference or global id.</summary>
    [GraphQLType("ID!")]
    public required string Resident { get; init; }
}
