using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Networks.GraphQLApi.CommandLine;
using Networks.GraphQLApi.Tests.CommandLine;

namespace Networks.GraphQLApi.Tests;

/// <summary>Everything README shows is typed here, in its order, on the demo area, and must answer as README says.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task What_README_shows_is_what_happens()
    {
        using var terminal = new Terminal();
        using var stop = new CancellationTokenSource();
        var answers = new FirstLine("Ready: ");
        var serving = NetworksCommand.Run(
            ["serve", "--port", "0", "--area", "demo", "--data", terminal.Data], answers, TextWriter.Null, false, stop.Token);
        var ready = await Task.WhenAny(answers.Found, serving);
        Assert.Same(answers.Found, ready);
        using var http = new HttpClient { BaseAddress = new Uri((await answers.Found)["Ready: ".Length..]) };

        var blocks = Blocks().ToArray();
        Assert.Equal(["graphql", "json", "console", "console", "graphql", "json"], blocks.Select(block => block.Language));
        for (var at = 0; at < blocks.Length; at++)
        {
            if (blocks[at].Language == "console")
            {
                await Type(blocks[at].Text, terminal);
            }
            else if (blocks[at].Language == "graphql")
            {
                var answered = await Ask(http, blocks[at].Text);
                Assert.True(JsonNode.DeepEquals(JsonNode.Parse(blocks[at + 1].Text), answered), answered.ToJsonString());
            }
        }

        await stop.CancelAsync();
        Assert.Equal(0, await serving);
    }

    // Each command's answer must have the form shown; figures move with the day on which it is typed.
    private static async Task Type(string shown, Terminal terminal)
    {
        var lines = shown.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < lines.Length; at++)
        {
            Assert.StartsWith("networks ", lines[at], StringComparison.Ordinal);
            var words = Word().Matches(lines[at]["networks ".Length..])
                .Select(match => match.Value.Trim('"').Replace("rounds/", terminal.At("rounds") + "/")).ToList();
            if (words[0] == "match")
            {
                words.AddRange(["--out", terminal.At("rounds", "first-1")]);
            }

            var answered = words[0] == "verify-plan" ? await Terminal.Run([.. words]) : await terminal.Store([.. words]);
            Assert.Equal((0, ""), (answered.Code, answered.Notes));
            for (; at + 1 < lines.Length && !lines[at + 1].StartsWith("networks ", StringComparison.Ordinal); at++)
            {
                Assert.Contains(Form(lines[at + 1]), answered.Answer.Split('\n').Select(Form));
            }
        }
    }

    private static string Form(string line) => Figure().Replace(Day().Replace(line, "DAY"), "0");

    private static async Task<JsonNode> Ask(HttpClient http, string query)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync("/graphql", content);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static IEnumerable<(string Language, string Text)> Blocks() =>
        Block().Matches(File.ReadAllText(Path.Combine(Here(), "..", "..", "..", "README.md")).ReplaceLineEndings("\n"))
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    private static string Here([CallerFilePath] string file = "") => file;

    [GeneratedRegex("^```(graphql|json|console)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b\d{1,2} \p{Lu}\p{Ll}{2} \d{4}\b")]
    private static partial Regex Day();

    [GeneratedRegex(@"\d[\d,.]*\b")]
    private static partial Regex Figure();

    /// <summary>The first line written that begins as asked.</summary>
    private sealed class FirstLine(string start) : StringWriter
    {
        private readonly TaskCompletionSource<string> found = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Found => found.Task;

        public override void WriteLine(string? value)
        {
            if (value?.StartsWith(start, StringComparison.Ordinal) is true)
            {
                found.TrySetResult(value);
            }
        }
    }
}
