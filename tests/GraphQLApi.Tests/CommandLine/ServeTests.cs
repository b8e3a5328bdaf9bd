using System.Net.Http.Json;
using System.Text;
using Networks.GraphQLApi.CommandLine;

namespace Networks.GraphQLApi.Tests.CommandLine;

public sealed class ServeTests
{
    [Fact]
    public async Task Commands_go_through_a_running_server_and_a_second_server_is_refused()
    {
        using var terminal = new Terminal();
        using var stop = new CancellationTokenSource();
        var (serving, url) = await Serve(terminal, stop.Token);

        var (code, answer, notes) = await terminal.Store("unconnected", "--rule", "no-ties");
        Assert.Equal((0, ""), (code, notes));
        Assert.Contains("3 of 6 people on the register.", answer, StringComparison.Ordinal);
        var bad = await terminal.Store("unconnected", "--ward", "Nowhere at all");
        Assert.Equal(2, bad.Code);
        Assert.StartsWith("There is no ward 'Nowhere at all'", bad.Notes, StringComparison.Ordinal);
        Assert.Equal(2, (await terminal.Store("resident", "R7")).Code);
        var later = terminal.Delivery("later", ("residents.csv", "id,ward\nR7,E05001391\n"));
        Assert.Contains("1 records new", (await terminal.Store("import", later)).Answer, StringComparison.Ordinal);
        Assert.StartsWith("R7, Batley West (E05001391)", (await terminal.Store("resident", "R7")).Answer, StringComparison.Ordinal);
        Assert.Contains("0 records new, 0 changed, 11 unchanged", (await terminal.Store("import", terminal.Town())).Answer,
            StringComparison.Ordinal);
        Assert.Equal(0, (await terminal.Store("match", "--round", "nov-2", "--wards", "all", "--out", terminal.At("round"))).Code);
        Assert.True(File.Exists(terminal.At("round", "plan.csv")));
        Assert.Contains("no difference", (await terminal.Store("check")).Answer, StringComparison.Ordinal);

        var second = await terminal.Store("serve", "--port", "0", "--area", "empty");
        Assert.Equal(2, second.Code);
        Assert.Contains($"is in use by process {Environment.ProcessId} at {url}", second.Notes, StringComparison.Ordinal);

        using var http = new HttpClient { BaseAddress = new Uri(url) };
        var stranger = await http.PostAsync("/internal/work", new StringContent("""{"work":"check"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, stranger.StatusCode);
        Assert.Equal("Healthy", await http.GetStringAsync("/health/ready"));

        await stop.CancelAsync();
        Assert.Equal(0, await serving);
        Assert.Contains("no difference", (await terminal.Store("check")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_whose_journal_is_lost_is_refused_in_one_sentence()
    {
        using var terminal = new Terminal();
        using var stop = new CancellationTokenSource();
        var (serving, url) = await Serve(terminal, stop.Token);
        using (var client = new HttpClient())
        {
            const string Change = "mutation { recordTie(input: { commandId: \"c-1\", from: \"R1\", toResident: \"R6\", kind: FRIEND }) "
                + "{ tie { id } errors { __typename } } }";
            using var changed = await client.PostAsJsonAsync(new Uri($"{url}/graphql"), new { query = Change });
            Assert.Contains("\"errors\":null", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        // What a server that is killed now leaves, but for one file.
        var left = terminal.At("left");
        Directory.CreateDirectory(left);
        foreach (var file in (string[])["networks.db", "networks.db-wal", "networks.db-changes-1"])
        {
            File.Copy(Path.Combine(terminal.Data, file), Path.Combine(left, file));
        }

        await stop.CancelAsync();
        Assert.Equal(0, await serving);
        await Refused(left, "networks.db-changes-2 is missing. Put it back beside the store, or restore a backup.");
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused_in_one_sentence_and_left_as_it_is()
    {
        using var terminal = new Terminal();
        Directory.CreateDirectory(terminal.Data);
        var file = Path.Combine(terminal.Data, "networks.db");
        var text = string.Join('\n', Enumerable.Repeat("Somebody's own file.", 100));
        await File.WriteAllTextAsync(file, text);
        await Refused(terminal.Data, "is no store of this program. Choose another data directory, or move that file away.");
        Assert.Equal(text, await File.ReadAllTextAsync(file));
    }

    /// <summary>A server of the town, once it is ready: its end, and where it is.</summary>
    private static async Task<(Task<int> Serving, string Url)> Serve(Terminal terminal, CancellationToken stop)
    {
        var answers = new Lines();
        var serving = NetworksCommand.Run(
            ["serve", "--port", "0", "--area", terminal.Town(), "--data", terminal.Data], answers, TextWriter.Null, false, stop);
        return (serving, (await answers.First("Ready: "))["Ready: ".Length..]);
    }

    private static async Task Refused(string data, string wayOut)
    {
        var (code, _, notes) = await Terminal.Run("serve", "--port", "0", "--area", "empty", "--data", data);
        Assert.Equal(2, code);
        Assert.EndsWith(wayOut, notes.TrimEnd(), StringComparison.Ordinal);
        Assert.Single(notes.TrimEnd().Split('\n'));
        Assert.DoesNotContain("should not have happened", notes, StringComparison.Ordinal);
    }
}
