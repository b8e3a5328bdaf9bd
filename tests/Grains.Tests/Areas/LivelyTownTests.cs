using System.Globalization;
using Networks.Grains.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Grains.Tests.Areas;

/// <summary>
/// A hundred thousand commands, many at a time, with questions in between; NETWORKS_LIVELY=1000000 makes it a million.
/// </summary>
public sealed class LivelyTownTests
{
    private const int Commands = 100_000;
    private const int Batch = 1_000;
    private const int RowsEvery = 25;

    private static readonly UnconnectedRule[] Rules =
    [
        new() { ComponentAtMost = 5 },
        new() { ComponentAtMost = 2, Counting = [ConnectionKind.Tie] },
        new() { NoGroupWithinHops = 2 },
        new() { NoTies = true },
        new() { IsolationAtLeast = 4 },
    ];

    [Fact]
    public async Task After_a_hundred_thousand_commands_nothing_differs_from_the_rows()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("NETWORKS_LIVELY") ?? $"{Commands}", CultureInfo.InvariantCulture);
        await using var town = await Town.OfItsOwn();
        var lively = new LivelyTown(town.Grains, town.Today, seed: 17);
        await lively.Open();
        var random = new Random(18);
        var looks = 0;
        await lively.Live(count, Batch, async () =>
        {
            await SizesAndWardsAgree(town);
            await lively.Match(town, tries: 3, random);
            if (++looks % RowsEvery == 0)
            {
                await AnswersAreThoseOfTheRows(town);
            }
        });

        await AnswersAreThoseOfTheRows(town);
        var report = await town.Grains.Area().Check(CancellationToken.None);
        Assert.True(report.DifferenceCount == 0, string.Join('\n', report.Differences.Select(one => $"{one.Row}: {one.What}")));
        Assert.True(report.Rows > 0 && lively.Done > count / 3 && lively.Refused > 0, $"{lively.Done} done, {lively.Refused} refused");
    }

    // Two ways to one number: component sizes of the whole area, and the people on each ward's list.
    private static async Task SizesAndWardsAgree(Town town)
    {
        var summary = await town.Grains.Area().Components(new ComponentQuery());
        var totals = await town.Grains.Area().Totals(new TotalsQuery { Rule = Rules[0] });
        Assert.True(summary.Complete && totals.Complete);
        Assert.Equal(
            summary.Sizes.Where(size => size.Size <= 5).Sum(size => size.Size * size.Count), totals.Wards.Sum(ward => ward.Unconnected));
    }

    private static async Task AnswersAreThoseOfTheRows(Town town)
    {
        List<EntityRow> rows = [];
        await foreach (var row in town.Silo.Rows.ReadAll(CancellationToken.None))
        {
            rows.Add(row);
        }

        var rebuilt = AreaGraph.Empty();
        var all = EntryReader.Read(rows);
        foreach (var ward in LivelyTown.Wards)
        {
            rebuilt = rebuilt.Replace(rebuilt.Pack(ward, new WardEntries(
                [.. all.Residents.Where(one => one.Ward == ward)],
                [.. all.Volunteers.Where(one => one.Ward == ward)],
                [.. all.Groups.Where(one => one.Ward == ward)])));
        }

        foreach (var day in new[] { town.Today, town.Today.AddDays(-2) })
        {
            var summary = await town.Grains.Area().Components(new ComponentQuery { AsOf = day });
            Assert.Equal(rebuilt.ComponentsOn(new ComponentQuery(), day).Sizes.AsEnumerable(), summary.Sizes);
            foreach (var rule in Rules)
            {
                var live = await town.Grains.Area().Totals(new TotalsQuery { Rule = rule, AsOf = day });
                var expected = rebuilt.Totals(new TotalsQuery { Rule = rule }, day, town.Silo.Time.GetUtcNow());
                Assert.Equal(
                    expected.Wards.Select(ward => (ward.Ward, ward.Residents, ward.Unconnected, ward.Groups)),
                    live.Wards.Where(ward => LivelyTown.Wards.Contains(ward.Ward))
                        .Select(ward => (ward.Ward, ward.Residents, ward.Unconnected, ward.Groups)));
            }
        }
    }
}
