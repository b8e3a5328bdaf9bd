using System.Text;
using Networks.Import.Deliveries;
using Networks.Import.Refusals;
using Networks.Import.Templates;
using Networks.Import.Tests.Deliveries;

namespace Networks.Import.Tests.Templates;

public sealed class TemplateTests
{
    public static TheoryData<string> LayoutFiles() => [.. DeliveryReader.Layouts.Select(layout => layout.File)];

    [Theory, MemberData(nameof(LayoutFiles))]
    public void Every_column_that_import_reads_is_in_the_template_and_explained(string file)
    {
        var layout = DeliveryReader.Layouts.Single(known => known.File == file);
        var header = Lines(Written()[file])[0];
        Assert.Equal(layout.Read, header.Split(','));
        Assert.All(Template.ColumnsOf(layout), column => Assert.NotEqual("", column.Meaning));
    }

    [Fact]
    public void The_example_is_one_small_community_that_imports_without_a_refusal()
    {
        var delivery = Example();
        var store = delivery.Into(new TestStore());
        Assert.Equal([], delivery.Refusals);
        Assert.Equal(DeliveryReader.Layouts.Select(layout => (layout.File, 1, 0)).Order(),
            delivery.Findings.Files.Select(file => (file.File, file.Accepted, file.Refused)).Order());
        var resident = Assert.Single(store.Residents.Values);
        Assert.Equal(("EXAMPLE-V1", "EXAMPLE-G1"),
            (Assert.Single(resident.Matches).Volunteer.Value, Assert.Single(resident.Memberships).Group.Value));
        Assert.Equal("EXAMPLE-W1", Assert.Single(store.Wards.Values).Code.Value);
        Assert.All(DeliveryReader.Layouts, layout => Assert.Contains(delivery.Findings.Notes, note => note.File == layout.File
            && note.Text == "Example rows of the template (their ids begin with EXAMPLE-) were taken in, as there is nothing else yet "
                + "(rows: 1)."));
    }

    [Fact]
    public void Example_rows_left_beside_real_ones_are_left_out_and_told()
    {
        var written = Written();
        var delivery = Example()
            .With("wards.csv", [.. written["wards.csv"], .. Row("wards.csv", ("code", "E05001390"), ("name", "Batley East"))])
            .With("residents.csv", [.. written["residents.csv"], .. Row("residents.csv", ("id", "R1"), ("ward", "E05001390"))]);
        var store = delivery.Into(new TestStore());
        Assert.Equal([], delivery.Refusals);
        Assert.Equal(("R1", "E05001390"), (Assert.Single(store.Residents.Keys).Value, Assert.Single(store.Wards.Keys).Value));
        Assert.Empty(store.Volunteers);
        Assert.Contains(delivery.Findings.Notes, note => note.File == "residents.csv"
            && note.Text == "Example rows of the template (their ids begin with EXAMPLE-) were left out (rows: 1).");
    }

    [Fact]
    public void Example_rows_never_come_into_a_store_that_has_a_real_ward()
    {
        var store = TestDelivery.Small().Into(new TestStore());
        Assert.Equal(store.Export(), Example().Into(store).Export());
    }

    [Fact]
    public void A_real_row_that_names_an_example_is_refused_and_not_lost()
    {
        var delivery = TestDelivery.Small().With("memberships.csv", "group,resident\nEXAMPLE-G1,R1\n");
        delivery.Read();
        Assert.Equal((RefusalCode.UnknownGroup, 2), Assert.Single(delivery.Refusals) is var one ? (one.Code, one.Line) : default);
    }

    [Theory, MemberData(nameof(LayoutFiles))]
    public void The_words_allowed_are_those_that_import_allows(string file)
    {
        var layout = DeliveryReader.Layouts.Single(known => known.File == file);
        foreach (var column in Template.ColumnsOf(layout).Where(column => column.Values.Words.Count > 0))
        {
            foreach (var word in column.Values.Words)
            {
                Assert.DoesNotContain(With(file, column.Name, word).Refusals, refusal => refusal.Column == column.Name);
            }

            var refusals = With(file, column.Name, "zzz").Refusals;
            Assert.Equal(column.Values.IsClosed, refusals.Any(refusal => refusal.File == file && refusal.Line == 2
                && refusal.Column == column.Name && refusal.Code == RefusalCode.NotInList));
        }
    }

    private static TestDelivery With(string file, string name, string cell)
    {
        var layout = DeliveryReader.Layouts.Single(known => known.File == file);
        var delivery = Example().With(file, $"{string.Join(',', layout.Read)}\n{string.Join(',', Template.ColumnsOf(layout)
            .Select(column => $"\"{(column.Name == name ? cell : column.Example)}\""))}\n");
        delivery.Read();
        return delivery;
    }

    private static byte[] Row(string file, params (string Column, string Cell)[] cells) => Encoding.UTF8.GetBytes(
        string.Join(',', DeliveryReader.Layouts.Single(layout => layout.File == file).Read
            .Select(column => cells.FirstOrDefault(cell => cell.Column == column).Cell)) + "\n");

    private static TestDelivery Example()
    {
        var delivery = new TestDelivery();
        foreach (var (file, bytes) in Written())
        {
            delivery.With(file, bytes);
        }

        return delivery;
    }

    private static Dictionary<string, byte[]> Written()
    {
        Dictionary<string, MemoryStream> streams = [];
        Template.Write(file => streams[file] = new MemoryStream());
        return streams.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    private static string[] Lines(byte[] bytes) => new StreamReader(new MemoryStream(bytes)).ReadToEnd().Split('\n');
}
