using System.Collections.Immutable;
using Networks.Domain.Commands;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;

namespace Networks.Domain.Residents;

/// <summary>Who refers residents: one word of a closed list, or <c>org:</c> and an organisation's reference.</summary>
public static class ReferralSources
{
    private const string OrganisationPrefix = "org:";

    /// <summary>Every word, in the order in which they are offered.</summary>
    public static ImmutableArray<string> Words { get; } =
    [
        "self", "family", "gp", "link-worker", "social-care", "hospital", "housing", "vcfse", "councillor", "school", "police", "other",
    ];

    /// <summary>The organisation a source names; null for a word, and for a source not known.</summary>
    public static OrganisationId? Organisation(string? source) =>
        source?.StartsWith(OrganisationPrefix, StringComparison.Ordinal) == true
            && source[OrganisationPrefix.Length..] is var reference && References.Fault(reference) is null
            ? OrganisationId.Of(reference)
            : null;

    /// <summary>Null if the source is unknown or one that can be kept.</summary>
    public static Refusal? Fault(string field, string? source) => source is null || Organisation(source) is not null
        ? null
        : Values.Closed(field, [source], Words);
}
