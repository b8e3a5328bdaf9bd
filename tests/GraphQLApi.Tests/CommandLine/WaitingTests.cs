using System.Text.Json.Nodes;

namespace Networks.GraphQLApi.Tests.CommandLine;

public sealed class WaitingTests : IAsyncLifetime
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    private readonly Terminal terminal = new();

    public Task InitializeAsync() => terminal.Store("import", terminal.Delivery("in",
        ("wards.csv", "code,name\nE05001390,Batley East\nE05001391,Batley West\n"),
        ("residents.csv", $"""
            id,ward,seeking,priority_band,referred_on,waiting_since,paused_until,left_on,left_reason
            R1,E05001390,befriending,2,{Ago(10)},,,,
            R2,E05001390,befriending,2,{Ago(20)},,,,
            R3,E05001391,befriending;lunch-club,1,{Ago(5)},,,,
            R4,E05001391,lunch-club,,{Ago(400)},,,,
            R5,E05001390,befriending,1,{Ago(90)},,{Ago(-30)},,
            R6,E05001390,befriending,1,{Ago(90)},,,{Ago(2)},died
            R7,E05001390,,1,{Ago(90)},,,,
            R8,E05001390,befriending,1,{Ago(90)},,,,

            """),
        ("volunteers.csv", "id,ward,role,capacity\nV1,E05001390,befriender,1\n"),
        ("befriending.csv", $"volunteer,resident,since\nV1,R8,{Ago(30)}\n")));

    public Task DisposeAsync()
    {
        terminal.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_most_urgent_and_then_the_longest_wait_stand_first_and_paused_people_apart()
    {
        var (code, answer, notes) = await terminal.Store("waiting");
        Assert.Equal((0, ""), (code, notes));
        var lines = answer.Split('\n');
        Assert.Equal("4 people waiting. 1 more is paused.", lines[1]);
        Assert.Equal(["Person", "R3", "R2", "R1", "R4", "", "Paused,", "Person", "R5", "Next:"],
            lines[2..^1].Select(line => line.Split(' ')[0]));
        Assert.Contains("20 days", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_who_has_left_or_asked_for_nothing_is_listed_whatever_the_form()
    {
        var csv = (await terminal.Store("waiting", "--format", "csv")).Answer.Split('\n');
        Assert.Equal("resident,ward,priority_band,waiting_since,waiting_days,seeking,proposals_declined,paused_until", csv[0]);
        Assert.Equal($"R2,E05001390,2,{Ago(20)},20,befriending,0,", csv[2]);
        Assert.Equal($"R5,E05001390,1,{Ago(90)},90,befriending,0,{Ago(-30)}", csv[5]);
        Assert.Equal(7, csv.Length);
        var json = JsonNode.Parse((await terminal.Store("waiting", "--format", "json", "--wards", "Batley West")).Answer)!;
        Assert.Equal(["R3", "R4"], json["people"]!.AsArray().Select(person => (string)person!["resident"]!));
        Assert.Equal((2, 0, false), ((int)json["totalCount"]!, (int)json["pausedCount"]!, (bool)json["hasNextPage"]!));
    }

    [Fact]
    public async Task What_people_wait_for_and_how_many_are_shown_can_be_chosen()
    {
        var lunch = (await terminal.Store("waiting", "--seeking", "lunch-club", "--limit", "1")).Answer;
        Assert.Contains("People waiting for lunch-club: the most urgent need first", lunch, StringComparison.Ordinal);
        Assert.Contains("\nR3 ", lunch, StringComparison.Ordinal);
        Assert.DoesNotContain("\nR4 ", lunch, StringComparison.Ordinal);
        Assert.Contains("Next: --limit 50 | --format csv | details: networks resident R3", lunch, StringComparison.Ordinal);
        var (code, answer, notes) = await terminal.Store("waiting", "--seeking", "befrending");
        Assert.Equal((2, ""), (code, answer));
        Assert.Contains("did you mean befriending?", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_died_reads_as_nobody_to_ring_and_somebody_never_asked_as_not_known()
    {
        var died = (await terminal.Store("resident", "R6")).Answer;
        Assert.Contains(" (died). Please do not ring; this is kept for the record.", died, StringComparison.Ordinal);
        Assert.DoesNotContain("befriending", died, StringComparison.Ordinal);
        Assert.DoesNotContain("Not recorded yet", died, StringComparison.Ordinal);
        var paused = (await terminal.Store("resident", "R5")).Answer;
        Assert.Contains("Paused: not put forward before ", paused, StringComparison.Ordinal);
        Assert.Contains("Never asked about connections: what is not recorded below is not known. Please ask first.", paused,
            StringComparison.Ordinal);
        Assert.Contains("No consent to be put forward is recorded: please ask first.", paused, StringComparison.Ordinal);
        foreach (var word in ((string[])["lonely", "isolat", "unmatched", "score"]))
        {
            Assert.DoesNotContain(word, died + paused, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Somebody_who_has_a_visitor_waits_for_nothing()
    {
        var has = (await terminal.Store("resident", "R8")).Answer;
        Assert.Contains("Asked for: befriending; has it, and waits for nothing. Referred on ", has, StringComparison.Ordinal);
        Assert.DoesNotContain("Waiting for", has, StringComparison.Ordinal);
        Assert.Contains("Waiting for: befriending, lunch-club; 5 days since ", (await terminal.Store("resident", "R3")).Answer,
            StringComparison.Ordinal);
    }

    private static string Ago(int days) => Today.AddDays(-days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
