using System.Text.Encodings.Web;
using System.Text.Json;

namespace Networks.GraphQLApi.Stores;

/// <summary>Lists of the command line as JSON, to be read by programs and by people.</summary>
internal static class ListJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>The same bytes on every machine.</summary>
    public static string Of(object list) => JsonSerializer.Serialize(list, Options);
}
