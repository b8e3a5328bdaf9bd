using System.Reflection;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Grains.MatchingRounds;
using Networks.Matching.Problems;

namespace Networks.Grains.Tests.MatchingRounds;

/// <summary>A fact that a rule of matching asks about and a round does not freeze would be a rule that never holds.</summary>
public sealed class FrozenFactsTests
{
    private static readonly Moment At = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), new DateOnly(2026, 11, 22));

    [Fact]
    public void Everything_matching_asks_of_a_resident_is_frozen()
    {
        var resident = StateSamples.ResidentState.Resident!;
        var told = resident with
        {
            Facts = resident.Facts with
            {
                ReferralSource = "school",
                WaitingSince = At.Today,
                PausedUntil = At.Today,
                Consents =
                [
                    new Consent(Consent.Matching, null, null),
                    new Consent(Consent.SpecialCategory, null, null),
                    new Consent(Consent.PooledRounds, null, null),
                ],
            },
            Declined = [.. resident.Declined.Select(declined => declined with { TryAgain = false })],
        };
        Assert.Empty(Unset(FrozenFacts.Of(told, [OfferKind.Befriending], At.Today)));
    }

    [Fact]
    public void Everything_matching_asks_of_a_volunteer_is_frozen()
    {
        var volunteer = StateSamples.VolunteerState.Volunteer!;
        var active = volunteer with { Facts = volunteer.Facts with { ActiveFrom = null, ActiveUntil = null } };
        string[] ofGroups =
        [
            nameof(MatchingOffer.OpenToAll), nameof(MatchingOffer.StepFree),
            nameof(MatchingOffer.Access), nameof(MatchingOffer.TransportSeats), nameof(MatchingOffer.AgeFrom), nameof(MatchingOffer.AgeTo),
        ];

        // The household is of the same person's own record.
        Assert.Equal([nameof(MatchingOffer.Household)], Unset(FrozenFacts.Of(active, At)!).Except(ofGroups));
    }

    [Fact]
    public void Everything_matching_asks_of_a_group_is_frozen()
    {
        var group = StateSamples.GroupState.Group!;
        var running = group with { Facts = group.Facts with { OpenedOn = null, ClosedOn = null, Sessions = ["tue 10:00-12:00"] } };
        string[] ofVolunteers =
        [
            nameof(MatchingOffer.Modes), nameof(MatchingOffer.TravelMetresMax), nameof(MatchingOffer.Gender),
            nameof(MatchingOffer.BirthYear), nameof(MatchingOffer.PrefersGender), nameof(MatchingOffer.Checks),
            nameof(MatchingOffer.HomeFactors), nameof(MatchingOffer.CannotBeWith), nameof(MatchingOffer.Exclusions),
            nameof(MatchingOffer.SamePerson), nameof(MatchingOffer.Household), nameof(MatchingOffer.ContactsPerMonth),
            nameof(MatchingOffer.MatchesNow),
        ];
        Assert.Empty(Unset(FrozenFacts.Of(running, At)!).Except(ofVolunteers));
    }

    [Fact]
    public void Situations_are_frozen_with_consent_alone()
    {
        var resident = StateSamples.ResidentState.Resident!;
        var told = resident with { Facts = resident.Facts with { Consents = [new Consent(Consent.Matching, null, null)] } };
        Assert.Empty(FrozenFacts.Of(told, [OfferKind.Befriending], At.Today).Situations);
    }

    private static IEnumerable<string> Unset(object frozen) =>
        from property in frozen.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.SetMethod is not null
        let value = property.GetValue(frozen)
        where value is null or false || value is System.Collections.ICollection { Count: 0 } || value is TimeSlots { IsEmpty: true }
        select property.Name;
}
