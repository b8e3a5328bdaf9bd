using System.Security.Cryptography;
using System.Text;
using Networks.Domain.Residents;
using Networks.Import.SyntheticAreas;
using Networks.Import.Tests.Deliveries;

namespace Networks.Import.Tests.SyntheticAreas;

public sealed class SyntheticAreaTests
{
    private static readonly Lazy<SortedDictionary<string, byte[]>> Demo = new(() => Write(SyntheticAreaOrder.Demo));

    private static readonly Lazy<(TestDelivery Delivery, TestStore Store)> Imported = new(() =>
    {
        var delivery = Delivery(Demo.Value);
        return (delivery, delivery.Into(new TestStore()));
    });

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        Assert.Equal(Demo.Value, Write(SyntheticAreaOrder.Demo));
        Assert.NotEqual(Demo.Value["ties.csv"], Write(SyntheticAreaOrder.Demo with { Seed = 2 })["ties.csv"]);
    }

    [Fact]
    public void The_bytes_are_those_written_down_here_whatever_the_machine()
    {
        var digest = string.Join('\n', Demo.Value.Select(file =>
            $"{file.Key} {Convert.ToHexStringLower(SHA256.HashData(file.Value))[..16]}"));
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "SyntheticAreas", "demo.digests.txt"))
            .ReplaceLineEndings("\n").Trim(), digest);
    }

    [Fact]
    public void It_imports_without_a_refusal_and_a_second_import_and_an_export_change_nothing()
    {
        var (delivery, store) = Imported.Value;
        Assert.Empty(delivery.Refusals);
        Assert.Empty(delivery.Findings.Notes);
        var first = store.Export();
        AssertSame(first, delivery.Into(store).Export());
        AssertSame(first, Delivery(first).Into(new TestStore()).Export());
    }

    [Fact]
    public void Each_ward_has_its_published_share_of_people_and_of_people_aged_65_or_more()
    {
        var store = Imported.Value.Store;
        var described = AreaDescription.Find("demo")!.Wards;
        var all = described.Sum(ward => (double)ward.Residents);
        Assert.Equal(25, store.Wards.Count);
        foreach (var ward in described)
        {
            var people = store.Residents.Values.Where(resident => resident.Facts.Ward == ward.Code).ToArray();
            var older = people.Count(resident => 2026 - resident.Facts.BirthYear >= 65);
            Assert.InRange(people.Length, 20_000 * ward.Residents / all - 1, 20_000 * ward.Residents / all + 1);
            Assert.InRange(older, people.Length * (double)ward.Residents65 / ward.Residents - 1,
                people.Length * (double)ward.Residents65 / ward.Residents + 1);
        }
    }

    [Fact]
    public void About_one_in_ten_has_no_tie_and_a_few_have_very_many()
    {
        var store = Imported.Value.Store;
        var ties = new Dictionary<ResidentId, int>();
        foreach (var resident in store.Residents.Values)
        {
            foreach (var tie in resident.Ties)
            {
                ties[resident.Id] = ties.GetValueOrDefault(resident.Id) + 1;
                if (tie.Resident is { } other)
                {
                    ties[other] = ties.GetValueOrDefault(other) + 1;
                }
            }
        }

        Assert.InRange(store.Residents.Count - ties.Count, 1_850, 2_150);
        Assert.InRange(ties.Values.Max(), 60, 600);
        Assert.InRange(ties.Values.Average(), 4, 8);
    }

    [Fact]
    public void Wishes_offers_and_free_places_are_as_many_as_promised_and_most_people_were_never_asked()
    {
        var store = Imported.Value.Store;
        var now = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
        var free = store.Volunteers.Values.Sum(v => v.Places.FreeAt(now, TestDelivery.Today) ?? 0)
            + store.Groups.Values.Sum(g => g.Places.FreeAt(now, TestDelivery.Today) ?? 0);
        Assert.Equal(400, store.Residents.Values.Count(resident => !resident.Facts.Seeking.IsEmpty));
        Assert.Equal((133, 66, 200), (store.Volunteers.Count, store.Groups.Count, free));
        Assert.InRange(store.Residents.Values.Count(resident => resident.Facts.ConnectionsAskedOn is null), 14_500, 15_500);
        Assert.All(store.Volunteers.Values, v => Assert.True(v.Places.TakenOn(TestDelivery.Today) <= v.Places.Capacity));
    }

    [Fact]
    public void The_files_say_that_nobody_in_them_exists_and_where_the_facts_come_from()
    {
        var readme = Encoding.UTF8.GetString(Demo.Value["README.md"]);
        Assert.Contains("Nobody in these files exists.", readme, StringComparison.Ordinal);
        Assert.Contains("Open Government Licence v3.0", readme, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', readme);
    }

    [Fact]
    public void Small_and_odd_sizes_import_without_a_refusal_as_well()
    {
        foreach (var (residents, seed) in ((int, long)[])[(1, 1), (2, 9), (30, 3), (77, -4), (301, 5), (1_234, long.MaxValue)])
        {
            var delivery = Delivery(Write(SyntheticAreaOrder.Demo with { Residents = residents, Seed = seed }));
            Assert.Equal(residents, delivery.Into(new TestStore()).Residents.Count);
            Assert.Empty(delivery.Refusals);
        }
    }

    [Fact]
    public void An_unknown_area_has_no_description() => Assert.Null(AreaDescription.Find("atlantis"));

    private static void AssertSame(SortedDictionary<string, byte[]> expected, SortedDictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected.Keys, file => Assert.Equal(Encoding.UTF8.GetString(expected[file]), Encoding.UTF8.GetString(actual[file])));
    }

    private static TestDelivery Delivery(SortedDictionary<string, byte[]> files)
    {
        var delivery = new TestDelivery();
        foreach (var (name, bytes) in files)
        {
            delivery.With(name, bytes);
        }

        return delivery;
    }

    private static SortedDictionary<string, byte[]> Write(SyntheticAreaOrder order)
    {
        var streams = new Dictionary<string, MemoryStream>();
        SyntheticArea.Write(order, name => streams[name] = new MemoryStream());
        return new(streams.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()), StringComparer.Ordinal);
    }
}
