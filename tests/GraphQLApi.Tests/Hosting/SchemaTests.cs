using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Networks.GraphQLApi.Tests.Hosting;

[Collection(ApiServerCollection.Name)]
public sealed class SchemaTests(ApiServer server)
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
    public async Task Every_type_and_every_field_is_described()
    {
        var data = await server.DataAsync(
            """
            {
              __schema {
                types { name kind description inputFields { name description } fields { name description args { name description } } }
              }
            }
            """);
        var undescribed =
            from type in data["__schema"]!["types"]!.AsArray()
            let name = (string)type!["name"]!
            where !name.StartsWith("__", StringComparison.Ordinal) && (string)type["kind"]! != "SCALAR"
            from missing in Missing(type, name)
            select missing;
        Assert.Empty(undescribed);
    }

    private static IEnumerable<string> Missing(JsonNode type, string name)
    {
        if ((string?)type["description"] is null or "")
        {
            yield return name;
        }

        foreach (var field in Of(type, "fields").Concat(Of(type, "inputFields")))
        {
            if ((string?)field["description"] is null or "")
            {
                yield return $"{name}.{field["name"]}";
            }

            foreach (var argument in Of(field, "args").Where(a => (string?)a["description"] is null or ""))
            {
                yield return $"{name}.{field["name"]}({argument["name"]})";
            }
        }
    }

    private static IEnumerable<JsonNode> Of(JsonNode node, string list) => node[list]?.AsArray().Select(item => item!) ?? [];

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
