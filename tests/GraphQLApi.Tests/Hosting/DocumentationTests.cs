using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Networks.GraphQLApi.Tests.Hosting;

/// <summary>Every example of docs/graphql.md, run in its order.</summary>
public sealed partial class DocumentationTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Every_example_of_the_guide_is_answered_without_an_error()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Here(), "..", "..", "..", "docs", "graphql.md"));
        var examples = Example().Matches(guide).Select(match => match.Groups[1].Value).ToArray();
        Assert.True(examples.Length >= 5);
        foreach (var example in examples)
        {
            var data = await server.DataAsync(example, caller: "C012");
            Assert.DoesNotContain(data.AsObject(), answer => answer.Value is JsonObject { } payload && payload["errors"] is not null);
        }
    }

    [GeneratedRegex(@"```graphql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
