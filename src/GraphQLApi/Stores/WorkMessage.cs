using System.Text.Json;
using System.Text.Json.Serialization;

namespace Networks.GraphQLApi.Stores;

/// <summary>One line of JSON from a server that does a command's work: exactly one member is set.</summary>
internal sealed record WorkMessage
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string? Line { get; init; }

    public string? Error { get; init; }

    public WorkProgress? Progress { get; init; }

    public int? ExitCode { get; init; }
}

/// <summary>How far a stage of the work has come.</summary>
internal sealed record WorkProgress(string Stage, long Done, long Total);
