using System.Collections.Immutable;
using Networks.Domain.Commands;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Wards;

namespace Networks.Domain.Tests.Residents;

public sealed class ResidentRulesTests
{
    [Fact]
    public void Facts_are_checked_in_the_order_of_their_fields()
    {
        var good = Sample.Facts;
        var agreed = new Consent(Consent.SpecialCategory, null, null);
        (ResidentFacts Facts, string Decision)[] table =
        [
            (good, "done"),
            (good with { BirthYear = 1900 }, "done"),
            (good with { BirthYear = 1899 }, "invalid birthYear"),
            (good with { BirthYear = 2027 }, "invalid birthYear"),
            (good with { Ward = WardCode.Of("") }, "invalid ward"),
            (good with { Ward = WardCode.Of(""), BirthYear = 1 }, "invalid ward"),
            (good with { Home = new GeoPoint(53.4, -1.36) }, "done"),
            (good with { Home = new GeoPoint(153.4, -1.36) }, "invalid latitude"),
            (good with { Home = new GeoPoint(double.NaN, 0) }, "invalid latitude"),
            (good with { TravelMetresMax = new Metres(-1) }, "invalid travelKilometresMax"),
            (good with { TravelMetresMax = new Metres(0) }, "done"),
            (good with { PriorityBand = 0 }, "invalid priorityBand"),
            (good with { PriorityBand = 4 }, "done"),
            (good with { PriorityBand = 5 }, "invalid priorityBand"),
            (good with { WantedContactsPerMonth = -1 }, "invalid wantedContactsPerMonth"),
            (good with { Languages = ["en", " "] }, "invalid languages"),
            (good with { Languages = [.. Enumerable.Repeat("en", 101)] }, "invalid languages"),
            (good with { Interests = [new string('x', 201)] }, "invalid interests"),
            (good with { ReferredOn = Sample.Today.AddDays(366) }, "done"),
            (good with { ReferredOn = Sample.Today.AddDays(367) }, "invalid referredOn"),
            (good with { LeftOn = Sample.Today.AddYears(-2) }, "invalid leftOn"),
            (good with { ReferralSource = "gp" }, "done"),
            (good with { ReferralSource = "org:ORG-1" }, "done"),
            (good with { ReferralSource = "org:" }, "invalid referralSource"),
            (good with { ReferralSource = "neighbour" }, "invalid referralSource"),
            (good with { PausedUntil = Sample.Today.AddDays(367) }, "invalid pausedUntil"),
            (good with { HomeFactors = ["dog", "stairs"], CannotBeWith = ["smoking"], Firm = ["gender", "home"] }, "done"),
            (good with { HomeFactors = ["parrot"] }, "invalid homeFactors"),
            (good with { CannotBeWith = ["parrot"] }, "invalid cannotBeWith"),
            (good with { Firm = ["too-far"] }, "invalid firm"),
            (good with { SupportNeeds = ["bsl", "a word of their own"] }, "done"),
            (good with { SupportNeeds = [""] }, "invalid supportNeeds"),
            (good with { ArrivedOn = Sample.Today.AddDays(367) }, "invalid arrivedOn"),
            (good with { Tenure = new string('x', 201) }, "invalid tenure"),
            (good with { Organisation = OrganisationId.Of(" ") }, "invalid organisation"),
            (good with { Situations = ["carer"] }, "invalid situations"),
            (good with { Situations = ["carer"], Consents = [agreed] }, "done"),
            (good with { Situations = ["carer"], Consents = [agreed with { Until = Sample.Today }] }, "invalid situations"),
        ];
        Assert.All(table, row =>
            Assert.Equal(row.Decision, Sample.Decide(null, new RegisterResident { CommandId = Sample.Command, Facts = row.Facts })));
    }

    [Fact]
    public void A_word_outside_a_closed_list_is_refused_with_the_nearest()
    {
        var register = new RegisterResident { CommandId = Sample.Command, Facts = Sample.Facts with { HomeFactors = ["dogs"] } };
        var refusal = Assert.IsType<InvalidValue>(ResidentRules.Decide(Sample.R1, null, register, Sample.At).Refusal);
        Assert.Contains("'dog'", refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal(HomeFactors.Words, refusal.Allowed.AsEnumerable());
    }

    [Fact]
    public void A_reference_is_registered_once()
    {
        var register = new RegisterResident { CommandId = Sample.Command, Facts = Sample.Facts };
        Assert.Equal("already-registered resident R1", Sample.Decide(Sample.Newcomer, register));
        Assert.Equal("invalid reference", RefusalWords.Of(ResidentRules.Decide(ResidentId.Of(" R1"), null, register, Sample.At)));
    }

    [Fact]
    public void Whoever_is_registered_today_is_on_the_register_from_today()
    {
        var register = new RegisterResident { CommandId = Sample.Command, Facts = Sample.Facts with { RegisteredOn = null } };
        var next = ResidentRules.Decide(Sample.R1, null, register, Sample.At).Next!;
        Assert.Equal((Sample.Today, Sample.Today), (next.Facts.RegisteredOn, next.RecordedOn));
    }

    [Fact]
    public void Nothing_is_asked_of_somebody_who_was_never_registered()
    {
        ResidentCommand[] commands =
        [
            new UpdateResident { CommandId = Sample.Command, Set = new ResidentChanges() },
            new EndTie { CommandId = Sample.Command, Tie = 1, On = Sample.Today },
            new LeaveRegister { CommandId = Sample.Command, On = Sample.Today },
            new AdoptResident { CommandId = Sample.Command, Merged = Sample.Settled },
        ];
        Assert.All(commands, command => Assert.Equal("not-registered resident R1", Sample.Decide(null, command)));
    }

    [Fact]
    public void An_absent_fact_stays_a_null_clears_and_a_value_is_set()
    {
        var known = Sample.Facts with { BirthYear = 1940, PriorityBand = 2, Lsoa = "E01007651", Languages = ["en"] };
        var present = Sample.Newcomer with { Facts = known };
        var set = new ResidentChanges { PriorityBand = 1, Lsoa = (string?)null, Interests = ImmutableArray.Create("gardening") };
        var facts =
            ResidentRules.Decide(Sample.R1, present, new UpdateResident { CommandId = Sample.Command, Set = set }, Sample.At).Next!.Facts;
        Assert.Equal((1940, 1, null), (facts.BirthYear, facts.PriorityBand, facts.Lsoa));
        Assert.Equal(["en"], facts.Languages.AsEnumerable());
        Assert.Equal(["gardening"], facts.Interests.AsEnumerable());
    }

    [Fact]
    public void Every_fact_can_be_changed_but_those_that_have_a_command_of_their_own()
    {
        string[] own = [nameof(ResidentFacts.LeftOn), nameof(ResidentFacts.LeftReason), nameof(ResidentFacts.RegisteredOn),
            nameof(ResidentFacts.IntroductionsAskedOn)];
        var facts = typeof(ResidentFacts).GetProperties().Select(property => property.Name).Except(own).Order();
        Assert.Equal(facts, typeof(ResidentChanges).GetProperties().Select(property => property.Name).Order());
    }

    [Fact]
    public void A_change_is_checked_like_a_registration()
    {
        (Resident Present, ResidentChanges Set, string Decision)[] table =
        [
            (Sample.Newcomer, new ResidentChanges { PriorityBand = 9 }, "invalid priorityBand"),
            (Sample.Newcomer, new ResidentChanges { Ward = WardCode.Of("E05001390") }, "done"),
            (Sample.Gone, new ResidentChanges { PriorityBand = 9 }, "invalid priorityBand"),
            (Sample.Gone, new ResidentChanges { PriorityBand = 1 }, "wrong-state left"),
        ];
        Assert.All(table, row =>
            Assert.Equal(row.Decision, Sample.Decide(row.Present, new UpdateResident { CommandId = Sample.Command, Set = row.Set })));
    }

    [Fact]
    public void Import_replaces_a_record_but_neither_its_identity_nor_its_open_proposals()
    {
        var pending = new PendingProposal(Sample.Proposal("nov-2"), Sample.At.Now.AddDays(1));
        var twoMatches = Sample.Settled with { Matches = [.. Sample.Settled.Matches.Select(match => match with { EndedOn = null })] };
        (Resident Merged, string Decision)[] table =
        [
            (Sample.Settled, "done"),
            (Sample.Settled with { Id = ResidentId.Of("R2") }, "invalid merged"),
            (Sample.Settled with { Facts = Sample.Facts with { PriorityBand = 7 } }, "invalid priorityBand"),
            (twoMatches, "invalid matches"),
        ];
        var present = Sample.Newcomer with { Proposals = [pending] };
        Assert.All(table, row =>
            Assert.Equal(row.Decision, Sample.Decide(present, new AdoptResident { CommandId = Sample.Command, Merged = row.Merged })));
        var adopt = new AdoptResident { CommandId = Sample.Command, Merged = Sample.Settled };
        Assert.Equal([pending], ResidentRules.Decide(Sample.R1, present, adopt, Sample.At).Next!.Proposals.AsEnumerable());
    }
}
