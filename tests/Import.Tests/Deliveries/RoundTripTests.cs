using System.Text.Json;
using Networks.Domain.Matches;
using Networks.Import.Deliveries;

namespace Networks.Import.Tests.Deliveries;

public sealed class RoundTripTests
{
    [Fact]
    public void Whatever_the_store_holds_is_written_and_read_again_as_it_was()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var store = new RandomArea(seed).Store();
            var files = store.Export();
            var delivery = Of(files);
            var again = delivery.Into(new TestStore());
            Assert.True(delivery.Refusals.Count == 0, $"seed {seed}: {string.Join('\n', delivery.Refusals)}");
            Assert.Equal((seed, Records(store)), (seed, Records(again)));
            Assert.Equal((seed, Records(again)), (seed, Records(Of(files).Into(again))));
            var second = again.Export();
            Assert.All(files, file => Assert.Equal(file.Value, second[file.Key]));
        }
    }

    [Fact]
    public void Every_column_of_every_file_holds_something_in_some_round_trip()
    {
        HashSet<(string, string)> filled = [];
        for (var seed = 0; seed < 100; seed++)
        {
            foreach (var (file, bytes) in new RandomArea(seed).Store().Export())
            {
                using var csv = new CsvHelper.CsvReader(new StreamReader(new MemoryStream(bytes)),
                    System.Globalization.CultureInfo.InvariantCulture);
                csv.Read();
                csv.ReadHeader();
                while (csv.Read())
                {
                    filled.UnionWith(csv.HeaderRecord!.Where(column => csv.GetField(column) is { Length: > 0 })
                        .Select(column => (file, column)));
                }
            }
        }

        // Leaving the register ends what she has, so nobody in these stores has left; that column has tests of its own.
        var expected = DeliveryReader.Layouts.Where(layout => !layout.IsSecret)
            .SelectMany(layout => layout.Read.Select(column => (layout.File, column))).Except([("residents.csv", "left_on")]);
        Assert.Empty(expected.Except(filled));
    }

    [Fact]
    public void The_columns_of_every_file_are_those_approved_in_headers_txt()
    {
        var headers = string.Join('\n', DeliveryReader.Layouts.Select(layout => $"{layout.File}: {string.Join(',', layout.Read)}"));
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Deliveries", "headers.txt")).ReplaceLineEndings("\n").Trim(),
            headers);
    }

    private static TestDelivery Of(SortedDictionary<string, byte[]> files)
    {
        var delivery = new TestDelivery();
        foreach (var (file, bytes) in files)
        {
            delivery.With(file, bytes);
        }

        return delivery;
    }

    // Who takes which place follows from the residents' rows, and is compared there.
    private static string Records(TestStore store) => JsonSerializer.Serialize(new object[]
    {
        store.Organisations.Values, store.Interests.Values, store.Areas.Values, store.Wards.Values.OrderBy(ward => ward.Code),
        store.Indicators.Values.OrderBy(figure => figure.Area),
        store.Volunteers.Values.OrderBy(v => v.Id)
            .Select(v => v with { Places = new Places { Capacity = v.Places.Capacity, Others = v.Places.Others } }),
        store.Groups.Values.OrderBy(g => g.Id)
            .Select(g => g with { Places = new Places { Capacity = g.Places.Capacity, Others = g.Places.Others } }),
        store.Residents.Values.OrderBy(resident => resident.Id),
    });
}
