using HotChocolate;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.GraphQLApi.Nodes;

namespace Networks.GraphQLApi.Organisations;

/// <summary>An organisation that keeps records here or refers people.</summary>
[GraphQLName("Organisation")]
public sealed class OrganisationType : INode
{
    private readonly OrganisationId _id;

    internal OrganisationType(OrganisationId id) => _id = id;

    /// <summary>Global and opaque; never parse it.</summary>
    [GraphQLType("ID!")]
    public string Id => GlobalId.Of("Organisation", _id.Value);

    /// <summary>The imported id.</summary>
    [GraphQLType("ID!")]
    public string Reference => _id.Value;

    /// <summary>The organisation's name; its reference where no name was imported.</summary>
    public async Task<string> GetNameAsync(OrganisationById organisations, CancellationToken cancellationToken) =>
        (await organisations.LoadAsync(_id, cancellationToken))?.Name ?? _id.Value;

    /// <summary>What sort it is: council, nhs, vcfse, housing, school, employer, police, other; null where not known.</summary>
    public async Task<string?> GetKindAsync(OrganisationById organisations, CancellationToken cancellationToken) =>
        (await organisations.LoadAsync(_id, cancellationToken))?.Kind is { } kind ? Vocabulary<OrganisationKind>.Word(kind) : null;
}
