using System.Text;
using Networks.Import.Refusals;

namespace Networks.Import.Tests.Deliveries;

public sealed class RefusalTests
{
    // file | rows after the header | what must be refused: line,column,code,reason,hint (* = anything)
    [Theory]
    [InlineData("residents.csv", "id,ward\nR1,E05001930", 2, "ward", "UNKNOWN_WARD", "No ward E05001930 in wards.csv.",
        "Did you mean E05001390 (Batley East)?")]
    [InlineData("residents.csv", "id,ward\nR1,Batley East", 2, "ward", "UNKNOWN_WARD", "No ward Batley East in wards.csv.",
        "Write its code, E05001390.")]
    [InlineData("residents.csv", "id,ward,referred_on\nR1,E05001390,31/03/2026", 2, "referred_on", "NOT_A_DATE",
        "Dates are written 2026-03-31.", "31/03/2026 was found; we do not guess day and month.")]
    [InlineData("residents.csv", "id,ward,referred_on\nR1,E05001390,2026-02-30", 2, "referred_on", "NOT_A_DATE",
        "Dates are written 2026-03-31.", "2026-02-30 was found; the calendar has no such day.")]
    [InlineData("residents.csv", "id,ward,consents\nR1,E05001390,matching:31/03/2026", 2, "consents", "NOT_A_DATE",
        "Dates are written 2026-03-31.", "31/03/2026 was found; we do not guess day and month.")]
    [InlineData("residents.csv", "id,ward,gender\nR1,E05001390,femal", 2, "gender", "NOT_IN_LIST",
        "femal is not one of the values of gender.", "Did you mean female? Allowed: female, male, non-binary, self-described.")]
    [InlineData("residents.csv", "id,ward,lives_alone\nR1,E05001390,Y", 2, "lives_alone", "NOT_IN_LIST", "Y is neither yes nor no.", "*")]
    [InlineData("residents.csv", "id,ward,available\nR1,E05001390,mon-pm;monday", 2, "available", "NOT_IN_LIST",
        "monday is not one of the values of available.", "*")]
    [InlineData("residents.csv", "id,ward,birth_year\nR1,E05001390,194O", 2, "birth_year", "NOT_A_NUMBER", "194O is no whole number.", "*")]
    [InlineData("residents.csv", "id,ward,priority_band\nR1,E05001390,5", 2, "priority_band", "OUT_OF_RANGE", "priority_band is 1 to 4.",
        "")]
    [InlineData("residents.csv", "id,ward,travel_km_max\nR1,E05001390,\"1,4\"", 2, "travel_km_max", "NOT_A_NUMBER", "1,4 is no number.",
        "Write a decimal point, such as 1.4.")]
    [InlineData("residents.csv", "id,ward,latitude,longitude\nR1,E05001390,53.7,", 2, "longitude", "HALF_A_POINT", "*", "*")]
    [InlineData("residents.csv", "id,ward\n,E05001390", 2, "id", "EMPTY_CELL", "The column id may not be empty.", "")]
    [InlineData("residents.csv", "id,ward\nR1,E05001390\nR1,E05001391", 3, "id", "DUPLICATE_ID", "R1 stands on an earlier line already.",
        "*")]
    [InlineData("residents.csv", "id,ward\nR1,E05001390,x", 2, "", "RAGGED_ROW", "This row has 3 cells, the header has 2.", "*")]
    [InlineData("residents.csv", "id,ward,lsoa\nR1,E05001390", 2, "", "RAGGED_ROW", "This row has 2 cells, the header has 3.", "*")]
    [InlineData("residents.csv", "id,ward\n\"R1,E05001390", 2, "", "BAD_QUOTES", "*", "*")]
    [InlineData("residents.csv", "id,ward,exclusions\nR1,E05001390,V1;V9", 2, "exclusions", "UNKNOWN_VOLUNTEER", "No volunteer V9.", "*")]
    [InlineData("residents.csv", "id,ward,registered_on,left_on\nR1,E05001390,2026-05-01,2026-04-01", 2, "registered_on",
        "STARTS_AFTER_END", "*", "*")]
    [InlineData("residents.csv", "id,ward,left_on\nR1,E05001390,2062-04-01", 2, "left_on", "TOO_FAR_AHEAD",
        "2062-04-01 is more than 366 days ahead.", "Check the year.")]
    [InlineData("residents.csv", "id,ward,referral_source\nR1,E05001390,nhs", 2, "referral_source", "NOT_IN_LIST", "*", "*")]
    [InlineData("ties.csv", "from,to,kind\nR1,R09999,friend", 2, "to", "UNKNOWN_RESIDENT", "No resident R09999.",
        "Someone outside the register is written alter:1")]
    [InlineData("ties.csv", "from,to,kind\nR9,R1,friend", 2, "from", "UNKNOWN_RESIDENT", "No resident R9.", "*")]
    [InlineData("ties.csv", "from,to,kind\nR1,R1,friend", 2, "to", "TIE_TO_SELF", "*", "")]
    [InlineData("ties.csv", "from,to,kind\nR1,alter:jo@home,friend", 2, "to", "LABEL_IDENTIFIES", "*", "*")]
    [InlineData("ties.csv", "from,to,kind\nR1,alter:Jo 0770 090 0123,friend", 2, "to", "LABEL_IDENTIFIES", "*", "*")]
    [InlineData("ties.csv", "from,to,kind\nR1,alter:,friend", 2, "to", "EMPTY_CELL", "*", "*")]
    [InlineData("ties.csv", "from,to,kind\nR1,R2,mate", 2, "kind", "NOT_IN_LIST", "mate is not one of the values of kind.", "*")]
    [InlineData("ties.csv", "from,to,kind\nR1,R2,friend\nR1,R2,friend", 3, "", "DUPLICATE_ROW", "The same stands on line 2 already.", "*")]
    [InlineData("ties.csv", "from,to,kind,since,ended_on\nR1,R2,friend,2026-05-02,2026-05-01", 2, "since", "STARTS_AFTER_END",
        "since 2026-05-02 is later than ended_on 2026-05-01.", "")]
    [InlineData("memberships.csv", "group,resident\nG9,R1", 2, "group", "UNKNOWN_GROUP", "No group G9.", "*")]
    [InlineData("memberships.csv", "group,resident\nG1,R1\nG1,R2\nG1,R3", 4, "group", "NO_FREE_PLACE", "All 2 places of G1 are taken.",
        "*", "groups.csv", "id,name,ward\nG2,Other,E05001390")]
    [InlineData("befriending.csv", "volunteer,resident,since\nV9,R1,2026-01-01", 2, "volunteer", "UNKNOWN_VOLUNTEER", "No volunteer V9.",
        "*")]
    [InlineData("befriending.csv", "volunteer,resident,since\nV1,R1,", 2, "since", "EMPTY_CELL", "*", "")]
    [InlineData("befriending.csv", "volunteer,resident,since\nV1,R1,2026-01-01\nV2,R1,2026-02-01", 3, "resident", "SECOND_ACTIVE_MATCH",
        "R1 has an active match already, with V1.", "End it first: line 2.")]
    [InlineData("contact-cards.csv", "resident,email\nR1,07700 900123", 2, "email", "NOT_AN_EMAIL", "Not an e-mail address.", "")]
    [InlineData("contact-cards.csv", "resident,email\nR77,a@b.org", 2, "resident", "UNKNOWN_RESIDENT", "No such resident.", "*")]
    [InlineData("contacts.csv", "resident,with,on\nR1,R2,2026-10-01", 2, "with", "UNKNOWN_TIE",
        "R1 names no tie and has no match with that person.", "*")]
    [InlineData("groups.csv", "id,name,ward,kind\nG1,Lunch,E05001390,befriending", 2, "kind", "NOT_IN_LIST", "*", "*")]
    [InlineData("wards.csv", "code,name\nE05001390,Batley East\nE05001390,Batley", 3, "code", "DUPLICATE_ID", "*", "*")]
    public void A_row_at_fault_is_refused_with_its_place_and_the_way_out(
        string file, string text, int line, string column, string code, string reason, string hint, string? also = null,
            string? alsoText = null)
    {
        var store = TestDelivery.Small().Into(new TestStore());
        var delivery = TestDelivery.Small().With(file, text);
        if (also is not null)
        {
            delivery.With(also, alsoText!);
        }

        delivery.Into(also is null ? new TestStore() : store);
        var refusal = Assert.Single(delivery.Refusals, refusal => refusal.File == file);
        Assert.Equal((line, column, code), (refusal.Line, refusal.Column, refusal.Code));
        Assert.Equal(reason, reason == "*" ? "*" : refusal.Reason);
        Assert.Equal(hint, hint == "*" ? "*" : refusal.Hint);
    }

    [Theory]
    [InlineData("E05001390,Batley East\n", "The first line should begin so: code,name.")]
    [InlineData("code|name\nE1|x\n", "The first line should begin so: code,name.")]
    [InlineData("{\"code\": 1}", "This looks like JSON, XML or a web page; save the sheet as \"CSV UTF-8\".")]
    [InlineData("", "The file is empty; its first line should name the columns.")]
    [InlineData("PK\u0003\u0004rest", "This is a workbook; save the sheet as \"CSV UTF-8\".")]
    [InlineData("code,name\0\n", "The file holds bytes that no UTF-8 text has; save the sheet as \"CSV UTF-8\".")]
    public void A_file_that_is_no_CSV_is_one_clear_error(string text, string hint)
    {
        var delivery = new TestDelivery().With("wards.csv", text);
        delivery.Read();
        var refusal = Assert.Single(delivery.Refusals);
        Assert.Equal(("wards.csv", 1, RefusalCode.NotCsv, hint), (refusal.File, refusal.Line, refusal.Code, refusal.Hint));
    }

    [Fact]
    public void A_missing_column_and_a_column_that_stands_twice_refuse_the_file_once()
    {
        var missing = new TestDelivery().With("wards.csv", "code,nam\nE1,x\nE2,y\n");
        missing.Read();
        Assert.Equal(("name", RefusalCode.MissingColumn, "Is nam the column name? Then name it so."),
            Assert.Single(missing.Refusals) is var one ? (one.Column, one.Code, one.Hint) : default);
        var twice = new TestDelivery().With("wards.csv", "code,name,code\nE1,x,y\n");
        twice.Read();
        Assert.Equal(RefusalCode.DuplicateColumn, Assert.Single(twice.Refusals).Code);
    }

    [Fact]
    public void A_file_of_NHS_numbers_is_refused_whole_and_so_is_what_leans_on_it()
    {
        var delivery = TestDelivery.Small()
            .With("residents.csv", "id,ward\n9434765919,E05001390\n9434765870,nonsense\n401 023 2137,E05001390\nR4,E05001390\n")
            .With("ties.csv", "from,to,kind\n9434765919,alter:1,friend\n");
        var read = delivery.Read();
        Assert.Empty(read.Residents);
        Assert.Equal([("residents.csv", 1, "id", RefusalCode.LooksLikeNhsNumbers), ("ties.csv", 1, "", RefusalCode.NeedsRefusedFile)],
            delivery.Refusals.Select(refusal => (refusal.File, refusal.Line, refusal.Column, refusal.Code)));
        Assert.DoesNotContain(delivery.Refusals, refusal => refusal.ToString().Contains("9434765919", StringComparison.Ordinal));
    }

    [Fact]
    public void Ten_digit_ids_that_are_no_NHS_numbers_are_taken()
    {
        var rows = string.Concat(Enumerable.Range(1_000_000_000, 200).Select(id => $"{id},E05001390\n"));
        var delivery = TestDelivery.Small().With("residents.csv", "id,ward\n" + rows);
        Assert.Equal(200, delivery.Read().Residents.Count);
        Assert.Empty(delivery.Refusals);
    }

    [Fact]
    public void Capacity_below_what_is_taken_refuses_the_volunteer_and_says_what_to_set()
    {
        var delivery = TestDelivery.Small()
            .With("volunteers.csv", "id,ward,role,capacity\nV1,E05001390,befriender,1\n")
            .With("befriending.csv", "volunteer,resident,since\nV1,R1,2026-01-01\nV1,R2,2026-01-01\n");
        var store = delivery.Into(new TestStore());
        Assert.Equal(new RowRefusal("volunteers.csv", 2, "capacity", RefusalCode.BelowTaken, "Capacity 1, but 2 current matches.",
            "Set capacity 2, or end a match in befriending.csv."), delivery.Refusals[0]);
        Assert.Equal([(2, RefusalCode.UnknownVolunteer), (3, RefusalCode.UnknownVolunteer)],
            delivery.Refusals.Skip(1).Select(refusal => (refusal.Line, refusal.Code)).Order());
        Assert.Empty(store.Volunteers);
        Assert.All(store.Residents.Values, resident => Assert.Empty(resident.Matches));
    }

    [Fact]
    public void Two_of_one_household_who_are_visited_together_take_one_place_of_the_capacity()
    {
        const string columns = "volunteer,resident,since,household\n";
        var delivery = TestDelivery.Small()
            .With("volunteers.csv", "id,ward,role,capacity\nV1,E05001390,befriender,1\n")
            .With("befriending.csv", columns + "V1,R1,2026-01-01,H1\nV1,R2,2026-01-01,H1\n");
        var store = delivery.Into(new TestStore());
        Assert.Empty(delivery.Refusals);
        Assert.Equal(1, Assert.Single(store.Volunteers.Values, one => one.Id.Value == "V1").Places.TakenOn(TestDelivery.Today));

        // Parted, they would need a place each.
        var parted = new TestDelivery().With("befriending.csv", columns + "V1,R2,2026-01-01,\n");
        var next = parted.Into(store);
        Assert.Equal(RefusalCode.NoFreePlace, Assert.Single(parted.Refusals).Code);
        Assert.Equal("H1", Assert.Single(next.Residents.Values, one => one.Id.Value == "R2").Matches[0].Household);

        // A delivery without the column says nothing of it.
        var silent = new TestDelivery().With("befriending.csv", "volunteer,resident,since,last_contact\nV1,R2,2026-01-01,2026-02-01\n");
        Assert.Equal("H1", Assert.Single(silent.Into(store).Residents.Values, one => one.Id.Value == "R2").Matches[0].Household);
        Assert.Empty(silent.Refusals);
    }

    [Fact]
    public void Lowering_a_stored_capacity_below_what_is_taken_leaves_the_volunteer_as_stored()
    {
        var store = TestDelivery.Small()
            .With("befriending.csv", "volunteer,resident,since\nV1,R1,2026-01-01\nV1,R2,2026-01-01\n").Into(new TestStore());
        var later = new TestDelivery().With("volunteers.csv", "id,ward,role,capacity\nV1,E05001391,befriender,1\n");
        var next = later.Into(store);
        Assert.Equal(RefusalCode.BelowTaken, Assert.Single(later.Refusals).Code);
        var volunteer = next.Volunteers.Values.Single(volunteer => volunteer.Id.Value == "V1");
        Assert.Equal((2, 2, "E05001390"), (volunteer.Places.Capacity, volunteer.Places.TakenOn(TestDelivery.Today),
            volunteer.Facts.Ward.Value));
    }

    [Fact]
    public void A_row_that_refers_to_a_refused_row_says_where_that_is()
    {
        var delivery = TestDelivery.Small().With("residents.csv", "id,ward\nR1,E05001390\nR2,nowhere\n")
            .With("ties.csv", "from,to,kind\nR1,R2,friend\n");
        delivery.Read();
        Assert.Equal(("The row of resident R2 was refused.", "See residents.csv, line 3."),
            delivery.Refusals[1] is var refusal ? (refusal.Reason, refusal.Hint) : default);
    }

    [Fact]
    public void Nothing_of_a_contact_card_is_ever_repeated()
    {
        var delivery = TestDelivery.Small().With("contact-cards.csv",
            "resident,name,phone,email,adress\nR1,Secretname,0770,secret "
                + "mail,Secretstreet\nSecretid,x,y,z@q.org,\nR2,a,b,c@d.org\nR2,\"Secretname,1,2,3\n");
        delivery.Read();
        Assert.Equal(4, delivery.Refusals.Count);
        Assert.DoesNotContain("secret", string.Join('\n', delivery.Refusals) + string.Join('\n', delivery.Findings.Notes),
            StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_refuse_their_own_row()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("code,name\nE1,Bront"), 0xEB, .. Encoding.UTF8.GetBytes("\nE2,Brontë\n")];
        var delivery = new TestDelivery().With("wards.csv", bytes);
        Assert.Equal("Brontë", Assert.Single(delivery.Read().Wards.Values).Name);
        Assert.Equal((2, RefusalCode.NotUtf8), Assert.Single(delivery.Refusals) is var one ? (one.Line, one.Code) : default);
    }

    [Fact]
    public void Malformed_rows_never_stop_good_ones()
    {
        var random = new System.Random(11);
        string[] good = [.. Enumerable.Range(1, 40).Select(n => $"K{n},E05001390,1950,yes")];
        for (var round = 0; round < 200; round++)
        {
            List<string> lines = [.. good];
            for (var bad = random.Next(1, 15); bad > 0; bad--)
            {
                var noise = new string([.. Enumerable.Range(0, random.Next(1, 25)).Select(_ => "xR1,;E0\"5=/-é "[random.Next(14)])]);
                lines.Insert(random.Next(lines.Count + 1), noise);
            }

            var delivery = TestDelivery.Small().With("residents.csv", "id,ward,birth_year,lives_alone\n" + string.Join('\n', lines) + "\n");
            var read = delivery.Read();
            Assert.All(Enumerable.Range(1, 40), n => Assert.Contains(
                Networks.Domain.Residents.ResidentId.Of($"K{n}"), read.Residents.Keys));
        }
    }
}
