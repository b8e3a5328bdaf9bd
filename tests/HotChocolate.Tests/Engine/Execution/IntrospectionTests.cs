using System.Text.Json;
using System.Text.Json.Nodes;
using HotChocolate;
using HotChocolate.Execution;
using HotChocolate.Model;
using Networks.HotChocolate.Tests.Engine.Support;

namespace Networks.HotChocolate.Tests.Engine.Execution;

public sealed class IntrospectionTests
{
    private static SchemaModel Schema { get; } = SdlSchema.Build(Resources.Text("schema.graphql"));

    [Fact]
    public async Task The_introspection_query_answers_what_the_reference_implementation_answers_for_the_same_schema()
    {
        var result = await new RequestExecutor(Schema, new ExecutorOptions()).ExecuteAsync(Resources.Text("introspection.graphql"));
        var json = JsonNode.Parse(result.ToJson(false))!;

        Assert.Null(json["errors"]);
        Assert.Equal(Normal(JsonNode.Parse(Resources.Text("introspection.json"))!), Normal(json["data"]!["__schema"]!));
    }

    [Fact]
    public async Task Introspection_that_is_switched_off_is_refused_but_type_names_are_still_told()
    {
        var executor = new RequestExecutor(Schema, new ExecutorOptions { Introspection = false });

        var refused = (await executor.ExecuteAsync("{ __schema { queryType { name } } }")).ExpectOperationResult();
        var told = (await executor.ExecuteAsync("{ __typename }")).ExpectOperationResult();

        Assert.Equal("HC0046", Assert.Single(refused.Errors!).Code);
        Assert.Equal("Query", told.Data!["__typename"]);
    }

    [Fact]
    public async Task A_type_is_found_by_its_name_and_an_unknown_name_is_null()
    {
        var executor = new RequestExecutor(Schema, new ExecutorOptions());

        var result = await executor.ExecuteAsync(
            """{ a: __type(name: "Mood") { name kind enumValues { name } } b: __type(name: "Nope") { name } }""");

        Assert.Equal(
            """{"data":{"a":{"name":"Mood","kind":"ENUM","enumValues":[{"name":"HAPPY"},{"name":"ANGRY"}]},"b":null}}""",
            result.ToJson(false));
    }

    [Fact]
    public void The_printed_schema_reads_back_as_the_same_schema()
    {
        var printed = Schema.ToString();

        Assert.Equal(printed, SdlSchema.Build(printed).ToString());
        Assert.Contains("type Dog implements Pet & Being & Node {", printed);
        Assert.Contains("\"\"\"\n  Use", SdlSchema.Build("type Query { \"Use\\nit\" a: Int }").ToString().Replace("  \"\"\"", "\"\"\""));
        Assert.Contains("directive @repeat(times: Int! = 1, note: String) repeatable on FIELD | INLINE_FRAGMENT | ", printed);
        Assert.Contains("scalar Opaque @specifiedBy(url: \"https://example.org/opaque\")", printed);
    }

    /// <summary>Types and directives in the order of their names and without the reference's own words for built-in things.</summary>
    private static string Normal(JsonNode schema)
    {
        foreach (var (list, named) in new[] { ("types", true), ("directives", true) })
        {
            var items = ByName(schema[list]!);
            schema[list] = new JsonArray(items);
            foreach (var item in items.Where(item => named && IsBuiltIn((string)item["name"]!)))
            {
                Forget(item);
            }
        }

        foreach (var type in schema["types"]!.AsArray().Where(type => type!["possibleTypes"] is JsonArray))
        {
            type!["possibleTypes"] = new JsonArray(ByName(type["possibleTypes"]!));
        }

        // Default values are text; the reference prints input objects without blanks.
        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true }).Replace("{ ", "{").Replace(" }", "}");
    }

    private static JsonNode[] ByName(JsonNode list)
        => [.. list.AsArray().Select(item => item!.DeepClone()).OrderBy(item => (string)item["name"]!, StringComparer.Ordinal)];

    private static bool IsBuiltIn(string name)
        => name.StartsWith("__", StringComparison.Ordinal)
            || name is "Int" or "Float" or "String" or "Boolean" or "ID" or "skip" or "include" or "deprecated" or "specifiedBy";

    private static void Forget(JsonNode node)
    {
        switch (node)
        {
            case JsonObject entries:
                if (entries.ContainsKey("description"))
                {
                    entries["description"] = null;
                }

                foreach (var (_, value) in entries.ToArray())
                {
                    if (value is not null)
                    {
                        Forget(value);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    if (item is not null)
                    {
                        Forget(item);
                    }
                }

                break;
        }
    }
}
