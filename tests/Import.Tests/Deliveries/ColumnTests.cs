using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Import.Refusals;

namespace Networks.Import.Tests.Deliveries;

public sealed class ColumnTests
{
    // One row for each closed list; every other cell of the row is good.
    [Theory]
    [InlineData("residents.csv", "id,ward,gender", "R1,E05001390,woman", "gender", "female")]
    [InlineData("residents.csv", "id,ward,prefers_gender", "R1,E05001390,female;males", "prefers_gender", "male")]
    [InlineData("residents.csv", "id,ward,seeking", "R1,E05001390,befriender", "seeking", "befriending")]
    [InlineData("residents.csv", "id,ward,seeking", "R1,E05001390,warm-space", "seeking", "homeshare")]
    [InlineData("residents.csv", "id,ward,modes", "R1,E05001390,visits", "modes", "visit")]
    [InlineData("residents.csv", "id,ward,home_factors", "R1,E05001390,dogs", "home_factors", "dog")]
    [InlineData("residents.csv", "id,ward,cannot_be_with", "R1,E05001390,cats", "cannot_be_with", "cat")]
    [InlineData("residents.csv", "id,ward,firm", "R1,E05001390,genders", "firm", "gender")]
    [InlineData("residents.csv", "id,ward,left_reason", "R1,E05001390,dead", "left_reason", "died")]
    [InlineData("residents.csv", "id,ward,contact_by", "R1,E05001390,email", "contact_by", "e-mail")]
    [InlineData("residents.csv", "id,ward,referral_source", "R1,E05001390,GP", "referral_source", "gp")]
    [InlineData("volunteers.csv", "id,ward,role", "V9,E05001390,befriending", "role", "befriender")]
    [InlineData("volunteers.csv", "id,ward,role,modes", "V9,E05001390,driver,fone", "modes", "phone")]
    [InlineData("volunteers.csv", "id,ward,role,gender", "V9,E05001390,driver,females", "gender", "female")]
    [InlineData("volunteers.csv", "id,ward,role,home_factors", "V9,E05001390,driver,stair", "home_factors", "stairs")]
    [InlineData("volunteers.csv", "id,ward,role,cannot_be_with", "V9,E05001390,driver,smoke", "cannot_be_with", "smoking")]
    [InlineData("groups.csv", "id,name,ward,kind", "G9,Tea,E05001390,lunch", "kind", "hub")]
    [InlineData("ties.csv", "from,to,kind", "R1,R2,friends", "kind", "friend")]
    [InlineData("ties.csv", "from,to,kind,contact_frequency", "R1,R2,parent,week", "contact_frequency", "weekly")]
    [InlineData("ties.csv", "from,to,kind,support", "R1,R2,parent,emotion", "support", "emotional")]
    [InlineData("memberships.csv", "group,resident,role", "G1,R1,leading", "role", "leader")]
    [InlineData("befriending.csv", "volunteer,resident,since,ending", "V1,R1,2026-01-01,plan", "ending", "planned")]
    [InlineData("befriending.csv", "volunteer,resident,since,mode", "V1,R1,2026-01-01,phones", "mode", "phone")]
    [InlineData("contacts.csv", "resident,with,on,mode", "R1,volunteer:V1,2026-01-01,visiting", "mode", "visit")]
    [InlineData("assessments.csv", "resident,instrument,on,answers", "R1,ucla,2026-01-01,1;2;3", "instrument", "ucla-3")]
    [InlineData("assessments.csv", "resident,instrument,on,answers,asked_by", "R1,direct,2026-01-01,5,phone", "asked_by", "telephone")]
    [InlineData("organisations.csv", "id,name,kind", "O1,Us,vcse", "kind", "vcfse")]
    [InlineData("indicators.csv", "area,indicator,value,polarity", "E05001390,x,1,higher-worse", "polarity", "higher-is-worse")]
    [InlineData("areas.csv", "code,name,level", "A1,Place,wards", "level", "ward")]
    public void A_word_outside_a_closed_list_refuses_its_row_and_the_nearest_is_named(
        string file, string header, string row, string column, string nearest)
    {
        var delivery = TestDelivery.Small().With(file, $"{header}\n{row}\n");
        delivery.Read();
        var refusal = Assert.Single(delivery.Refusals, refusal => refusal.File == file);
        Assert.Equal((2, column, RefusalCode.NotInList), (refusal.Line, refusal.Column, refusal.Code));
        Assert.StartsWith($"Did you mean {nearest}? Allowed: ", refusal.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ucla-3", "1;2", "ucla-3 has 3 items, not 2; an item not answered is an empty place.")]
    [InlineData("ucla-3", "1;2;4", "'4' is no answer to ucla-3; allowed are 1, 2, 3.")]
    [InlineData("direct", "0", "'0' is no answer to direct; allowed are 1, 2, 3, 4, 5.")]
    [InlineData("djg-6", "yes;no;maybe;;;", "'maybe' is no answer to djg-6; allowed are yes, more-or-less, no.")]
    [InlineData("lsns-6", "1;2;3;4;5;6", "'6' is no answer to lsns-6; allowed are 0, 1, 2, 3, 4, 5.")]
    [InlineData("social-contact", "5", "'5' is no answer to social-contact; allowed are 1, 2, 3, 4.")]
    public void Answers_an_instrument_does_not_have_are_refused(string instrument, string answers, string reason)
    {
        var delivery = TestDelivery.Small()
            .With("assessments.csv", $"resident,instrument,on,answers\nR1,{instrument},2026-01-01,{answers}\n");
        delivery.Read();
        Assert.Equal(("assessments.csv", 2, "answers", RefusalCode.NotAnswers, reason),
            Assert.Single(delivery.Refusals) is var one ? (one.File, one.Line, one.Column, one.Code, one.Reason) : default);
    }

    [Theory]
    [InlineData("contacts.csv", "resident,with,on", "R1,volunteer:V1,2026-11-23", "on", "AFTER_TODAY")]
    [InlineData("attendance.csv", "group,resident,on", "G1,R1,2026-11-23", "on", "AFTER_TODAY")]
    [InlineData("assessments.csv", "resident,instrument,on,answers", "R1,direct,2026-11-23,5", "on", "AFTER_TODAY")]
    [InlineData("life-events.csv", "resident,kind,on", "R1,retired,2028-11-23", "on", "TOO_FAR_AHEAD")]
    [InlineData("life-events.csv", "resident,kind,on", "R9,retired,2026-11-01", "resident", "UNKNOWN_RESIDENT")]
    [InlineData("attendance.csv", "group,resident,on", "G9,R1,2026-11-01", "group", "UNKNOWN_GROUP")]
    [InlineData("attendance.csv", "group,resident,on,accompanied_by", "G1,R1,2026-11-01,volunteer:V9", "accompanied_by",
        "UNKNOWN_VOLUNTEER")]
    [InlineData("attendance.csv", "group,resident,on,accompanied_by", "G1,R1,2026-11-01,R9", "accompanied_by", "UNKNOWN_RESIDENT")]
    [InlineData("memberships.csv", "group,resident", "G1,volunteer:V9", "resident", "UNKNOWN_VOLUNTEER")]
    [InlineData("memberships.csv", "group,resident,since", "G1,R1,2027-11-24", "since", "TOO_FAR_AHEAD")]
    [InlineData("residents.csv", "id,ward,referral_source", "R1,E05001390,org:O9", "referral_source", "UNKNOWN_ORGANISATION")]
    [InlineData("residents.csv", "id,ward,consents", "R1,E05001390,matching:2026-05-01/2026-04-01", "consents", "STARTS_AFTER_END")]
    [InlineData("residents.csv", "id,ward,consents", "R1,E05001390,matching:2062-05-01", "consents", "TOO_FAR_AHEAD")]
    [InlineData("volunteers.csv", "id,ward,role,exclusions", "V9,E05001390,driver,R9", "exclusions", "UNKNOWN_RESIDENT")]
    [InlineData("volunteers.csv", "id,ward,role,resident", "V9,E05001390,driver,R9", "resident", "UNKNOWN_RESIDENT")]
    [InlineData("volunteers.csv", "id,ward,role,checks", "V9,E05001390,driver,references:2062-01-01", "checks", "TOO_FAR_AHEAD")]
    [InlineData("groups.csv", "id,name,ward,age_from,age_to", "G9,Tea,E05001390,60,50", "age_from", "OUT_OF_RANGE")]
    [InlineData("groups.csv", "id,name,ward,cost_pounds", "G9,Tea,E05001390,£2", "cost_pounds", "NOT_A_NUMBER")]
    [InlineData("indicators.csv", "area,indicator,value", "E05001999,x,1", "area", "UNKNOWN_AREA")]
    [InlineData("indicators.csv", "area,indicator,value", "E01011111,x,many", "value", "NOT_A_NUMBER")]
    [InlineData("indicators.csv", "area,indicator,value,denominator", "E01011111,x,1,0", "denominator", "OUT_OF_RANGE")]
    [InlineData("areas.csv", "code,name,parent", "A1,Place,A1", "parent", "OUT_OF_RANGE")]
    [InlineData("interests.csv", "id,label", "a;b,Both", "id", "BAD_REFERENCE")]
    public void A_row_that_cannot_be_is_refused_at_its_column(string file, string header, string row, string column, string code)
    {
        var delivery = TestDelivery.Small().With(file, $"{header}\n{row}\n");
        delivery.Read();
        var refusal = Assert.Single(delivery.Refusals, refusal => refusal.File == file);
        Assert.Equal((2, column, code), (refusal.Line, refusal.Column, refusal.Code));
        Assert.Equal(1, delivery.Findings.Files.Single(known => known.File == file).Refused);
    }

    [Theory]
    [InlineData("organisations.csv", "id,name", "O1,Us")]
    [InlineData("interests.csv", "id,label", "tea,Tea")]
    [InlineData("areas.csv", "code,name", "A1,Place")]
    [InlineData("indicators.csv", "area,indicator,value,period", "E05001390,x,1,2021")]
    [InlineData("attendance.csv", "group,resident,on", "G1,R1,2026-11-01")]
    [InlineData("assessments.csv", "resident,instrument,on,answers", "R1,direct,2026-11-01,5")]
    [InlineData("life-events.csv", "resident,kind,on", "R1,retired,2026-11-01")]
    public void The_same_key_on_two_lines_is_taken_once(string file, string header, string row)
    {
        var delivery = TestDelivery.Small().With(file, $"{header}\n{row}\n{row}\n");
        delivery.Read();
        Assert.Equal((3, true), Assert.Single(delivery.Refusals) is var one ? (one.Line, one.Code.StartsWith("DUPLICATE_",
            StringComparison.Ordinal)) : default);
    }

    [Fact]
    public void An_empty_cell_clears_and_an_absent_column_says_nothing()
    {
        var store = TestDelivery.Small()
            .With("residents.csv", "id,ward,tenure,support_needs\nR1,E05001390,council-tenant,bsl\n")
            .With("groups.csv", "id,name,ward,places,others_attending,access\nG1,Lunch,E05001390,12,3,quiet-space\n")
            .With("assessments.csv", "resident,instrument,on,answers,asked_by\nR1,ucla-3,2026-01-01,2;;3,self\n")
            .Into(new TestStore());
        var next = new TestDelivery()
            .With("residents.csv", "id,ward,tenure\nR1,E05001390,\n")
            .With("groups.csv", "id,name,ward,access\nG1,Lunch,E05001390,\n")
            .With("assessments.csv", "resident,instrument,on,answers\nR1,ucla-3,2026-01-01,2;1;3\n")
            .Into(store);
        var facts = next.Residents[ResidentId.Of("R1")].Facts;
        Assert.Equal((null, "bsl"), (facts.Tenure, Assert.Single(facts.SupportNeeds)));
        var group = next.Groups[GroupId.Of("G1")];
        Assert.Equal((12, 3, 0), (group.Places.Capacity, group.Places.Others, group.Facts.Access.Length));
        var assessment = Assert.Single(next.Residents[ResidentId.Of("R1")].Assessments);
        Assert.Equal(("2;1;3", "Self"), (string.Join(';', assessment.Answers), assessment.AskedBy.ToString()));
    }

    [Fact]
    public void People_outside_the_register_take_places_too()
    {
        var delivery = TestDelivery.Small()
            .With("groups.csv", "id,name,ward,places,others_attending\nG1,Lunch,E05001390,4,3\n")
            .With("memberships.csv", "group,resident\nG1,R1\nG1,R2\n");
        delivery.Into(new TestStore());
        var refusal = delivery.Refusals[0];
        Assert.Equal(("groups.csv", 2, "places", RefusalCode.BelowTaken, "Places 4, but 2 current members and others_attending 3.",
            "Set places 5, or end a membership in memberships.csv."),
            (refusal.File, refusal.Line, refusal.Column, refusal.Code, refusal.Reason, refusal.Hint));
    }

    [Fact]
    public void A_volunteer_belongs_to_a_group_without_taking_a_place()
    {
        var delivery = TestDelivery.Small()
            .With("memberships.csv", "group,resident,since,role\nG1,volunteer:V1,2026-01-01,leader\nG1,R1,,\nG1,R2,,welcomer\n");
        var store = delivery.Into(new TestStore());
        Assert.Empty(delivery.Refusals);
        Assert.Equal(MembershipRole.Leader, Assert.Single(store.Volunteers[VolunteerId.Of("V1")].Memberships).Role);
        Assert.Equal(2, store.Groups[GroupId.Of("G1")].Places.TakenOn(TestDelivery.Today));
        var later = new TestDelivery().With("memberships.csv", "group,resident,since,ended_on\nG1,volunteer:V1,2026-01-01,2026-11-01\n");
        var ended = Assert.Single(later.Into(store).Volunteers[VolunteerId.Of("V1")].Memberships);
        Assert.Equal((new DateOnly(2026, 11, 1), MembershipRole.Leader), (ended.EndedOn!.Value, ended.Role!.Value));
    }

    [Fact]
    public void Undated_consents_and_checks_are_taken_stamped_once_and_told_to_be_dated()
    {
        var delivery = TestDelivery.Small()
            .With("residents.csv", "id,ward,consents\nR1,E05001390,matching\nR2,E05001390,matching\n")
            .With("volunteers.csv", "id,ward,role,checks\nV1,E05001390,befriender,references;dbs-basic:2026-03-01/2029-03-01\n");
        var store = delivery.Into(new TestStore());
        Assert.Equal(["references without a date was accepted; please date it (rows: 1).",
            "matching without a date was accepted; please date it (rows: 2)."], delivery.Findings.Notes.Select(note => note.Text));
        var before = store.Residents[ResidentId.Of("R1")];
        Assert.Equal((TestDelivery.Today, TestDelivery.Today), (before.RecordedOn!.Value, before.Facts.Consents[0].RecordedOn!.Value));

        // What was stored on an earlier day keeps that day when the file says the same again.
        var stamp = new DateOnly(2026, 1, 1);
        store.Residents[before.Id] = before with
        {
            Facts = before.Facts with { Consents = [new Consent("matching", null, null) { RecordedOn = stamp }] },
        };
        var again = delivery.Into(store).Residents[before.Id].Facts.Consents;
        Assert.Equal(stamp, Assert.Single(again).RecordedOn);
    }

    [Fact]
    public void Words_outside_the_areas_own_list_of_interests_are_kept_and_told_once()
    {
        var delivery = TestDelivery.Small().With("interests.csv", "id,label\ngardening,Gardening\n")
            .With("residents.csv", "id,ward,interests,languages\nR1,E05001390,gardening;chess,en-GB;Urdu\nR2,E05001390,chess,Klingon\n");
        delivery.Read();
        Assert.Equal(["chess is not on the area's own list; kept as written and matched literally (rows: 2).",
            "Klingon is not one of the usual words; kept as written and matched literally (rows: 1)."],
            delivery.Findings.Notes.Select(note => note.Text));
    }

    [Fact]
    public void An_organisation_may_refer_when_it_is_known_from_this_file_or_an_earlier_one()
    {
        var store = new TestDelivery().With("organisations.csv", "id,name,kind\nO1,Us,vcfse\n").Into(new TestStore());
        var delivery = TestDelivery.Small().With("residents.csv", "id,ward,referral_source,organisation\nR1,E05001390,org:O1,O2\n");
        Assert.Equal("org:O1", delivery.Into(store).Residents[ResidentId.Of("R1")].Facts.ReferralSource);
        Assert.Empty(delivery.Refusals);
        Assert.Equal("O2 is not in organisations.csv; kept as written (rows: 1).", Assert.Single(delivery.Findings.Notes).Text);
    }

    [Fact]
    public void Ties_alone_are_taken_when_the_residents_came_before()
    {
        var store = TestDelivery.Small().Into(new TestStore());
        var ties = new TestDelivery().With("ties.csv", "from,to,kind,support,recorded_on\nR1,R2,parent,illness;everyday,2026-11-01\n");
        var tie = Assert.Single(ties.Into(store).Residents[ResidentId.Of("R1")].Ties);
        Assert.Equal((2, new DateOnly(2026, 11, 1)), (tie.Support.Length, tie.RecordedOn!.Value));
        Assert.Empty(ties.Refusals);
    }

    [Fact]
    public void Figures_about_an_LSOA_and_an_area_of_the_delivery_are_taken()
    {
        var store = TestDelivery.Small().With("areas.csv", "code,name,level,parent,households\nA1,North,place,E08000034,7000\n")
            .With("indicators.csv", "area,indicator,value,period,polarity\nE01011111,x,1.5,2021,neutral\nA1,x,2,2021,\nE05001390,x,3,,\n")
            .Into(new TestStore());
        Assert.Equal(["A1", "E01011111", "E05001390"], store.Indicators.Keys.Select(key => key.Area.Value).Order(StringComparer.Ordinal));
        Assert.Equal(AreaLevel.Place, Assert.Single(store.Areas.Values).Level);
    }

    [Fact]
    public void Nothing_about_somebody_who_was_erased_comes_back()
    {
        var delivery = TestDelivery.Small()
            .With("volunteers.csv", "id,ward,role,exclusions\nV1,E05001390,befriender,R1;R2\n")
            .With("contact-cards.csv", "resident,name\nR1,Her Name\n")
            .With("ties.csv", "from,to,kind\nR1,R2,friend\nR2,R1,friend\nR2,R3,friend\n")
            .With("contacts.csv", "resident,with,on\nR2,R1,2026-11-01\nR2,R3,2026-11-01\n")
            .With("attendance.csv", "group,resident,on,accompanied_by\nG1,R2,2026-11-01,R1\nG1,R1,2026-11-01,\n")
            .With("life-events.csv", "resident,kind,on\nR1,diagnosis,2026-11-01\n");
        var store = delivery.Into(new TestStore(), ResidentId.Of("R1"));
        Assert.DoesNotContain(ResidentId.Of("R1"), store.Residents.Keys);
        Assert.Equal(
            [
                ("attendance.csv", 2, "accompanied_by"), ("attendance.csv", 3, "resident"), ("contact-cards.csv", 2, "resident"),
                ("contacts.csv", 2, "with"), ("life-events.csv", 2, "resident"), ("residents.csv", 2, "id"), ("ties.csv", 2, "from"),
                ("ties.csv", 3, "to"),
            ],
            delivery.Refusals.Select(refusal => (refusal.File, refusal.Line, refusal.Column)).Order());
        Assert.All(delivery.Refusals, refusal => Assert.Equal(RefusalCode.Erased, refusal.Code));
        Assert.Equal("R3", Assert.Single(store.Residents[ResidentId.Of("R2")].Ties).Resident!.Value.Value);
        Assert.Equal(["R2"], store.Volunteers[VolunteerId.Of("V1")].Facts.Exclusions.Select(id => id.Value));
    }
}
