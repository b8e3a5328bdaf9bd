using System.Text;
using Networks.Domain.Residents;
using Networks.Import.Refusals;
using Networks.Import.Tests.Deliveries;

namespace Networks.Import.Tests.Csv;

/// <summary>Files as Excel, LibreOffice and Google Sheets save them: read where they can mean one thing, else refused with the way
/// out.</summary>
public sealed class SpreadsheetTests
{
    private const string Plain = "id,ward,birth_year,lives_alone,languages\nR1,E05001390,1948,yes,ur;en\nR2,E05001391,,,\n";

    public static TheoryData<string, byte[]> SavedAs() => new()
    {
        { "UTF-8", Utf8(Plain) },
        { "CSV UTF-8 of Excel", [0xEF, 0xBB, 0xBF, .. Utf8(Plain.ReplaceLineEndings("\r\n"))] },
        { "Unicode text of Excel", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Plain.Replace(',', '\t'))] },
        { "UTF-16, the other way round", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Plain)] },
        { "an old Macintosh", Utf8(Plain.ReplaceLineEndings("\r")) },
        { "every cell quoted", Utf8("\"id\",\"ward\",\"birth_year\",\"lives_alone\",\"languages\"\r\n"
            + "\"R1\",\"E05001390\",\"1948\",\"yes\",\"ur;en\"\r\n\"R2\",\"E05001391\",\"\",\"\",\"\"\r\n") },
        { "semicolons", Utf8("id;ward;birth_year;lives_alone;languages\nR1;E05001390;1948;yes;\"ur;en\"\nR2;E05001391;;;\n") },
        { "semicolons, announced", Utf8("sep=;\r\nid;ward;birth_year;lives_alone;languages\r\nR1;E05001390;1948;yes;\"ur;en\"\r\n"
            + "R2;E05001391;;;\r\n") },
        { "bars, announced", Utf8("sep=|\n" + Plain.Replace(',', '|')) },
        { "tabs", Utf8(Plain.Replace(',', '\t')) },
        { "trailing commas", Utf8(Plain.Replace("\n", ",,,\n")) },
        { "blank lines and lines of commas", Utf8("\n" + Plain.Replace("\nR2", "\n\n,,,,\n ,\t,,,\nR2") + ",,,,\n,,,,\n\n") },
        { "a header typed by hand", Utf8(Plain.Replace("birth_year,lives_alone", " Birth Year ,Lives-alone").Replace("id,", "ID,")) },
        { "columns in another order", Utf8("languages,lives_alone,ward,id,birth_year\nur;en,yes,E05001390,R1,1948\n,,E05001391,R2,\n") },
        { "a year with decimals", Utf8(Plain.Replace("1948", "1948.0")) },
    };

    [Theory, MemberData(nameof(SavedAs))]
    public void What_spreadsheets_save_is_read_as_the_same(string how, byte[] bytes)
    {
        var delivery = TestDelivery.Small().With("residents.csv", bytes);
        var read = delivery.Read();
        Assert.True(delivery.Refusals.Count == 0, $"{how}: {string.Join('\n', delivery.Refusals)}");
        Assert.Equal(["R1", "R2"], read.Residents.Keys.Select(id => id.Value));
        var facts = read.Residents[ResidentId.Of("R1")].Facts!;
        Assert.Equal((1948, true, "ur;en"), (facts.BirthYear, facts.LivesAlone, string.Join(';', facts.Languages)));
        Assert.Equal((2, 0), delivery.Findings.Files.Single(file => file.File == "residents.csv") is var count
            ? (count.Accepted, count.Refused) : default);
    }

    [Theory]
    [InlineData("id,ward\n\n,\nR1,E05001390\nR2,nowhere\n", 5)]
    [InlineData("id,ward,lsoa\nR1,E05001390,\"two\r\nlines\"\r\nR2,nowhere,\n", 4)]
    [InlineData("id,ward,lsoa\n\nR2,nowhere,\"three\n\nlines\"\n", 3)]
    [InlineData("sep=;\nid;ward\nR2;nowhere\n", 2)]
    [InlineData("id,ward\r\rR2,nowhere\r", 3)]
    public void The_line_told_is_the_one_on_which_the_record_starts(string text, int line)
    {
        var delivery = TestDelivery.Small().With("residents.csv", text);
        delivery.Read();
        Assert.Equal((line, RefusalCode.UnknownWard), Assert.Single(delivery.Refusals) is var one ? (one.Line, one.Code) : default);
    }

    [Theory]
    [InlineData("31/03/2026", "31/03/2026 was found; we do not guess day and month.")]
    [InlineData("3/4/26", "3/4/26 was found; we do not guess day and month.")]
    [InlineData("31.03.2026", "31.03.2026 was found; we do not guess day and month.")]
    [InlineData("31-03-2026", "31-03-2026 was found; we do not guess day and month.")]
    [InlineData("2026/03/31", "2026/03/31 was found; we do not guess day and month.")]
    [InlineData("31-Mar-26", "31-Mar-26 was found; set the column to the format yyyy-mm-dd and save again.")]
    [InlineData("31 March 2026", "31 March 2026 was found; set the column to the format yyyy-mm-dd and save again.")]
    [InlineData("46112", "46112 was found, which may be a spreadsheet's number for a day; set the column to the format yyyy-mm-dd and "
        + "save again.")]
    [InlineData("46112.5", "46112.5 was found, which may be a spreadsheet's number for a day; set the column to the format yyyy-mm-dd "
        + "and save again.")]
    [InlineData("20260331", "20260331 was found; write hyphens between year, month and day.")]
    [InlineData("2026-03-31 00:00", "2026-03-31 00:00 was found; write the day alone, without the time.")]
    [InlineData("2026-02-30", "2026-02-30 was found; the calendar has no such day.")]
    [InlineData("soon", "soon was found.")]
    public void A_date_in_any_other_spelling_is_refused_and_never_guessed(string text, string hint)
    {
        foreach (var (column, cell) in ((string, string)[])[("referred_on", text), ("consents", "matching:" + text)])
        {
            var delivery = TestDelivery.Small().With("residents.csv", $"id,ward,{column}\nR1,E05001390,{cell}\n");
            Assert.Empty(delivery.Read().Residents);
            Assert.Equal(new RowRefusal("residents.csv", 2, column, RefusalCode.NotADate, "Dates are written 2026-03-31.", hint),
                Assert.Single(delivery.Refusals));
        }
    }

    [Theory]
    [InlineData("birth_year", "1,948", "1,948 is no whole number.", "Write 1948, without a comma.")]
    [InlineData("birth_year", "1948.5", "1948.5 is no whole number.", "Write digits only, such as 12.")]
    [InlineData("birth_year", "c. 1948", "c. 1948 is no whole number.", "Write the number alone: 1948.")]
    [InlineData("travel_km_max", "5 km", "5 km is no number.", "Write the number alone: 5.")]
    [InlineData("travel_km_max", "£3.50", "£3.50 is no number.", "Write the number alone: 3.50.")]
    [InlineData("travel_km_max", "1,4", "1,4 is no number.", "Write a decimal point, such as 1.4.")]
    [InlineData("travel_km_max", "1,234", "1,234 is no number.", "Write 1234 or 1.234: a comma can mean either.")]
    public void A_number_that_can_mean_two_things_is_refused_with_what_to_write(string column, string text, string reason, string hint)
    {
        var delivery = TestDelivery.Small().With("residents.csv", $"id,ward,{column}\nR1,E05001390,\"{text}\"\n");
        delivery.Read();
        Assert.Equal(new RowRefusal("residents.csv", 2, column, RefusalCode.NotANumber, reason, hint), Assert.Single(delivery.Refusals));
    }

    [Theory]
    [InlineData("Yes", "Did you mean yes? ")]
    [InlineData("Y", "Did you mean yes? ")]
    [InlineData("TRUE", "Did you mean yes? ")]
    [InlineData("FALSE", "Did you mean no? ")]
    [InlineData("0", "Did you mean no? ")]
    [InlineData("maybe", "")]
    public void Only_yes_and_no_are_yes_and_no(string text, string meant)
    {
        var delivery = TestDelivery.Small().With("residents.csv", $"id,ward,lives_alone\nR1,E05001390,{text}\n");
        delivery.Read();
        Assert.Equal(new RowRefusal("residents.csv", 2, "lives_alone", RefusalCode.NotInList, $"{text} is neither yes nor no.",
            $"{meant}Write yes, no, or nothing for not known."), Assert.Single(delivery.Refusals));
    }

    [Theory]
    [InlineData("#N/A", "Mend the formula, or empty the cell for not known.")]
    [InlineData("#REF!", "Mend the formula, or empty the cell for not known.")]
    [InlineData("##########", "The column was too narrow to show its values; widen it and save again.")]
    public void What_a_spreadsheet_leaves_where_it_failed_is_no_value(string text, string hint)
    {
        var delivery = TestDelivery.Small().With("residents.csv", $"id,ward,lsoa\nR1,E05001390,{text}\nR2,E05001390,E01\n");
        Assert.Equal("R2", Assert.Single(delivery.Read().Residents.Keys).Value);
        Assert.Equal(new RowRefusal("residents.csv", 2, "lsoa", RefusalCode.SheetError,
            "The cell holds an error of the spreadsheet instead of a value.", hint), Assert.Single(delivery.Refusals));
    }

    [Fact]
    public void An_id_that_a_spreadsheet_rounded_is_nobody()
    {
        var delivery = TestDelivery.Small().With("residents.csv", "id,ward\n9.43477E+09,E05001390\n");
        Assert.Empty(delivery.Read().Residents);
        Assert.Equal(new RowRefusal("residents.csv", 2, "id", RefusalCode.BadReference,
            "9.43477E+09 is a number that a spreadsheet rounded, not an id.",
            "Set the column to the format Text, and enter the ids again."), Assert.Single(delivery.Refusals));
    }

    [Fact]
    public void Text_in_the_code_page_of_Windows_is_refused_row_by_row_with_the_way_out()
    {
        byte[] bytes = [.. Utf8("id,ward,lsoa\nR1,E05001390,caf"), 0xE9, .. Utf8("\r\nR2,E05001390,x\r\n")];
        var delivery = TestDelivery.Small().With("residents.csv", bytes);
        Assert.Equal("R2", Assert.Single(delivery.Read().Residents.Keys).Value);
        Assert.Equal(new RowRefusal("residents.csv", 2, "", RefusalCode.NotUtf8, "This row holds characters that are not UTF-8.",
            "Save the sheet as \"CSV UTF-8\", not as plain CSV."), Assert.Single(delivery.Refusals));
    }

    [Fact]
    public void UTF_16_without_its_mark_is_refused_with_the_way_out()
    {
        var delivery = TestDelivery.Small().With("residents.csv", Encoding.Unicode.GetBytes(Plain));
        delivery.Read();
        Assert.Equal(new RowRefusal("residents.csv", 1, "", RefusalCode.NotCsv, "This is no comma-separated text in UTF-8.",
            "The file holds bytes that no UTF-8 text has; save the sheet as \"CSV UTF-8\"."), Assert.Single(delivery.Refusals));
    }

    [Fact]
    public void Semicolons_between_columns_are_told_and_a_list_without_quotes_is_refused_with_the_rule()
    {
        var delivery = TestDelivery.Small()
            .With("residents.csv", "id;ward;languages;lsoa\nR1;E05001390;ur;en;x\nR2;E05001390;\"ur;en\";\n");
        Assert.Equal("R2", Assert.Single(delivery.Read().Residents.Keys).Value);
        Assert.Equal("Columns are separated by semicolons here, and were read so. A list inside a cell is still separated by semicolons, "
            + "and needs quotes around the cell.", Assert.Single(delivery.Findings.Notes).Text);
        Assert.Equal(new RowRefusal("residents.csv", 2, "", RefusalCode.RaggedRow, "This row has 5 cells, the header has 4.",
            "A list such as en;ur needs quotes around the cell where semicolons separate the columns."), Assert.Single(delivery.Refusals));
    }

    [Fact]
    public void A_comma_without_quotes_and_a_comma_left_out_are_refused_with_the_rule()
    {
        var delivery = TestDelivery.Small().With("residents.csv", "id,ward,lsoa\nR1,E05001390,a,b\nR2,E05001390\n");
        delivery.Read();
        Assert.Equal(
            [
                new RowRefusal("residents.csv", 2, "", RefusalCode.RaggedRow, "This row has 4 cells, the header has 3.",
                    "A comma inside a cell needs quotes around the cell."),
                new RowRefusal("residents.csv", 3, "", RefusalCode.RaggedRow, "This row has 2 cells, the header has 3.",
                    "Write the separator of every column, also where the cell is empty. If a spreadsheet left them out, fill one more "
                        + "column with x, called end."),
            ], delivery.Refusals);
    }

    [Fact]
    public void An_unknown_column_is_told_once_with_the_nearest_name_and_an_empty_one_with_its_place()
    {
        var rows = string.Concat(Enumerable.Range(1, 50).Select(n => $"K{n},E05001390,1950,,\n"));
        var delivery = TestDelivery.Small().With("residents.csv", "id,ward,Birthyear,,lsoa\n" + rows);
        Assert.Equal(50, delivery.Read().Residents.Count);
        Assert.Equal(
            [
                "Unknown column birthyear was not read. The nearest known column is birth_year.",
                "Column 4 has no name and was not read.",
            ], delivery.Findings.Notes.Select(note => note.Text));
    }

    [Theory]
    [InlineData("id,ward,Ward\nR1,E05001390,E05001391\n", "ward")]
    [InlineData("id,ward,notes,NOTES\nR1,E05001390,,\n", "notes")]
    public void A_column_that_stands_twice_refuses_the_file(string text, string column)
    {
        var delivery = TestDelivery.Small().With("residents.csv", text);
        Assert.Empty(delivery.Read().Residents);
        Assert.Equal(new RowRefusal("residents.csv", 1, column, RefusalCode.DuplicateColumn,
            $"The column {column} stands twice in the header.", "Keep one of the two."), Assert.Single(delivery.Refusals));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
