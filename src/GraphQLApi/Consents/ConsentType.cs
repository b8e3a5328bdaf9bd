using HotChocolate;
using Networks.Domain.Residents;

namespace Networks.GraphQLApi.Consents;

/// <summary>A resident's agreement to one use of her facts.</summary>
[GraphQLName("Consent")]
public sealed class ConsentType
{
    private readonly Consent _consent;
    private readonly DateOnly _today;

    internal ConsentType(Consent consent, DateOnly today) => (_consent, _today) = (consent, today);

    /// <summary>What was agreed to: matching, data-sharing, introductions, special-category, pooled-rounds.</summary>
    public string Purpose => _consent.Kind;

    /// <summary>First day it holds; where that is not known, the day it was written down here.</summary>
    public DateOnly GivenOn => _consent.From ?? _consent.RecordedOn ?? _today;

    /// <summary>Whether the day it was given is known; where it is not, it is still to be dated.</summary>
    public bool Dated => _consent.From is not null;

    /// <summary>First day it no longer holds.</summary>
    public DateOnly? WithdrawnOn => _consent.Until;
}

/// <summary>An agreement to one use of her facts.</summary>
public sealed record ConsentInput
{
    /// <summary>What is agreed to: matching, data-sharing, introductions, special-category, pooled-rounds.</summary>
    public required string Purpose { get; init; }

    /// <summary>First day it holds; left out, it is not known, and it holds.</summary>
    public DateOnly? GivenOn { get; init; }

    /// <summary>First day it no longer holds.</summary>
    public DateOnly? WithdrawnOn { get; init; }

    internal Consent ToConsent() => new(Purpose, GivenOn, WithdrawnOn);
}
