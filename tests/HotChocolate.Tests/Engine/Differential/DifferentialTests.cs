using System.Text.Json;
using HotChocolate;
using HotChocolate.Execution;
using Networks.HotChocolate.Tests.Engine.Support;

namespace Networks.HotChocolate.Tests.Engine.Differential;

/// <summary>
/// Thousands of documents made at random (generate.mjs), each with what the reference implementation, graphql-js 16, answered:
/// refused or not, the data in their order, and the paths of the errors.
/// </summary>
public sealed class DifferentialTests
{
    private static readonly JsonElement _data = Resources.Json("data.json");

    [Fact]
    public async Task Every_recorded_document_is_answered_as_the_reference_implementation_answers_it()
    {
        var schema = SdlSchema.Build(Resources.Text("schema.graphql"), new JsonData(_data).Resolve, JsonData.TypeName);
        var executor = new RequestExecutor(schema, new ExecutorOptions());
        var differences = new List<string>();
        var count = 0;
        foreach (var recorded in Resources.Json("cases.json").EnumerateArray())
        {
            count++;
            var difference = await Compare(executor, recorded);
            if (difference is not null)
            {
                var variables = recorded.TryGetProperty("v", out var v) ? v.GetRawText() : "none";
                differences.Add($"{recorded.GetProperty("q").GetString()}\n   variables {variables}\n   {difference}");
            }
        }

        Assert.True(count >= 2000, $"only {count} documents are recorded");
        Assert.True(differences.Count == 0, $"{differences.Count} of {count} differ:\n{string.Join("\n\n", differences.Take(15))}");
    }

    private static async Task<string?> Compare(RequestExecutor executor, JsonElement recorded)
    {
        var request = OperationRequestBuilder.New().SetDocument(recorded.GetProperty("q").GetString()!);
        if (recorded.TryGetProperty("v", out var variables))
        {
            request.SetVariableValues(variables.EnumerateObject().ToDictionary(entry => entry.Name, entry => (object?)entry.Value));
        }

        var result = (await executor.ExecuteAsync(request.Build())).ExpectOperationResult();
        var kind = recorded.GetProperty("k").GetString()!;
        var actual = KindOf(result);
        return kind switch
        {
            "sync" or "async" when actual == "executed" => CompareAnswer(result, recorded, kind == "async"),
            "valid" => actual == "refused" ? null : $"a valid subscription, but {actual}: {result.ToJson(false)}",
            _ => actual == kind ? null : $"recorded {kind}, but {actual}: {result.ToJson(false)}"
        };
    }

    private static string KindOf(IOperationResult result)
    {
        if (result.IsDataSet)
        {
            return "executed";
        }

        var first = result.Errors![0];
        return first.Message.StartsWith("Syntax Error", StringComparison.Ordinal) ? "syntax"
            : first.Extensions?.ContainsKey("specifiedBy") == true ? "invalid"
            : "refused";
    }

    private static string? CompareAnswer(IOperationResult result, JsonElement recorded, bool isAsync)
    {
        using var answer = JsonDocument.Parse(result.ToJson(false));
        var data = answer.RootElement.GetProperty("data");
        var expectedData = recorded.GetProperty("d");
        if (Normal(data) != Normal(expectedData))
        {
            var told = string.Join("; ", (result.Errors ?? []).Select(error => $"{error.Path} {error.Message}"));
            return $"data {Normal(data)}\n   expected {Normal(expectedData)}\n   errors {told}";
        }

        string[] expected = recorded.TryGetProperty("e", out var errors)
            ? [.. errors.EnumerateArray().Select(path => path.GetString()!)]
            : [];
        var actual = (result.Errors ?? []).Select(error => string.Join('/', error.Path?.ToList() ?? [])).ToArray();
        if (isAsync)
        {
            // Which of several faults below one null is told depends on timing; that the null is explained does not.
            expected = [.. expected.Select(path => NullOf(expectedData, path)).Distinct()];
            actual = [.. actual.Select(path => NullOf(data, path)).Distinct()];
        }

        Array.Sort(expected, StringComparer.Ordinal);
        Array.Sort(actual, StringComparer.Ordinal);
        return expected.SequenceEqual(actual)
            ? null
            : $"errors at [{string.Join(", ", actual)}]\n   expected [{string.Join(", ", expected)}]";
    }

    /// <summary>JSON text with numbers in one form, so that 1 equals 1.0.</summary>
    private static string Normal(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object
            => "{" + string.Join(",", element.EnumerateObject().Select(entry => $"\"{entry.Name}\":{Normal(entry.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(",", element.EnumerateArray().Select(Normal)) + "]",
        JsonValueKind.Number => element.GetDouble().ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        JsonValueKind.String => JsonSerializer.Serialize(element.GetString()),
        _ => element.GetRawText()
    };

    private static string NullOf(JsonElement data, string path)
    {
        var node = data;
        var taken = new List<string>();
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node.ValueKind == JsonValueKind.Null)
            {
                break;
            }

            taken.Add(segment);
            node = node.ValueKind == JsonValueKind.Array ? node[int.Parse(segment)] : node.GetProperty(segment);
        }

        return string.Join('/', taken);
    }
}
