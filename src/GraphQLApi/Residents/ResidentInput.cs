using HotChocolate;
using Networks.Domain.Matches;
using Networks.Matching.Fits;

namespace Networks.GraphQLApi.Residents;

/// <summary>What is known of a resident. Whatever is left out is not known.</summary>
public sealed record ResidentInput
{
    /// <summary>The ward she lives in, by code or by name; it goes before the one beside these facts.</summary>
    public string? Ward { get; init; }

    /// <summary>Lower-layer super output area.</summary>
    public string? Lsoa { get; init; }

    /// <summary>Year of birth.</summary>
    public int? BirthYear { get; init; }

    /// <summary>female, male, non-binary or self-described, as she says it.</summary>
    public string? Gender { get; init; }

    /// <summary>Whether she lives alone.</summary>
    public bool? LivesAlone { get; init; }

    /// <summary>The household she shares with others of the same id.</summary>
    [GraphQLType("ID")]
    public string? Household { get; init; }

    /// <summary>Degrees north of where she lives; only distances computed from it are ever shown.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east of where she lives.</summary>
    public double? Longitude { get; init; }

    /// <summary>Languages, best first.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>What she likes.</summary>
    public IReadOnlyList<string>? Interests { get; init; }

    /// <summary>What a place must offer for her to come.</summary>
    public IReadOnlyList<string>? AccessNeeds { get; init; }

    /// <summary>What a visitor meets at her home, such as dog or smoking.</summary>
    public IReadOnlyList<string>? HomeFactors { get; init; }

    /// <summary>Situations such as bereaved or carer; kept only with her consent.</summary>
    public IReadOnlyList<string>? Situations { get; init; }

    /// <summary>How far she can travel to a group.</summary>
    public double? TravelKilometresMax { get; init; }

    /// <summary>Whom she will meet: female, male, non-binary, self-described; left out, anyone.</summary>
    public IReadOnlyList<string>? PrefersGender { get; init; }

    /// <summary>Constraints that may never be proposed for relaxing: GENDER, TIME, LANGUAGE, TOO_FAR, MODE, HOME_FACTOR.</summary>
    public IReadOnlyList<Constraint>? Firm { get; init; }

    /// <summary>Weekly slots in which she is free, such as mon-am.</summary>
    public IReadOnlyList<string>? Available { get; init; }

    /// <summary>What she is waiting for.</summary>
    public IReadOnlyList<OfferKind>? Seeking { get; init; }

    /// <summary>How she would like to be met.</summary>
    public IReadOnlyList<ContactMode>? Modes { get; init; }

    /// <summary>Contacts a month she wishes for.</summary>
    public int? WantedContactsPerMonth { get; init; }

    /// <summary>How urgent her need is: 1 (most urgent) to 4.</summary>
    public int? PriorityBand { get; init; }

    /// <summary>The day of the referral.</summary>
    public DateOnly? ReferredOn { get; init; }

    /// <summary>Who referred: self, family, gp and so on, or org:ID.</summary>
    public string? ReferralSource { get; init; }

    /// <summary>Volunteers she must never be matched with, by reference or global id.</summary>
    [GraphQLType("[ID!]")]
    public IReadOnlyList<string>? Exclusions { get; init; }
}
