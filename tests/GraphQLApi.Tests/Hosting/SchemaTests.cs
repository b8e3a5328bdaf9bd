using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Networks.GraphQLApi.Tests.Hosting;

[Collection(ApiServerCollection.Name)]
public sealed partial class SchemaTests(ApiServer server)
{
    /// <summary>Set to write the schema anew after a wanted change; the difference is then read by a human before it is kept.</summary>
    private const string ApproveVariable = "NETWORKS_APPROVE_SCHEMA";

    [Fact]
    public async Task The_schema_is_the_approved_one()
    {
        var file = Path.Combine(Here(), "..", "..", "..", "src", "GraphQLApi", "schema.graphql");
        var printed = (await server.Http.GetStringAsync("/graphql?sdl")).ReplaceLineEndings("\n").Trim() + "\n";
        if (Environment.GetEnvironmentVariable(ApproveVariable) is "1")
        {
            await File.WriteAllTextAsync(file, printed);
        }

        Assert.Equal(SchemaText.Normal(await File.ReadAllTextAsync(file)), SchemaText.Normal(printed));
    }

    [Fact]
    public async Task Every_type_and_every_member_is_described()
    {
        var undescribed = (await DescriptionsAsync()).Where(member => string.IsNullOrWhiteSpace(member.Text)).Select(member => member.Name);
        Assert.Empty(undescribed);
    }

    // A description stands on screens and in reports. It speaks of connections that are recorded, and never labels a person.
    [Fact]
    public async Task No_description_labels_a_person_or_needs_explaining()
    {
        var wrong = from member in await DescriptionsAsync()
                    where Unwanted().IsMatch(member.Text ?? "")
                    select $"{member.Name}: {member.Text}";
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Names_that_could_be_read_as_labels_are_described_by_a_plain_phrase()
    {
        var described = (await DescriptionsAsync()).ToDictionary(member => member.Name, member => member.Text!);
        Assert.StartsWith("People with too little social connection", described["Ward.unconnected"], StringComparison.Ordinal);
        Assert.StartsWith("People with no recorded connection", described["Query.unconnectedResidents"], StringComparison.Ordinal);
        Assert.StartsWith("People with no recorded connection", described["ComponentSummary.isolates"], StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<(string Name, string? Text)>> DescriptionsAsync()
    {
        var data = await server.DataAsync(
            """
            {
              __schema {
                types {
                  name kind description
                  inputFields { name description } enumValues { name description }
                  fields { name description args { name description } }
                }
              }
            }
            """);
        var types = from type in data["__schema"]!["types"]!.AsArray()
                    let name = (string)type!["name"]!
                    where !name.StartsWith("__", StringComparison.Ordinal) && (string)type["kind"]! != "SCALAR"
                    from member in Members(type, name)
                    select member;
        return [.. types];
    }

    private static IEnumerable<(string Name, string? Text)> Members(JsonNode type, string name)
    {
        yield return (name, (string?)type["description"]);
        foreach (var member in Of(type, "fields").Concat(Of(type, "inputFields")).Concat(Of(type, "enumValues")))
        {
            yield return ($"{name}.{member["name"]}", (string?)member["description"]);
            foreach (var argument in Of(member, "args"))
            {
                yield return ($"{name}.{member["name"]}({argument["name"]})", (string?)argument["description"]);
            }
        }
    }

    private static IEnumerable<JsonNode> Of(JsonNode node, string list) => node[list]?.AsArray().Select(item => item!) ?? [];

    [GeneratedRegex(@"\b(lonely|loneliness|isolated|unmatched|unconnected|service users?)\b|\u2014", RegexOptions.IgnoreCase)]
    private static partial Regex Unwanted();

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
