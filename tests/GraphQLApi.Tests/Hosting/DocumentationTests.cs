using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Networks.GraphQLApi.Tests.Hosting;

/// <summary>Every example of docs/graphql.md, asked in its order by the caller C012, must answer what the guide shows.</summary>
public sealed partial class DocumentationTests(ApiServer server) : IClassFixture<ApiServer>
{
    /// <summary>Set to write the answers anew after a wanted change; the difference is then read by a human before it is kept.</summary>
    private const string ApproveVariable = "NETWORKS_APPROVE_GUIDE";

    private const int TriesMax = 200;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    [Fact]
    public async Task Every_example_of_the_guide_answers_what_the_guide_shows()
    {
        var file = Path.Combine(Here(), "..", "..", "..", "docs", "graphql.md");
        var guide = (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n");
        var examples = Example().Matches(guide);
        Assert.True(examples.Count >= 8);
        Assert.Equal(Question().Count(guide), examples.Count);
        foreach (Match example in examples)
        {
            var (question, shown) = (example.Groups[1].Value, example.Groups[2].Value);
            if (Environment.GetEnvironmentVariable(ApproveVariable) is "1")
            {
                await Task.Delay(TimeSpan.FromSeconds(2));
                var answer = Shorter((await AskAsync(question)).ToJsonString(Indented));
                var between = $"{question}```\n\n```json\n";
                guide = guide.Replace(between + shown, $"{between}{answer}\n", StringComparison.Ordinal);
            }
            else
            {
                await AnswersAsync(question, JsonNode.Parse(shown)!);
            }
        }

        if (Environment.GetEnvironmentVariable(ApproveVariable) is "1")
        {
            await File.WriteAllTextAsync(file, guide);
        }
    }

    // A round is solved beside the requests, so what is shown of it may be a moment away.
    private async Task AnswersAsync(string question, JsonNode shown)
    {
        var answer = await AskAsync(question);
        for (var tries = 1; tries < TriesMax && !JsonNode.DeepEquals(shown, answer); tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
            answer = await AskAsync(question);
        }

        Assert.True(JsonNode.DeepEquals(shown, answer), $"{question}\n{answer.ToJsonString(Indented)}");
    }

    private Task<JsonNode> AskAsync(string question) => server.SendAsync(question, caller: "C012");

    /// <summary>Objects and lists that fit on a line stand on one.</summary>
    private static string Shorter(string json)
    {
        const int LineMax = 150;
        for (var before = ""; before != json;)
        {
            before = json;
            json = Flat().Replace(json, match =>
            {
                var flat = Regex.Replace(match.Value, "\\s*\n\\s*", " ");
                var lineStart = json.LastIndexOf('\n', match.Index) + 1;
                return flat.Length + match.Index - lineStart <= LineMax ? flat : match.Value;
            });
        }

        return json;
    }

    [GeneratedRegex(@"```graphql\n(.*?)```\n\n```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("```graphql\n")]
    private static partial Regex Question();

    [GeneratedRegex(@"[{\[]\s*\n[^{}\[\]]*(?:[{\[][^{}\[\]\n]*[}\]][^{}\[\]]*)*[}\]]")]
    private static partial Regex Flat();

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
