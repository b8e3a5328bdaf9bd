using System.Globalization;
using CsvHelper.Configuration;
using Networks.Import.Csv;
using Networks.Import.Refusals;

namespace Networks.Import.Tests.Csv;

public sealed class RecordReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "a|b\n1|2")]
    [InlineData("a,b\r\n1,2", "a|b\n1|2")]
    [InlineData("a,b\r1,2\r", "a|b\n1|2")]
    [InlineData("a,\n,\n", "a|\n|")]
    [InlineData("\"a,b\",c\n", "a,b|c")]
    [InlineData("\"say \"\"hi\"\"\",c", "say \"hi\"|c")]
    [InlineData("\"\",x\n", "|x")]
    [InlineData("5\" pipe,x\n", "5\" pipe|x")]
    public void Cells_are_split_as_RFC_4180_has_them(string text, string expected) =>
        Assert.Equal(expected, string.Join('\n', Read(text).Select(record => string.Join('|', record.Cells))));

    [Fact]
    public void A_quoted_line_break_stays_as_written_and_the_next_record_knows_its_line()
    {
        var records = Read("id,note\n1,\"two\r\nlines\"\n2,x\n");
        Assert.Equal("two\r\nlines", records[1].Cells[1]);
        Assert.Equal([1, 2, 4], records.Select(record => record.Line));
    }

    [Fact]
    public void A_stray_quote_costs_its_own_row_and_no_other()
    {
        var records = Read("id,note\n1,\"never closed\n2,x\n3,y\n");
        Assert.Equal([(1, null), (2, RefusalCode.BadQuotes), (3, null), (4, null)], records.Select(record => (record.Line, record.Fault)));
        Assert.Equal(["3", "y"], records[3].Cells);
    }

    [Fact]
    public void A_quote_closed_by_a_later_one_costs_its_own_row_and_no_other()
    {
        var records = Read("1,\"open\n2,\"a, b\"\n3,y\n");
        Assert.Equal([RefusalCode.BadQuotes, null, null], records.Select(record => record.Fault));
        Assert.Equal(["2", "a, b"], records[1].Cells);
    }

    [Fact]
    public void An_endless_line_is_one_fault_in_bounded_memory()
    {
        var records = Read("id\n" + new string('x', 5_000_000) + "\n2\n");
        Assert.Equal([(1, null), (2, RefusalCode.TooLong), (3, null)], records.Select(record => (record.Line, record.Fault)));
    }

    [Fact]
    public void What_CsvHelper_writes_is_read_back_cell_for_cell()
    {
        var random = new System.Random(20261122);
        for (var round = 0; round < 300; round++)
        {
            var table = RandomTable(random);
            using var text = new StringWriter();
            using (var csv = new CsvHelper.CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture)))
            {
                foreach (var row in table)
                {
                    foreach (var cell in row)
                    {
                        csv.WriteField(cell);
                    }

                    csv.NextRecord();
                }
            }

            Assert.Equal(table, Read(text.ToString()).Select(record => record.Cells));
        }
    }

    [Fact]
    public void What_is_written_here_CsvHelper_reads_back_cell_for_cell()
    {
        var random = new System.Random(7);
        for (var round = 0; round < 300; round++)
        {
            var table = RandomTable(random);
            using var text = new StringWriter();
            var writer = new CsvWriter(text);
            foreach (var row in table)
            {
                writer.Write(row);
            }

            using var parser = new CsvHelper.CsvParser(new StringReader(text.ToString()),
                new CsvConfiguration(CultureInfo.InvariantCulture) { IgnoreBlankLines = false });
            List<string[]> read = [];
            while (parser.Read())
            {
                read.Add(parser.Record!);
            }

            Assert.Equal(table, read);
        }
    }

    [Fact]
    public void Any_text_at_all_is_read_to_its_end()
    {
        var random = new System.Random(4);
        for (var round = 0; round < 2_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => "ab,\"\"\n\r;"[random.Next(8)])]);
            var records = Read(text);
            Assert.Equal(records.OrderBy(record => record.Line).Select(record => record.Line), records.Select(record => record.Line));
        }
    }

    private static string[][] RandomTable(System.Random random)
    {
        var columns = random.Next(2, 6);
        string[] parts = ["a", "é", "\"", ",", ";", "x y", "\n", "\r\n", "=1", "日本"];
        return [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => Enumerable.Range(0, columns)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => parts[random.Next(parts.Length)]))).ToArray())];
    }

    private static List<CsvRecord> Read(string text)
    {
        var reader = new RecordReader(new StringReader(text));
        List<CsvRecord> records = [];
        while (reader.Read() is { } record)
        {
            records.Add(record);
        }

        return records;
    }
}
