using HotChocolate;
using Networks.Domain.Residents;

namespace Networks.GraphQLApi.Residents;

/// <summary>A resident's agreement to one use of her facts.</summary>
[GraphQLName("Consent")]
public sealed class ConsentType
{
    private readonly Consent _consent;

    internal ConsentType(Consent consent) => _consent = consent;

    /// <summary>What was agreed to: matching, data-sharing, introductions, special-category, pooled-rounds.</summary>
    public string Purpose => _consent.Kind;

    /// <summary>First day it holds; null where it was accepted undated and is still to be dated.</summary>
    public DateOnly? GivenOn => _consent.From;

    /// <summary>First day it no longer holds.</summary>
    public DateOnly? WithdrawnOn => _consent.Until;
}
