using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Networks.GraphQLApi.CommandLine;
using Networks.GraphQLApi.Tests.CommandLine;

namespace Networks.GraphQLApi.Tests;

/// <summary>
/// Everything the walkthroughs show is typed here, in its order, and must answer as they say, line for line; numbers and days move with
/// the day on which it is typed. With NETWORKS_WRITE_WALKTHROUGHS=1 the answers are written into the walkthroughs instead.
/// </summary>
public sealed partial class WalkthroughTests
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("NETWORKS_WRITE_WALKTHROUGHS") is "1";

    [Theory]
    [InlineData("analyst.md")]
    [InlineData("coordinator.md")]
    [InlineData("planner.md")]
    public async Task What_a_walkthrough_shows_is_what_happens(string walkthrough)
    {
        var path = Path.Combine(Folder(), walkthrough);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        using var desk = new Desk(Folder());
        StringBuilder written = new();
        var at = 0;
        string? asked = null;
        foreach (Match block in Block().Matches(text))
        {
            var (language, shown) = (block.Groups[1].Value, block.Groups[2].Value);
            var happened = language switch
            {
                "console" => await desk.Type(shown),
                "sh" => await desk.TypeUnshown(shown),
                "csv" => desk.Decide(shown),
                "graphql" => asked = shown,
                _ => await desk.Ask(asked!),
            };
            if (!Writes)
            {
                Assert.Equal(Form(shown, language), Form(happened, language));
            }

            written.Append(text[at..block.Groups[2].Index]).Append(happened);
            at = block.Groups[2].Index + shown.Length;
        }

        Assert.True(at > 0, $"{walkthrough} shows nothing.");
        if (Writes)
        {
            File.WriteAllText(path, written.Append(text[at..]).ToString());
        }
    }

    // Days move with the day on which it is typed, and columns of a table are as wide as what stands in them. Of the demo area, whose
    // people are drawn anew for each day, the figures move as well.
    private static string Form(string text, string language)
    {
        if (language is "json")
        {
            return Day().Replace(JsonNode.Parse(text)!.ToJsonString(), "DAY");
        }

        var moving = text.Contains("./demo", StringComparison.Ordinal) ? Figure() : Moment();
        return string.Join('\n', text.Split('\n').Select(
            line => Spaces().Replace(moving.Replace(Day().Replace(line, "DAY"), "0"), " ").TrimEnd()));
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "docs", "walkthroughs");

    [GeneratedRegex("^```(console|sh|csv|graphql|json)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b\d{1,2} \p{Lu}\p{Ll}{2}( \d{4})?\b|\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex Day();

    [GeneratedRegex(@"\b[0-9a-f]{12,}\b|\b\d[\d,.]*\b")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\b[0-9a-f]{12,}\b|\b\d+\.\d(?= s\.)")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex IsoDay();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();

    /// <summary>A person's own folder, in which commands are typed; a server runs there if something is asked of it.</summary>
    private sealed class Desk : IDisposable
    {
        /// <summary>The day on which the walkthroughs were written.</summary>
        private static readonly DateOnly Written = new(2026, 11, 22);

        private readonly Terminal terminal = new();
        private readonly int later = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime).DayNumber - Written.DayNumber;

        /// <summary>With the filled files as if they had been filled today.</summary>
        public Desk(string walkthroughs)
        {
            foreach (var folder in Directory.GetDirectories(walkthroughs).Select(path => Path.GetFileName(path)!))
            {
                Directory.CreateDirectory(terminal.At(folder));
                foreach (var file in Directory.GetFiles(Path.Combine(walkthroughs, folder), "*.csv"))
                {
                    File.WriteAllText(terminal.At(folder, Path.GetFileName(file)), Later(File.ReadAllText(file)));
                }
            }
        }

        /// <summary>Types the commands of a block and answers the block as it should be shown.</summary>
        public async Task<string> Type(string shown)
        {
            StringBuilder happened = new();
            foreach (var line in shown.Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal)))
            {
                happened.Append(line).Append('\n');
                string[] words = [.. Word().Matches(line[2..]).Select(match => Own(match.Value.Trim('"')))];
                if (words is ["cp", var from, var to])
                {
                    Copy(from, to);
                    continue;
                }

                if (words is ["cat", var read])
                {
                    happened.Append(File.ReadAllText(read));
                    continue;
                }

                Assert.Equal("networks", words[0]);
                var answered = await Terminal.Run([.. words[1..], .. Options(words[1..])]);
                happened.Append(Shown(answered.Notes)).Append(Shown(answered.Answer));
                Assert.True(answered.Code is 0 or 1, $"{line}\n{answered.Notes}");
            }

            return happened.ToString();
        }

        /// <summary>Types commands whose answer is not for this reader.</summary>
        public async Task<string> TypeUnshown(string shown)
        {
            await Type(string.Concat(shown.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"$ {line}\n")));
            return shown;
        }

        /// <summary>Fills decision and decided_by in plan.csv, as somebody does in a spreadsheet.</summary>
        public string Decide(string decisions)
        {
            var file = terminal.At("rounds", "nov-2", "plan.csv");
            var plan = File.ReadAllLines(file);
            foreach (var row in decisions.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')))
            {
                var at = Array.FindIndex(plan, line => line.StartsWith($"nov-2,{row[0]},", StringComparison.Ordinal));
                Assert.True(at > 0, $"{row[0]} is not in plan.csv.");
                Assert.EndsWith(",,", plan[at], StringComparison.Ordinal);
                plan[at] = $"{plan[at][..^2]},{row[1]},{row[2]}";
            }

            File.WriteAllLines(file, plan);
            return decisions;
        }

        /// <summary>Asks over GraphQL, of a server on the same store.</summary>
        public async Task<string> Ask(string query)
        {
            using var stop = new CancellationTokenSource();
            var answers = new ReadyLine();
            var serving = NetworksCommand.Run(
                ["serve", "--port", "0", "--area", "empty", "--data", terminal.Data], answers, TextWriter.Null, false, stop.Token);
            Assert.Same(answers.Found, await Task.WhenAny(answers.Found, serving));
            using var http = new HttpClient { BaseAddress = new Uri(await answers.Found) };
            using var content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync("/graphql", content);
            var answered = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            await stop.CancelAsync();
            Assert.Equal(0, await serving);
            return answered.ToJsonString(new JsonSerializerOptions
            {
                WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }) + "\n";
        }

        public void Dispose() => terminal.Dispose();

        private string Own(string word) => word.StartsWith("./", StringComparison.Ordinal) ? terminal.At(word[2..].Split('/'))
            : Later(word);

        private string Later(string text) => IsoDay().Replace(text, day => DateOnly.Parse(day.Value, CultureInfo.InvariantCulture)
            .AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        // The store and the rounds of somebody who types in a folder of their own are in that folder.
        private string[] Options(string[] words)
        {
            string[] data = words[0] is "templates" or "generate" or "verify-plan" || words.Contains("--data") ? []
                : ["--data", terminal.Data];
            return words[0] != "match" ? data
                : [.. data, "--out", terminal.At("rounds", words[Array.IndexOf(words, "--round") + 1])];
        }

        private string Shown(string text) => text.Replace(terminal.At("") + "/", "./").Replace(terminal.At(""), "./");

        private static void Copy(string from, string to)
        {
            foreach (var file in Directory.GetFiles(from))
            {
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
            }
        }
    }

    /// <summary>The address at which a server says it is ready.</summary>
    private sealed class ReadyLine : StringWriter
    {
        private const string Start = "Ready: ";

        private readonly TaskCompletionSource<string> found = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Found => found.Task;

        public override void WriteLine(string? value)
        {
            if (value?.StartsWith(Start, StringComparison.Ordinal) is true)
            {
                found.TrySetResult(value[Start.Length..]);
            }
        }
    }
}
