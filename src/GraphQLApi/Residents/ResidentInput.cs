using HotChocolate;
using Networks.Domain.Matches;
using Networks.GraphQLApi.Consents;
using Networks.Matching.Fits;

namespace Networks.GraphQLApi.Residents;

/// <summary>
/// What is known of a resident. When registering, whatever is left out is not known; when updating, it stays as it is, and null clears it.
/// </summary>
public sealed record ResidentInput
{
    /// <summary>The ward she lives in, by code or by name; when registering it goes before the one beside these facts.</summary>
    public Optional<string?> Ward { get; init; }

    /// <summary>The organisation that keeps the record, by reference or global id.</summary>
    [GraphQLType("ID")]
    public Optional<string?> Organisation { get; init; }

    /// <summary>Lower-layer super output area.</summary>
    public Optional<string?> Lsoa { get; init; }

    /// <summary>Year of birth.</summary>
    public Optional<int?> BirthYear { get; init; }

    /// <summary>female, male, non-binary or self-described, as she says it.</summary>
    public Optional<string?> Gender { get; init; }

    /// <summary>Whether she lives alone.</summary>
    public Optional<bool?> LivesAlone { get; init; }

    /// <summary>The household she shares with others of the same id.</summary>
    [GraphQLType("ID")]
    public Optional<string?> Household { get; init; }

    /// <summary>Degrees north of where she lives; only distances computed from it are ever shown.</summary>
    public Optional<double?> Latitude { get; init; }

    /// <summary>Degrees east of where she lives.</summary>
    public Optional<double?> Longitude { get; init; }

    /// <summary>Languages, best first.</summary>
    public Optional<IReadOnlyList<string>?> Languages { get; init; }

    /// <summary>What she likes.</summary>
    public Optional<IReadOnlyList<string>?> Interests { get; init; }

    /// <summary>What a place must offer for her to come, such as step-free or transport.</summary>
    public Optional<IReadOnlyList<string>?> AccessNeeds { get; init; }

    /// <summary>What a visitor meets at her home: dog, cat, other-pet, smoking, stairs, children.</summary>
    public Optional<IReadOnlyList<string>?> HomeFactors { get; init; }

    /// <summary>What she cannot be with, at her home or another's: dog, cat, other-pet, smoking, stairs, children.</summary>
    public Optional<IReadOnlyList<string>?> CannotBeWith { get; init; }

    /// <summary>Situations such as bereaved or carer; kept only with her consent.</summary>
    public Optional<IReadOnlyList<string>?> Situations { get; init; }

    /// <summary>What whoever helps her must be able to do, such as dementia or bsl.</summary>
    public Optional<IReadOnlyList<string>?> SupportNeeds { get; init; }

    /// <summary>How far she can travel to a group.</summary>
    public Optional<double?> TravelKilometresMax { get; init; }

    /// <summary>Whom she will meet: female, male, non-binary, self-described; left out, anyone.</summary>
    public Optional<IReadOnlyList<string>?> PrefersGender { get; init; }

    /// <summary>Constraints that may never be proposed for relaxing: GENDER, TIME, LANGUAGE, TOO_FAR, MODE, HOME_FACTOR.</summary>
    public Optional<IReadOnlyList<Constraint>?> Firm { get; init; }

    /// <summary>Weekly slots in which she is free, such as mon-am.</summary>
    public Optional<IReadOnlyList<string>?> Available { get; init; }

    /// <summary>What she is waiting for.</summary>
    public Optional<IReadOnlyList<OfferKind>?> Seeking { get; init; }

    /// <summary>How she would like to be met.</summary>
    public Optional<IReadOnlyList<ContactMode>?> Modes { get; init; }

    /// <summary>Contacts a month she wishes for.</summary>
    public Optional<int?> WantedContactsPerMonth { get; init; }

    /// <summary>How urgent her need is: 1 (most urgent) to 4.</summary>
    public Optional<int?> PriorityBand { get; init; }

    /// <summary>The day of the referral.</summary>
    public Optional<DateOnly?> ReferredOn { get; init; }

    /// <summary>Who referred: self, family, gp and so on, or org:ID.</summary>
    public Optional<string?> ReferralSource { get; init; }

    /// <summary>Since when she has waited; left out, since the day of the referral.</summary>
    public Optional<DateOnly?> WaitingSince { get; init; }

    /// <summary>Not put forward before this day.</summary>
    public Optional<DateOnly?> PausedUntil { get; init; }

    /// <summary>When she was asked about her connections; left out, never.</summary>
    public Optional<DateOnly?> ConnectionsAskedOn { get; init; }

    /// <summary>How she may be reached, first preferred: phone, letter, visit, text, e-mail. A way that is not named is not used.</summary>
    public Optional<IReadOnlyList<string>?> ContactBy { get; init; }

    /// <summary>How her home is held, such as council-tenant.</summary>
    public Optional<string?> Tenure { get; init; }

    /// <summary>When she came to live here.</summary>
    public Optional<DateOnly?> ArrivedOn { get; init; }

    /// <summary>What she agrees to, in place of all that is recorded; setConsent and withdrawConsent change one alone.</summary>
    public Optional<IReadOnlyList<ConsentInput>?> Consents { get; init; }

    /// <summary>Volunteers she must never be matched with, by reference or global id.</summary>
    [GraphQLType("[ID!]")]
    public Optional<IReadOnlyList<string>?> Exclusions { get; init; }
}
