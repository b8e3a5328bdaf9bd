using System.Globalization;
using System.Text.Json.Nodes;

namespace Networks.GraphQLApi.Tests.CommandLine;

public sealed class FunnelTests : IAsyncLifetime
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    private readonly Terminal terminal = new();

    public Task InitializeAsync() => terminal.Store("import", terminal.Delivery("in",
        ("wards.csv", "code,name\nE05001390,Batley East\nE05001391,Batley West\n"),
        ("residents.csv", $"""
            id,ward,seeking,referred_on,consents,left_on,left_reason
            R1,E05001390,befriending,{Ago(100)},matching,,
            R2,E05001390,befriending,{Ago(200)},matching,,
            R3,E05001391,lunch-club,{Ago(5)},matching,,
            R4,E05001391,,{Ago(15)},,,
            R5,E05001390,befriending,{Ago(50)},matching,{Ago(2)},died
            R6,E05001390,befriending,{Ago(900)},matching,,
            R7,E05001390,,,,,

            """),
        ("volunteers.csv", "id,ward,role,capacity\nV1,E05001390,befriender,1\n"),
        ("befriending.csv", $"volunteer,resident,since\nV1,R2,{Ago(30)}\n")));

    public Task DisposeAsync()
    {
        terminal.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_funnel_counts_who_came_how_far_in_every_form()
    {
        var table = await terminal.Store("funnel");
        Assert.Equal((0, ""), (table.Code, table.Notes));
        Assert.StartsWith("All 2 wards. Referred from ", table.Answer, StringComparison.Ordinal);
        Assert.Contains(": 5 people.", table.Answer, StringComparison.Ordinal);
        Assert.Contains("Not on the register any more: 1.", table.Answer, StringComparison.Ordinal);

        var csv = (await terminal.Store("funnel", "--format", "csv")).Answer.Split('\n');
        Assert.Equal("stage,reached,dated,median_days_from_referral,median_days_from_previous,standing,stalled", csv[0]);
        Assert.Equal("referred,5,5,0,,1,1", csv[1]);
        Assert.Equal("waiting,4,4,0,0,2,1", csv[3]);
        Assert.Equal("matched,1,1,170,170,1,1", csv[5]);
        Assert.Equal("paused,0,0,,,0,0", csv[11]);
        var json = JsonNode.Parse((await terminal.Store("funnel", "--format", "json", "--from", Ago(50), "--to", Ago(5))).Answer)!;
        Assert.Equal((2, 1), ((int)json["referred"]!, (int)json["left"]!));
        var shared = (await terminal.Store("funnel", "--for-sharing", "--format", "csv")).Answer.Split('\n');
        Assert.Equal("waiting,,,,,,", shared[3]);
    }

    [Fact]
    public async Task Who_stands_still_is_listed_and_never_for_sharing()
    {
        var csv = (await terminal.Store("funnel", "--stalled", "--format", "csv")).Answer.Split('\n');
        Assert.Equal(
            [
                "resident,ward,stage,since,due_on,days_overdue,match,group",
                $"R6,E05001390,waiting,{Ago(900)},{Ago(816)},816,,",
                $"R1,E05001390,waiting,{Ago(100)},{Ago(16)},16,,",
                $"R2,E05001390,matched,{Ago(30)},{Ago(16)},16,R2#1,",
                $"R4,E05001391,referred,{Ago(15)},{Ago(1)},1,,",
            ],
            csv[..5]);
        var west = (await terminal.Store("funnel", "--stalled", "--ward", "Batley West")).Answer;
        Assert.Contains("1 person has stood at a stage longer than it should take.", west, StringComparison.Ordinal);
        Assert.Contains("networks resident R4", west, StringComparison.Ordinal);
        Assert.Equal(2, (await terminal.Store("funnel", "--stalled", "--for-sharing")).Code);
    }

    [Fact]
    public async Task A_period_without_a_day_is_wrong_usage()
    {
        var (code, answer, notes) = await terminal.Store("funnel", "--from", "2026-05-01", "--to", "2026-05-01");
        Assert.Equal((2, ""), (code, answer));
        Assert.Contains("--to is 2026-05-01, which is not after from", notes, StringComparison.Ordinal);
    }

    private static string Ago(int days) => Today.AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
