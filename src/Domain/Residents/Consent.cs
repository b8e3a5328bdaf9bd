using Orleans;

namespace Networks.Domain.Residents;

/// <summary>A resident's agreement to one use of her facts. Undated consent is accepted and listed to be dated.</summary>
/// <param name="Kind">matching, data-sharing, introductions, special-category, pooled-rounds, or another word kept as written.</param>
/// <param name="From">First day it holds; null = not known, holds.</param>
/// <param name="Until">First day it no longer holds; null = not withdrawn.</param>
[GenerateSerializer, Immutable, Alias("networks.consent")]
public sealed record Consent([property: Id(0)] string Kind, [property: Id(1)] DateOnly? From, [property: Id(2)] DateOnly? Until)
{
    /// <summary>The day it was written down here; it stands for the day given where that is not known, and is never exported.</summary>
    [Id(3)] public DateOnly? RecordedOn { get; init; }

    /// <summary>Consent to be put forward in matching rounds.</summary>
    public const string Matching = "matching";

    /// <summary>Consent to hold and use special category facts (situations).</summary>
    public const string SpecialCategory = "special-category";

    /// <summary>Consent to share facts between organisations.</summary>
    public const string DataSharing = "data-sharing";

    /// <summary>Consent to be a go-between in introductions.</summary>
    public const string Introductions = "introductions";

    /// <summary>Consent to be put forward in rounds over more than one organisation's offers.</summary>
    public const string PooledRounds = "pooled-rounds";
}
