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
        var answers = new Lines();
        var serving = NetworksCommand.Run(["serve", "--port", "0", "--area", terminal.Town(), "--data", terminal.Data], answers,
            TextWriter.Null, false, stop.Token);
        var url = (await answers.First("Ready: "))["Ready: ".Length..];

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
}
