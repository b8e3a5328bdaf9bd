using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Matching.Fits;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using static Networks.Matching.Tests.Rules.BatleyEast;

namespace Networks.Matching.Tests.Rules;

/// <summary>Every constraint by itself: what blocks, what passes, and what passes only because it is not known.</summary>
public class ConstraintTests
{
    private static readonly Seeker ForLunch = Her with { Available = ThursdayNoon, Languages = ["en"] };

    private static readonly MatchingOffer Host = Visitor with { Kinds = [OfferKind.Homeshare] };

    private static void Blocked(Constraint constraint, Seeker her, MatchingOffer offer, params Constraint[] soft) =>
        Assert.Equal([constraint], Judge(her, offer, MatchingPolicy.Default with { Soft = [.. soft] }).Misfits.ToArray());

    // Nothing else is listed, but for homes of which nothing is known: hers in most rows.
    private static void Passes(Seeker her, MatchingOffer offer, Unknowns listed = Unknowns.None, params Constraint[] soft)
    {
        var verdict = Judge(her, offer, MatchingPolicy.Default with { Soft = [.. soft] });
        Assert.Empty(verdict.Misfits);
        Assert.True(verdict.Unknown.HasFlag(listed), $"{listed} is not among {verdict.Unknown}");
        Assert.Equal(listed, (verdict.Unknown & ~(Unknowns.HomeFactors | Unknowns.HostHomeFactors)) | listed);
    }

    [Fact]
    public void CONSENT_not_given_blocks_every_offer()
    {
        Blocked(Constraint.Consent, Her with { ConsentsToMatching = false }, Visitor);
        Blocked(Constraint.Consent, ForLunch with { ConsentsToMatching = false }, Lunch);
        Passes(Her with { ConsentUndated = true }, Visitor, Unknowns.ConsentDate);
    }

    [Fact]
    public void CHECKS_are_those_the_mode_asks_for_in_date_on_the_day()
    {
        Blocked(Constraint.Checks, Her, Visitor with { Checks = [] });
        Blocked(Constraint.Checks, Her, Visitor with { Checks = Checked("references", "induction", "dbs-enhanced") });
        Passes(Her with { Modes = [ContactMode.Phone] },
            Visitor with { Modes = [ContactMode.Phone], Checks = Checked("references", "induction") });
        Blocked(Constraint.Checks, Her with { Modes = [ContactMode.OutAndAbout] },
            Visitor with { Modes = [ContactMode.OutAndAbout], Checks = Checked("references", "induction") });
        ImmutableArray<Check> other = Checked("interview", "induction");
        Blocked(Constraint.Checks, Her, Visitor with { Checks = other.Add(new Check("references", Day.AddDays(1), null)) });
        Blocked(Constraint.Checks, Her, Visitor with { Checks = other.Add(new Check("references", null, Day)) });
        Passes(Her, Visitor with { Checks = other.Add(new Check("references", Day, Day.AddDays(1))) });
        Passes(Her, Visitor with { Checks = other.Add(new Check("references", null, null)) }, Unknowns.CheckDates);
        Passes(ForLunch, Lunch with { Checks = [] });
    }

    [Fact]
    public void MODE_is_one_both_name_and_an_empty_cell_means_visits()
    {
        Blocked(Constraint.Mode, Her, Visitor with { Modes = [ContactMode.Phone] });
        Blocked(Constraint.Mode, Her with { Modes = [ContactMode.Phone, ContactMode.Online] }, Visitor);
        Passes(Her with { Modes = [ContactMode.Phone, ContactMode.Visit] }, Visitor);
        Assert.Equal(ContactMode.Visit, Judge(Her, Visitor).Mode);
        Blocked(Constraint.Mode, Her with { Modes = [ContactMode.Phone] }, Host with { Modes = [ContactMode.Phone] });
        Blocked(Constraint.Mode, Her with { Modes = [ContactMode.Online] },
            Visitor with { Kinds = [OfferKind.Transport], Modes = [ContactMode.Online] });
    }

    [Fact]
    public void LANGUAGE_needs_one_in_common_by_tag_or_name_and_english_is_not_assumed()
    {
        Blocked(Constraint.Language, Her with { Languages = ["pl"] }, Visitor);
        Blocked(Constraint.Language, Her with { Languages = ["en"] }, Visitor);
        Passes(Her with { Languages = ["pl", "Urdu"] }, Visitor);
        Passes(Her with { Languages = [] }, Visitor, Unknowns.HerLanguages);
        Passes(Her, Visitor with { Languages = [] }, Unknowns.OfferLanguages);
        Passes(Her with { Languages = ["pl"] }, Visitor, Unknowns.SoftLanguage, Constraint.Language);
        Blocked(Constraint.Language, ForLunch with { Languages = ["pl"] }, Lunch);
    }

    [Fact]
    public void TIME_needs_one_slot_in_common()
    {
        Blocked(Constraint.Time, Her with { Available = ThursdayNoon }, Visitor);
        Blocked(Constraint.Time, ForLunch with { Available = TuesdayMorning }, Lunch);
        Passes(Her with { Available = default }, Visitor, Unknowns.HerTimes);
        Passes(Her, Visitor with { Available = default }, Unknowns.OfferTimes);
        Passes(Her with { Available = ThursdayNoon }, Visitor, Unknowns.SoftTime, Constraint.Time);
    }

    [Fact]
    public void GENDER_keeps_both_sides_wishes_and_one_never_said_meets_none()
    {
        Passes(Her with { PrefersGender = [Gender.Female] }, Visitor);
        Blocked(Constraint.Gender, Her with { PrefersGender = [Gender.Male, Gender.NonBinary] }, Visitor);
        Blocked(Constraint.Gender, Her with { PrefersGender = [Gender.Female] }, Visitor with { Gender = null });
        Blocked(Constraint.Gender, Her with { Gender = Gender.Male }, Visitor with { PrefersGender = [Gender.Female] });
        Blocked(Constraint.Gender, Her with { Gender = null }, Visitor with { PrefersGender = [Gender.Female] });
        Passes(Her with { Gender = null }, Visitor with { Gender = null });
        Passes(Her with { PrefersGender = [Gender.Male] }, Visitor, Unknowns.SoftGender, Constraint.Gender);
        Passes(ForLunch with { PrefersGender = [Gender.Female] }, Lunch);
    }

    [Fact]
    public void HOME_FACTOR_is_the_home_that_is_visited_against_whoever_comes_there()
    {
        Blocked(Constraint.HomeFactor, Her with { HomeFactors = ["smoking", "dog"] }, Visitor);
        Passes(Her with { HomeFactors = ["dog"] }, Visitor);
        Passes(Her with { CannotBeWith = ["dog"] }, Visitor with { HomeFactors = ["dog"] });
        Blocked(Constraint.HomeFactor, Her with { CannotBeWith = ["dog"] }, Host with { HomeFactors = ["dog"] });
        Passes(Her with { HomeFactors = ["smoking"] }, Host);
        Passes(Her with { HomeFactors = ["smoking"], Modes = [ContactMode.OutAndAbout] },
            Visitor with { Modes = [ContactMode.OutAndAbout] });
        Passes(Her with { HomeFactors = ["smoking"] }, Visitor, Unknowns.SoftHome, Constraint.HomeFactor);
        Passes(Her, Visitor, Unknowns.HomeFactors);
        Passes(Her, Host, Unknowns.HostHomeFactors);
        Passes(Her with { HomeFactors = ["dog"] }, Visitor with { CannotBeWith = [] }, Unknowns.CannotBeWith);
    }

    [Fact]
    public void COMPETENCE_must_cover_every_support_need_of_volunteers_and_groups_alike()
    {
        ImmutableArray<string> needs = ["dementia", "bsl"];
        Passes(Her with { SupportNeeds = needs }, Visitor with { Competences = ["bsl", "dementia", "sight-loss"] });
        Blocked(Constraint.Competence, Her with { SupportNeeds = needs }, Visitor with { Competences = ["bsl"] });
        Blocked(Constraint.Competence, ForLunch with { SupportNeeds = needs }, Lunch with { Competences = ["dementia"] });
        Passes(ForLunch with { SupportNeeds = needs }, Lunch, Unknowns.Competences);
    }

    [Fact]
    public void ACCESS_must_cover_every_need_and_step_free_is_implied()
    {
        var wheels = ForLunch with { AccessNeeds = ["step-free"] };
        Passes(wheels, Lunch with { StepFree = true });
        Passes(wheels, Lunch with { Access = ["step-free"] });
        Blocked(Constraint.Access, wheels, Lunch with { StepFree = false });
        Blocked(Constraint.Access, wheels, Lunch with { Access = ["hearing-loop"] });
        Passes(wheels, Lunch, Unknowns.Access);
        var hearing = ForLunch with { AccessNeeds = ["hearing-loop", "step-free"] };
        Passes(hearing, Lunch with { StepFree = true, Access = ["hearing-loop"] });
        Blocked(Constraint.Access, hearing, Lunch with { StepFree = true, Access = ["quiet-space"] });
        Passes(hearing, Lunch with { StepFree = true }, Unknowns.Access);
        Passes(Her with { AccessNeeds = ["step-free"] }, Visitor);
    }

    [Fact]
    public void TRANSPORT_needs_a_seat_and_no_more_people_than_seats_are_fetched()
    {
        var fetched = ForLunch with { AccessNeeds = ["transport"] };
        Blocked(Constraint.Transport, fetched, Lunch with { TransportSeats = 0 });
        Passes(fetched, Lunch with { TransportSeats = 1 }, Unknowns.SeatsTaken);
        Passes(fetched, Lunch, Unknowns.Transport);
        Passes(ForLunch, Lunch with { TransportSeats = 0 });

        Seeker Person(int number, bool rides) => ForLunch with
        {
            Resident = ResidentId.Of($"R{number}"), Seeking = [OfferKind.LunchClub], WaitingSince = Day.AddDays(-number),
            AccessNeeds = rides ? ["transport"] : [],
        };
        var solution = Solve([Person(5, true), Person(4, true), Person(3, false)], Lunch with { Places = 3, TransportSeats = 1 });
        Assert.Equal(["R3", "R5"], solution.Matches.Select(match => match.Resident.Value));
        var left = Assert.Single(solution.Unmatched);
        Assert.Equal("R4", left.Resident.Value);
        Assert.Equal(("one more seat in the transport of G0007", true), (left.Repair!.Change, left.Repair.Matches));
    }

    /// <summary>On 22 November 2026: born 2008 is 17 or 18, a child; born 2007 is 18 or 19, none.</summary>
    [Theory]
    [InlineData(2008, false, true)]
    [InlineData(2007, false, false)]
    [InlineData(null, true, true)]
    [InlineData(null, false, false)]
    [InlineData(1944, true, false)]
    public void AGE_a_child_is_never_matched_with_an_adult_volunteer(int? born, bool school, bool child)
    {
        var her = Her with { BirthYear = born, ReferredBySchool = school };
        Assert.Equal(child, Judge(her, Visitor).Blocks(Constraint.Age));
        Assert.False(Judge(her with { Available = default, Languages = [] }, Lunch).Blocks(Constraint.Age));
    }

    [Fact]
    public void AGE_nobody_under_eighteen_is_in_an_adults_role()
    {
        Blocked(Constraint.Age, Her, Visitor with { BirthYear = 2008 });
        Passes(Her, Visitor with { BirthYear = 2007 });
        Passes(Her, Visitor with { BirthYear = null });
        Blocked(Constraint.Age, Her with { BirthYear = 2010 }, Visitor with { BirthYear = 2008 });
    }

    /// <summary>Born 1960 is 65 or 66: out only where both ages are.</summary>
    [Theory]
    [InlineData(66, null, true, true)]
    [InlineData(67, null, false, false)]
    [InlineData(65, null, true, false)]
    [InlineData(null, 65, true, true)]
    [InlineData(null, 64, false, false)]
    [InlineData(60, 70, true, false)]
    public void AGE_of_a_group_is_judged_by_both_ages_a_birth_year_allows(int? from, int? to, bool passes, bool listed)
    {
        var verdict = Judge(ForLunch with { BirthYear = 1960 }, Lunch with { AgeFrom = from, AgeTo = to });
        Assert.Equal((passes, listed), (verdict.Passes, verdict.Unknown.HasFlag(Unknowns.HerAge)));
    }

    [Fact]
    public void AGE_a_child_of_unknown_age_is_out_of_every_adults_group()
    {
        var child = ForLunch with { BirthYear = null, ReferredBySchool = true };
        Blocked(Constraint.Age, child, Lunch with { AgeFrom = 19 });
        Passes(child, Lunch with { AgeFrom = 11, AgeTo = 18 }, Unknowns.HerAge);
        Passes(child, Lunch, Unknowns.GroupAges);
    }

    [Fact]
    public void EXCLUDED_is_whoever_either_side_keeps_away_from_and_she_herself()
    {
        Blocked(Constraint.Excluded, Her with { Exclusions = [VolunteerId.Of("V0031")] }, Visitor);
        Blocked(Constraint.Excluded, Her, Visitor with { Exclusions = [Her.Resident] });
        Blocked(Constraint.Excluded, Her, Visitor with { SamePerson = Her.Resident });
        Blocked(Constraint.Excluded, Her with { KeptApart = [Visitor.Offer] }, Visitor);
        Blocked(Constraint.Excluded, ForLunch with { KeptApart = [Lunch.Offer] }, Lunch);
        Passes(Her with { Household = "H1" }, Visitor with { Household = "H1" }, Unknowns.SameHousehold);
        Passes(Her with { Household = "H1" }, Visitor with { Household = "H2" });
    }

    [Fact]
    public void GROUP_FULL_blocks_an_open_place_and_is_counted_in_a_round()
    {
        Blocked(Constraint.GroupFull, ForLunch, Lunch with { Places = 0 });
        Passes(ForLunch, Lunch with { Places = null });
        var person = Unmatched(ForLunch with { Seeking = [OfferKind.LunchClub] }, Lunch with { Places = 0 });
        Assert.Equal([new ConstraintCount(Constraint.GroupFull, 1, 1)], person.BlockedBy.ToArray());
    }

    [Fact]
    public void GROUP_FIT_is_one_of_the_situations_a_group_is_for()
    {
        var carers = Lunch with { Situations = ["carer", "dementia"] };
        Passes(ForLunch with { Situations = ["carer"] }, carers);
        Blocked(Constraint.GroupFit, ForLunch with { Situations = ["bereaved"] }, carers);
        Passes(ForLunch with { Situations = ["bereaved"] }, carers with { OpenToAll = true });
        Passes(ForLunch, carers, Unknowns.HerSituation);
    }

    [Fact]
    public void GROUP_FIT_is_one_of_the_situations_a_peer_mentor_has_been_through_and_of_no_other_volunteer()
    {
        var mentor = Visitor with { Kinds = [OfferKind.PeerMentoring], Situations = ["carer", "bereaved"] };
        var mentee = Her with { Seeking = [OfferKind.PeerMentoring], Situations = ["carer"] };
        Passes(mentee, mentor);
        Blocked(Constraint.GroupFit, mentee with { Situations = ["new-parent"] }, mentor);
        Passes(mentee with { Situations = [] }, mentor, Unknowns.SituationForMentor);
        Passes(mentee, mentor with { Situations = [] }, Unknowns.MentorSituation);
        Passes(Her with { Situations = ["new-parent"] }, Visitor with { Situations = ["carer"] });

        // It is told of nobody's sentences once her consent to keep it is gone.
        var solution = Solve([mentee], mentor);
        var match = Assert.Single(solution.Matches);
        Assert.Contains(SituationWords.Same, match.Why, StringComparison.Ordinal);
        Assert.True(SituationWords.Tell(match));
        var without = SituationWords.Without(match);
        Assert.DoesNotContain(SituationWords.Same, without.Why + without.InFull, StringComparison.Ordinal);
        var waiting = Unmatched(mentee with { Situations = ["new-parent"] }, mentor);
        Assert.Equal("one peer mentor who has been through the same", waiting.Repair!.Change);
        Assert.True(SituationWords.Tell(waiting));
    }

    [Fact]
    public void TOO_FAR_for_a_shared_home_is_what_the_sharer_said_and_never_the_hosts_travel()
    {
        var sharer = Her with { Seeking = [OfferKind.Homeshare] };
        Passes(sharer, Host with { TravelMetresMax = new Metres(0), Place = North(90_000) });
        Passes(sharer with { TravelMetresMax = new Metres(90_000) }, Host with { TravelMetresMax = new Metres(0), Place = North(90_000) });
        Blocked(Constraint.TooFar, sharer with { TravelMetresMax = new Metres(1_399) }, Host);
        Blocked(Constraint.TooFar, Her, Visitor with { Place = North(90_000) });
        var pair = Assert.Single(Solve([sharer], Host with { Place = North(90_000) }).Matches).Pair;
        Assert.Null(pair.Distance);
        Assert.Equal("R00417 could share the home of V0031.", Assert.Single(Solve([sharer], Host).Matches).InFull.Split(". ")[0] + ".");
    }

    [Fact]
    public void OTHER_ORGANISATION_needs_both_organisations_agreement_by_the_day_and_her_consent_once_any_is_named()
    {
        var (one, other) = (OrganisationId.Of("O1"), OrganisationId.Of("O2"));
        var (her, visitor) = (Her with { Organisation = one, ConsentsToPooledRounds = true }, Visitor with { Organisation = other });
        Verdict With(Seeker seeker, params PoolingConsent[] pooling) =>
            Judge(seeker, visitor, MatchingPolicy.Default with { Pooling = [.. pooling] });
        PoolingConsent hers = new(one, Day), theirs = new(other, Day.AddDays(-9));
        Assert.Empty(With(her, hers, theirs).Misfits);
        Assert.False(With(her, hers, theirs).Unknown.HasFlag(Unknowns.PooledRounds));
        Assert.Equal([Constraint.OtherOrganisation], With(her with { ConsentsToPooledRounds = null }, hers, theirs).Misfits.AsEnumerable());
        Assert.Equal([Constraint.OtherOrganisation], With(her, hers).Misfits.AsEnumerable());
        Assert.Equal([Constraint.OtherOrganisation], With(her, theirs).Misfits.AsEnumerable());
        Assert.Equal([Constraint.OtherOrganisation], With(her, hers, theirs with { AgreedOn = Day.AddDays(1) }).Misfits.AsEnumerable());
        Assert.Empty(With(her with { Organisation = other, ConsentsToPooledRounds = null }, hers).Misfits);
        Assert.Empty(With(her with { Organisation = null, ConsentsToPooledRounds = null }, hers).Misfits);
    }

    [Fact]
    public void What_the_contract_names_no_constraint_for_is_listed_instead()
    {
        Passes(Her with { WantedContactsPerMonth = 8 }, Visitor with { ContactsPerMonth = 4, MatchesNow = 1 }, Unknowns.Contacts);
        Passes(Her with { WantedContactsPerMonth = 4 }, Visitor with { ContactsPerMonth = 4 });
        var (one, other) = (Domain.Organisations.OrganisationId.Of("O1"), Domain.Organisations.OrganisationId.Of("O2"));
        Passes(Her with { Organisation = one }, Visitor with { Organisation = other }, Unknowns.PooledRounds);
        Passes(Her with { Organisation = one, ConsentsToPooledRounds = true }, Visitor with { Organisation = other });
    }

    [Fact]
    public void A_volunteer_of_two_roles_helps_by_the_first_kind_that_fits()
    {
        var both = Visitor with { Kinds = [OfferKind.Befriending, OfferKind.Homeshare], HomeFactors = ["cat"] };
        var her = Her with { HomeFactors = ["smoking"], Seeking = [OfferKind.Homeshare, OfferKind.Befriending] };
        Assert.Equal(OfferKind.Befriending, Judge(her with { HomeFactors = ["dog"] }, both).Kind);
        Assert.Equal(OfferKind.Homeshare, Judge(her, both).Kind);
        Assert.Equal(OfferKind.Homeshare, Assert.Single(Solve([her], both).Matches).Pair.Kind);
        Blocked(Constraint.HomeFactor, her with { CannotBeWith = ["cat"] }, both);
    }
}
