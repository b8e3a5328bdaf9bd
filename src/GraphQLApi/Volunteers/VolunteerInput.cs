using HotChocolate;
using Networks.Domain.Matches;
using Networks.Domain.Volunteers;

namespace Networks.GraphQLApi.Volunteers;

/// <summary>
/// What is known of a volunteer. When registering, whatever is left out is not known; when updating, it stays as it is, and null clears it.
/// </summary>
public sealed record VolunteerInput
{
    /// <summary>The ward the volunteer lives in, by code or by name; when registering it goes before the one beside these facts.</summary>
    public Optional<string?> Ward { get; init; }

    /// <summary>The organisation that keeps the record, by reference or global id.</summary>
    [GraphQLType("ID")]
    public Optional<string?> Organisation { get; init; }

    /// <summary>The same person on the register, by reference or global id; nobody is matched with herself.</summary>
    [GraphQLType("ID")]
    public Optional<string?> Resident { get; init; }

    /// <summary>What the volunteer does.</summary>
    public Optional<IReadOnlyList<VolunteerRole>?> Roles { get; init; }

    /// <summary>female, male, non-binary or self-described.</summary>
    public Optional<string?> Gender { get; init; }

    /// <summary>Year of birth.</summary>
    public Optional<int?> BirthYear { get; init; }

    /// <summary>Degrees north; only distances computed from it are ever shown.</summary>
    public Optional<double?> Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public Optional<double?> Longitude { get; init; }

    /// <summary>How far the volunteer travels to a visit.</summary>
    public Optional<double?> TravelKilometresMax { get; init; }

    /// <summary>Languages, best first.</summary>
    public Optional<IReadOnlyList<string>?> Languages { get; init; }

    /// <summary>What the volunteer likes.</summary>
    public Optional<IReadOnlyList<string>?> Interests { get; init; }

    /// <summary>Support the volunteer is able to give, such as dementia.</summary>
    public Optional<IReadOnlyList<string>?> Competences { get; init; }

    /// <summary>
    /// What the volunteer has lived through and agreed to be matched by, such as carer; a peer mentor helps people in one of these.
    /// </summary>
    public Optional<IReadOnlyList<string>?> Situations { get; init; }

    /// <summary>Weekly slots in which the volunteer is free, such as mon-am.</summary>
    public Optional<IReadOnlyList<string>?> Available { get; init; }

    /// <summary>How the volunteer meets people.</summary>
    public Optional<IReadOnlyList<ContactMode>?> Modes { get; init; }

    /// <summary>How many contacts a month the volunteer can give, over all matches.</summary>
    public Optional<int?> ContactsPerMonth { get; init; }

    /// <summary>Whom the volunteer will meet: female, male, non-binary, self-described; left out, anyone.</summary>
    public Optional<IReadOnlyList<string>?> PrefersGender { get; init; }

    /// <summary>What the volunteer cannot be with: dog, cat, other-pet, smoking, stairs, children.</summary>
    public Optional<IReadOnlyList<string>?> CannotBeWith { get; init; }

    /// <summary>What a guest meets at the volunteer's own home: dog, cat, other-pet, smoking, stairs, children.</summary>
    public Optional<IReadOnlyList<string>?> HomeFactors { get; init; }

    /// <summary>Residents the volunteer must never be matched with, by reference or global id.</summary>
    [GraphQLType("[ID!]")]
    public Optional<IReadOnlyList<string>?> Exclusions { get; init; }

    /// <summary>Checks and training passed, in place of all that are recorded.</summary>
    public Optional<IReadOnlyList<CheckInput>?> Checks { get; init; }

    /// <summary>The day the volunteer first asked.</summary>
    public Optional<DateOnly?> EnquiredOn { get; init; }

    /// <summary>The day of the application.</summary>
    public Optional<DateOnly?> AppliedOn { get; init; }

    /// <summary>The day of the induction.</summary>
    public Optional<DateOnly?> InductedOn { get; init; }

    /// <summary>First day active.</summary>
    public Optional<DateOnly?> ActiveFrom { get; init; }

    /// <summary>First day no longer active.</summary>
    public Optional<DateOnly?> ActiveUntil { get; init; }

    /// <summary>The fund that pays for the volunteer's support, by one name everywhere.</summary>
    public Optional<string?> FundedBy { get; init; }

    /// <summary>First day no longer funded.</summary>
    public Optional<DateOnly?> FundedUntil { get; init; }

    /// <summary>Matches with people outside the register; null is none.</summary>
    public Optional<int?> OthersSupported { get; init; }
}

/// <summary>One check or training passed.</summary>
public sealed record CheckInput
{
    /// <summary>Which check, such as references or dbs-basic.</summary>
    public required string Kind { get; init; }

    /// <summary>The day it was passed.</summary>
    public DateOnly? On { get; init; }

    /// <summary>First day it no longer holds.</summary>
    public DateOnly? Until { get; init; }
}
