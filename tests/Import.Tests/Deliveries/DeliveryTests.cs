using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Import.Deliveries;

namespace Networks.Import.Tests.Deliveries;

public sealed class DeliveryTests
{
    [Fact]
    public void A_byte_order_mark_Windows_line_ends_and_quotes_change_nothing()
    {
        var plain = TestDelivery.Small().Into(new TestStore());
        var dressed = TestDelivery.Small()
            .With("residents.csv", "\uFEFF\"id\",\"ward\"\r\n\"R1\",\"E05001390\"\r\n R2 , E05001390 \r\n\r\nR3,E05001391")
            .Into(new TestStore());
        Assert.Equal(plain.Export(), dressed.Export());
    }

    [Fact]
    public void Every_column_of_a_resident_is_taken()
    {
        (string Column, string Cell)[] row =
        [
            ("id", "R1"), ("ward", "E05001390"), ("lsoa", "E01011111"), ("birth_year", "1941"), ("gender", "female"),
            ("lives_alone", "yes"),
            ("latitude", "53.7"), ("longitude", "-1.6"), ("languages", "ur;en"), ("interests", "gardening"), ("access_needs", "step-free"),
            ("situations", "bereaved"), ("travel_km_max", "1.4"), ("prefers_gender", "female"), ("available", "mon-am;tue-pm"),
            ("wanted_contacts_per_month", "4"), ("priority_band", "1"), ("referred_on", "2026-09-22"), ("referral_source", "gp"),
            ("consents", "matching:2026-09-22;special-category"), ("exclusions", "V1"), ("organisation", "O1"),
            ("seeking", "befriending;lunch-club"), ("modes", "visit;phone"), ("waiting_since", "2026-09-23"),
            ("connections_asked_on", "2026-05-14"), ("left_on", ""),
        ];
        var delivery = TestDelivery.Small().With("residents.csv",
            string.Join(',', row.Select(cell => cell.Column)) + "\n" + string.Join(',', row.Select(cell => cell.Cell)) + "\n");
        var facts = delivery.Read().Residents.Values.Single().Facts!;
        Assert.Empty(delivery.Refusals);
        Assert.Equal((WardCode.Of("E05001390"), 1941, Gender.Female, true, 1400, 1),
            (facts.Ward, facts.BirthYear!.Value, facts.Gender!.Value,
            facts.LivesAlone!.Value, facts.TravelMetresMax!.Value.Value, facts.PriorityBand!.Value));
        Assert.Equal(["ur", "en"], facts.Languages.AsEnumerable());
        Assert.Equal(["bereaved"], facts.Situations.AsEnumerable());
        Assert.Equal([OfferKind.Befriending, OfferKind.LunchClub], facts.Seeking.AsEnumerable());
        Assert.Equal(
            [
                new Consent("matching", new DateOnly(2026, 9, 22), null) { RecordedOn = TestDelivery.Today },
                new Consent("special-category", null, null) { RecordedOn = TestDelivery.Today },
            ],
            facts.Consents.AsEnumerable());
        Assert.Equal([VolunteerId.Of("V1")], facts.Exclusions.AsEnumerable());
        Assert.Equal("mon-am;tue-pm", facts.Available.ToString());
        Assert.Equal((new DateOnly(2026, 9, 23), new DateOnly(2026, 5, 14)), (facts.WaitingSince, facts.ConnectionsAskedOn));
    }

    [Fact]
    public void Situations_without_consent_to_hold_them_are_dropped_with_a_note()
    {
        var delivery = TestDelivery.Small().With("residents.csv",
            "id,ward,situations,consents\nR1,E05001390,carer,matching\nR2,E05001390,carer,special-category:2020-01-01/2021-01-01\n");
        Assert.All(delivery.Into(new TestStore()).Residents.Values, resident => Assert.Empty(resident.Facts.Situations));
        Assert.Empty(delivery.Refusals);
        Assert.Contains(delivery.Findings.Notes, note => note.Text == "Dropped where consents holds no special-category (rows: 2).");
    }

    [Fact]
    public void An_unknown_column_is_told_with_the_nearest_known_one()
    {
        var delivery = TestDelivery.Small().With("residents.csv", "id,ward,birthyear\nR1,E05001390,1940\n");
        Assert.Single(delivery.Read().Residents);
        Assert.Equal(["Unknown column birthyear was not read. The nearest known column is birth_year."],
            delivery.Findings.Notes.Select(note => note.Text));
    }

    [Fact]
    public void A_word_outside_an_open_list_is_kept_and_told_once()
    {
        var delivery = TestDelivery.Small().With("residents.csv",
            "id,ward,access_needs\nR1,E05001390,rope-ladder\nR2,E05001390,rope-ladder\n");
        Assert.All(delivery.Read().Residents.Values, resident => Assert.Equal(["rope-ladder"], resident.Facts!.AccessNeeds.AsEnumerable()));
        Assert.Equal("rope-ladder is not one of the usual words; kept as written and matched literally (rows: 2).",
            Assert.Single(delivery.Findings.Notes).Text);
    }

    [Fact]
    public void Rows_of_all_files_become_one_record_each_with_places_from_the_other_side()
    {
        var store = TestDelivery.Small()
            .With("ties.csv", "from,to,kind,last_contact\nR1,R2,neighbour,2026-11-01\nR1,alter:1,child,\n")
            .With("memberships.csv", "group,resident,since\nG1,R1,2026-01-01\nG1,R3,2020-01-01\n")
            .With("befriending.csv", "volunteer,resident,since,ended_on\nV1,R1,2026-02-01,\nV1,R2,2024-02-01,2025-02-01\n")
            .With("contacts.csv", "resident,with,on,mode\nR1,alter:1,2026-11-03,phone\nR1,volunteer:V1,2026-11-04,visit\n")
            .Into(new TestStore());
        var one = store.Residents[ResidentId.Of("R1")];
        Assert.Equal([1, 2], one.Ties.Select(tie => tie.Number));
        Assert.Equal([((int?)2, (int?)null), (null, 1)], one.Contacts.Select(contact => (contact.Tie, contact.Match)));
        Assert.Equal("R1", Assert.Single(store.Volunteers[VolunteerId.Of("V1")].Places.Taken).Resident.Value);
        Assert.Equal(["R1", "R3"], store.Groups.Values.Single().Places.Taken.Select(taken => taken.Resident.Value));
    }

    [Fact]
    public void A_later_delivery_changes_what_it_names_and_nothing_else()
    {
        var store = TestDelivery.Small()
            .With("residents.csv", "id,ward,birth_year,seeking\nR1,E05001390,1940,befriending\nR2,E05001390,,\n")
            .With("ties.csv", "from,to,kind\nR1,R2,friend\n").Into(new TestStore());
        var later = new TestDelivery()
            .With("residents.csv", "id,ward,seeking\nR1,E05001391,\n")
                .With("ties.csv", "from,to,kind,last_contact\nR1,R2,friend,2026-11-20\nR2,alter:1,family,\n");
        var next = later.Into(store);
        Assert.Empty(later.Refusals);
        var one = next.Residents[ResidentId.Of("R1")];
        Assert.Equal(("E05001391", 1940, 0), (one.Facts.Ward.Value, one.Facts.BirthYear, one.Facts.Seeking.Length));
        Assert.Equal((1, new DateOnly(2026, 11, 20)), Assert.Single(one.Ties) is var tie ? (tie.Number, tie.LastContact!.Value) : default);
        Assert.Single(next.Residents[ResidentId.Of("R2")].Ties);
    }

    [Fact]
    public void Leaving_ends_ties_memberships_and_the_match_that_day_and_frees_the_places()
    {
        var store = TestDelivery.Small()
            .With("ties.csv", "from,to,kind\nR1,R2,friend\n").With("memberships.csv", "group,resident\nG1,R1\n")
            .With("befriending.csv", "volunteer,resident,since\nV2,R1,2026-02-01\n").Into(new TestStore());
        var next = new TestDelivery().With("residents.csv", "id,ward,left_on\nR1,E05001390,2026-11-20\n").Into(store);
        var left = new DateOnly(2026, 11, 20);
        var one = next.Residents[ResidentId.Of("R1")];
        Assert.Equal((left, left, left), (one.Ties[0].EndedOn, one.Memberships[0].EndedOn, one.Matches[0].EndedOn));
        Assert.Equal(0, next.Volunteers[VolunteerId.Of("V2")].Places.TakenOn(TestDelivery.Today));
        Assert.Equal(0, next.Groups.Values.Single().Places.TakenOn(TestDelivery.Today));
    }

    [Fact]
    public void What_was_to_begin_after_she_left_never_holds_and_its_export_imports_again()
    {
        var store = TestDelivery.Small().With("residents.csv", "id,ward,left_on\nR1,E05001390,2026-01-01\n")
            .With("memberships.csv", "group,resident,since\nG1,R1,2026-03-01\n").Into(new TestStore());
        Assert.Equal(new DateOnly(2026, 3, 1), store.Residents.Values.Single().Memberships[0].EndedOn);
        Assert.Empty(store.Groups.Values.Single().Places.Taken);
    }

    [Fact]
    public void A_point_beside_the_meridian_is_exported_and_read_again()
    {
        var store = TestDelivery.Small()
            .With("residents.csv", "id,ward,latitude,longitude\nR1,E05001390,53.7,-0.00001\n").Into(new TestStore());
        var again = TestDelivery.Small().With("residents.csv", store.Export()["residents.csv"]).Into(new TestStore());
        Assert.Equal(-0.00001, Assert.Single(again.Residents.Values).Facts.Home!.Value.Longitude);
    }

    [Fact]
    public void Rows_count_once_as_accepted_or_refused()
    {
        var delivery = TestDelivery.Small().With("residents.csv", "id,ward,gender,priority_band\nR1,E05001390,,\nR2,x,y,9\nR3,E05001390\n");
        delivery.Read();
        Assert.Equal(new FileCount("residents.csv", 1, 2), delivery.Findings.Files.Single(file => file.File == "residents.csv"));
    }
}
