using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Grains.MatchingRounds;
using Networks.Grains.WardRegisters;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Volunteers;
using Networks.Matching.Fits;
using Networks.Matching.Policies;
using Networks.Matching.Problems;

namespace Networks.GraphQLApi.Offers;

/// <summary>Judges whether offers fit one resident, by the same rules as a matching round with the default policy.</summary>
internal sealed class OfferFit(Resident resident, WardRegister register, Moment at)
{
    private readonly Lock _judging = new();
    private readonly Eligibility _rules =
        new(MatchingPolicy.Default, at.Today, register.Wards.Select(ward => new WardPlace(ward.Code, ward.Name, ward.Point)));

    /// <summary>The verdict on an offer for one kind; null when the offer has just gone.</summary>
    public async Task<Verdict?> JudgeAsync(
        OfferId id, OfferKind kind, VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken)
    {
        var offer = id.Volunteer is { } volunteer
            ? await volunteers.LoadAsync(volunteer, cancellationToken) is { } one ? FrozenFacts.Of(one.Volunteer, at) : null
            : await groups.LoadAsync(id.Group!.Value, cancellationToken) is { } other ? FrozenFacts.Of(other.Group, at) : null;
        if (offer is null)
        {
            return null;
        }

        // Fields are answered side by side, and the rules keep an index of words that grows as they judge.
        lock (_judging)
        {
            return _rules.Judge(FrozenFacts.Of(resident, [kind], at.Today), offer);
        }
    }

    /// <summary>What stands against an offer, in words.</summary>
    public static IReadOnlyList<MisfitType> Misfits(Verdict verdict) =>
        [.. verdict.Misfits.Select(constraint => new MisfitType { Constraint = constraint, Detail = Detail(constraint, verdict) })];

    private static string Detail(Constraint constraint, Verdict verdict) => constraint switch
    {
        Constraint.Consent => "There is no consent to be put forward on record.",
        Constraint.Checks => "A check that this way of meeting asks for is missing or out of date.",
        Constraint.Mode => "The two have no way of meeting in common.",
        Constraint.TooFar when verdict is { Distance: { } distance, Limit: { } limit } => string.Create(
            CultureInfo.InvariantCulture, $"{distance.Kilometres:0.0} km apart; the limit is {limit.Kilometres:0.0} km."),
        Constraint.TooFar => "It is not known where one of the two is, so no distance can be told.",
        Constraint.Language => "The two share no language.",
        Constraint.Time => "The two share no free time.",
        Constraint.Gender => "Not whom one of the two will meet, or a gender that is not known.",
        Constraint.HomeFactor => "Something at the home that is visited, which the guest cannot be with.",
        Constraint.Competence => "Support is needed that is not offered.",
        Constraint.Access => "The place lacks access that is needed.",
        Constraint.Transport => "There is no seat for someone who needs transport.",
        Constraint.Age => "Not for the person's age, or not of an adult's age.",
        Constraint.Excluded => "The two are kept apart, or are one person.",
        Constraint.GroupFull => "No place is free.",
        Constraint.GroupFit => "The group is for people in another situation, or the mentor has been through others.",
        Constraint.OtherOrganisation => "The two belong to different organisations, and not all who must have agreed to pool.",
        _ => throw new ArgumentOutOfRangeException(nameof(constraint), constraint, "No words for this constraint.")
    };
}

/// <summary>Why an offer does not fit a resident.</summary>
[HotChocolate.GraphQLName("Misfit")]
public sealed record MisfitType
{
    /// <summary>Which constraint stands against it.</summary>
    public required Constraint Constraint { get; init; }

    /// <summary>The same in words.</summary>
    public required string Detail { get; init; }
}
