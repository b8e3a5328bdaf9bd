using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HotChocolate.Execution;

namespace HotChocolate;

public static class ExecutionResultExtensions
{
    /// <summary>The response as JSON text.</summary>
    public static string ToJson(this IExecutionResult result, bool withIndentations = true)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = withIndentations, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            ResultJson.Write(writer, result.ExpectOperationResult());
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>The result as that of a query or mutation; any other kind is a fault of the caller.</summary>
    internal static IOperationResult ExpectOperationResult(this IExecutionResult result)
        => result as IOperationResult ?? throw new ArgumentException($"The result is a {result?.Kind}, not a single one.", nameof(result));
}
