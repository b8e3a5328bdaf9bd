using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Networks.GraphQLApi.Tests.Hosting;

/// <summary>
/// The agreed names (docs/schema-sketch.graphql) are what clients build on: every one of them stands in our schema exactly as agreed,
/// nullability, defaults and enum values included. What our schema has beyond them is an addition, and breaks nobody.
/// </summary>
public sealed partial class AgreedNamesTests(ITestOutputHelper output)
{
    private const string Sketch = "docs/schema-sketch.graphql";

    private static readonly IReadOnlyDictionary<string, string> Agreed = SdlReader.Facts(WithConnections(Read(Sketch)));
    private static readonly IReadOnlyDictionary<string, string> Ours = SdlReader.Facts(Read("src/GraphQLApi/schema.graphql"));

    [Fact]
    public void Every_agreed_name_stands_in_the_schema_as_agreed()
    {
        foreach (var addition in Ours.Where(ours => !Agreed.ContainsKey(ours.Key)))
        {
            output.WriteLine($"addition: {addition.Key}: {addition.Value}");
        }

        var differences = Agreed.Keys.Where(fact => Ours.GetValueOrDefault(fact) != Agreed[fact])
            .Select(fact => $"{fact}: agreed {Agreed[fact]}, is {Ours.GetValueOrDefault(fact) ?? "missing"}");
        Assert.True(!differences.Any(), string.Join(Environment.NewLine, differences));
    }

    // A client that says only what was agreed must stay understood: what it does not say must have a default or may be left out.
    [Fact]
    public void No_addition_asks_an_agreed_client_for_more()
    {
        var asked = from ours in Ours
                    where !Agreed.ContainsKey(ours.Key) && ours.Value.EndsWith('!')
                    let owner = OwnerOfInput(ours.Key)
                    where owner is not null && Agreed.ContainsKey(owner)
                    select ours.Key;
        Assert.Empty(asked);
    }

    [Theory]
    [InlineData("type A { b: Int }", "type A { b: Int! }")]
    [InlineData("type A { b(c: Int = 3): Int }", "type A { b(c: Int = 4): Int }")]
    [InlineData("type A { b(c: Int): Int }", "type A { b: Int }")]
    [InlineData("type A { b: [Int!]! }", "type A { b: [Int]! }")]
    [InlineData("enum A { B C }", "enum A { B }")]
    [InlineData("union A = B | C", "union A = | B")]
    [InlineData("type A implements B & C { d: Int }", "type A implements B { d: Int }")]
    [InlineData("input A { b: Int }", "input A { c: Int }")]
    [InlineData("scalar Date", "type Date { a: Int }")]
    public void A_difference_would_be_found(string agreed, string other) =>
        Assert.NotEmpty(SdlReader.Facts(agreed).Except(SdlReader.Facts(other)));

    [Fact]
    public void Order_descriptions_directives_and_comments_are_no_difference() =>
        Assert.Equal(
            SdlReader.Facts("type A { b: Int } enum C { D E } # said\n directive @x(y: Int!) on FIELD | SCHEMA union F = A").OrderBy(Name),
            SdlReader.Facts(
                "\"\"\"F's\"\"\" union F = | A enum C @x(y: 1) { E \"dee\" D } type A { \"b { c }\" b: Int @x(y: 2) }").OrderBy(Name));

    private static string Name(KeyValuePair<string, string> fact) => fact.Key;

    /// <summary><c>A.b(c:)</c> without the argument.</summary>
    private static string Fieldless(string name) => name.Split('(')[0];

    private static string OwnerOfType(string name) => name.Split(['.', ' '], 2)[0];

    /// <summary>The field whose argument this is, or the input whose field; null for anything else.</summary>
    private static string? OwnerOfInput(string name) =>
        name.EndsWith(":)", StringComparison.Ordinal) ? Fieldless(name)
        : name.Contains('.', StringComparison.Ordinal) && Ours[OwnerOfType(name)] == "input" ? OwnerOfType(name)
        : null;

    // Every connection has the same shape, so the agreed names spell only those that have more.
    private static string WithConnections(string sdl)
    {
        var missing = ConnectionName().Matches(sdl).Select(match => match.Value).Distinct()
            .Where(name => !sdl.Contains($"type {name} ", StringComparison.Ordinal));
        return sdl + string.Concat(missing.Select(name =>
        {
            var stem = name[..^"Connection".Length];
            var node = stem == "Waiting" ? "WaitingPerson" : stem;
            return $$"""

                type {{name}} { edges: [{{stem}}Edge!]! nodes: [{{node}}!]! pageInfo: PageInfo! totalCount: Int suppressed: [String!]! }
                type {{stem}}Edge { cursor: String! node: {{node}}! }
                """;
        }));
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Here(), "..", "..", "..", path));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"\b[A-Z][A-Za-z]*Connection\b")]
    private static partial Regex ConnectionName();
}
