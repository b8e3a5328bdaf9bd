using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;

namespace Networks.Domain.Tests.Residents;

public sealed class ConsentRulesTests
{
    private static readonly DateOnly LastYear = Sample.Today.AddYears(-1);

    private static readonly Resident Agreed = Sample.Newcomer with
    {
        Facts = Sample.Facts with
        {
            Situations = ["carer"],
            Consents =
            [
                new Consent(Consent.Matching, LastYear, null) { RecordedOn = LastYear },
                new Consent(Consent.SpecialCategory, LastYear, null) { RecordedOn = LastYear },
            ],
        },
        Proposals =
        [
            new PendingProposal(Sample.Proposal("nov-2"), Sample.At.Now.AddDays(1), OfferId.Of(Sample.V1)),
            new PendingProposal(Sample.Proposal("nov-2", OfferKind.LunchClub), Sample.At.Now.AddDays(1), OfferId.Of(Sample.G1)),
        ],
    };

    [Fact]
    public void Consents_are_checked()
    {
        var given = new Consent(Consent.DataSharing, null, null);
        (Resident Present, Consent Consent, string Decision)[] table =
        [
            (Agreed, given, "done"),
            (Agreed, given with { Kind = "a word of their own" }, "done"),
            (Agreed, given with { Kind = " " }, "invalid kind"),
            (Agreed, given with { From = Sample.Today.AddDays(366) }, "done"),
            (Agreed, given with { From = Sample.Today.AddDays(367) }, "invalid from"),
            (Agreed, given with { From = Sample.Today, Until = Sample.Today.AddDays(-1) }, "invalid until"),
            (Sample.Gone, given, "wrong-state left"),
        ];
        Assert.All(table, row =>
            Assert.Equal(row.Decision, Sample.Decide(row.Present, new SetConsent { CommandId = Sample.Command, Consent = row.Consent })));
    }

    [Fact]
    public void A_consent_that_holds_is_replaced_and_one_that_is_over_is_remembered()
    {
        var over = new Consent(Consent.DataSharing, LastYear, Sample.Today) { RecordedOn = LastYear };
        var present = Agreed with { Facts = Agreed.Facts with { Consents = [over, .. Agreed.Facts.Consents] } };
        var once = Next(present, new SetConsent { CommandId = Sample.Command, Consent = new Consent(Consent.DataSharing, null, null) });
        var anew = new Consent(Consent.DataSharing, Sample.Today, null);
        var twice = Next(once, new SetConsent { CommandId = Sample.Command, Consent = anew });
        Assert.Equal(
            [over, anew with { RecordedOn = Sample.Today }],
            twice.Facts.Consents.Where(consent => consent.Kind == Consent.DataSharing));
    }

    [Fact]
    public void Without_special_category_consent_situations_leave_the_record()
    {
        var next = Next(Agreed, Withdraw(Consent.SpecialCategory, 0));
        Assert.Empty(next.Facts.Situations);
        Assert.False(next.Facts.HasConsent(Consent.SpecialCategory, Sample.Today));
        Assert.Equal(2, next.Proposals.Length);
        Assert.Equal(["carer"], Next(Agreed, Withdraw(Consent.SpecialCategory, 1)).Facts.Situations.AsEnumerable());
        var ended = new SetConsent { CommandId = Sample.Command, Consent = new Consent(Consent.SpecialCategory, LastYear, Sample.Today) };
        Assert.Empty(Next(Agreed, ended).Facts.Situations);
    }

    [Fact]
    public void Without_matching_consent_open_proposals_are_closed_and_their_places_given_back()
    {
        var next = Next(Agreed, Withdraw(Consent.Matching, 0));
        Assert.Empty(next.Proposals);
        Assert.Equal(
            [(Sample.V1, null), (null, Sample.G1)], LeavingRules.LetGo(Agreed, next).Select(place => (place.Volunteer, place.Group)));
        Assert.Equal(["carer"], next.Facts.Situations.AsEnumerable());
        var open = new OpenProposal
        {
            CommandId = Sample.Command, Proposal = Sample.Proposal("nov-3"), ExpiresAt = Sample.At.Now.AddDays(1),
        };
        Assert.Equal("wrong-state no-consent", Sample.Decide(next, open));
        var match = new RecordMatch
        {
            CommandId = Sample.Command, Proposal = Sample.Proposal("nov-2"), Volunteer = Sample.V1, Since = Sample.Today,
        };
        Assert.Equal("wrong-state no-consent", Sample.Decide(next, match));
    }

    [Fact]
    public void What_was_never_given_cannot_be_taken_back_and_taking_back_again_changes_nothing()
    {
        Assert.Equal("wrong-state not-given", Sample.Decide(Agreed, Withdraw(Consent.Introductions, 0)));
        Assert.Equal("invalid kind", Sample.Decide(Agreed, Withdraw(" ", 0)));
        Assert.Equal("invalid on", Sample.Decide(Agreed, Withdraw(Consent.Matching, 367)));
        var next = Next(Agreed, Withdraw(Consent.Matching, 0));
        Assert.Equal("unchanged", Sample.Decide(next, Withdraw(Consent.Matching, 0)));
        Assert.Equal("done", Sample.Decide(next, Withdraw(Consent.Matching, -1)));
        var gone = Agreed with { Facts = Agreed.Facts with { LeftOn = Sample.Today } };
        Assert.Equal("done", Sample.Decide(gone, Withdraw(Consent.Matching, 0)));
    }

    [Fact]
    public void A_consent_keeps_the_day_it_was_written_down_until_it_says_something_else()
    {
        var same = Agreed.Facts.Consents.Select(consent => consent with { RecordedOn = null }).ToImmutableArray();
        var next = Next(Agreed, new UpdateResident
        {
            CommandId = Sample.Command,
            Set = new ResidentChanges { Consents = ImmutableArray.Create(same[0], same[1] with { From = Sample.Today }) },
        });
        Assert.Equal([LastYear, Sample.Today], next.Facts.Consents.Select(consent => consent.RecordedOn!.Value));
    }

    [Fact]
    public void A_consent_that_has_run_out_stands_in_the_way_of_no_other_change()
    {
        var lapsed = Agreed with
        {
            Facts = Agreed.Facts with { Consents = [new Consent(Consent.SpecialCategory, LastYear, Sample.Today)] },
        };
        var next = Next(lapsed, new UpdateResident { CommandId = Sample.Command, Set = new ResidentChanges { PriorityBand = 2 } });
        Assert.Empty(next.Facts.Situations);
        var again = new ResidentChanges { Situations = ImmutableArray.Create("carer") };
        Assert.Equal("invalid situations", Sample.Decide(lapsed, new UpdateResident { CommandId = Sample.Command, Set = again }));
    }

    private static WithdrawConsent Withdraw(string kind, int days) =>
        new() { CommandId = Sample.Command, Kind = kind, On = Sample.Today.AddDays(days) };

    private static Resident Next(Resident present, ResidentCommand command) =>
        ResidentRules.Decide(Sample.R1, present, command, Sample.At).Next!;
}
