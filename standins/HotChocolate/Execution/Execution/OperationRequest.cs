using HotChocolate.Language;

namespace HotChocolate.Execution;

/// <summary>The one kind of request this engine knows.</summary>
internal sealed class OperationRequest : IOperationRequest
{
    public required string Document { get; init; }

    public string? OperationName { get; init; }

    /// <summary>Values as JSON gives them: string, bool, long, double, decimal, dictionary, list, JsonElement or null.</summary>
    public IReadOnlyDictionary<string, object?>? VariableValues { get; init; }

    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    public IReadOnlyDictionary<string, object?>? ContextData { get; init; }

    public IServiceProvider? Services { get; init; }

    /// <summary>Which kinds of operation the transport allows; GET allows queries only.</summary>
    public IReadOnlyList<OperationKind>? AllowedOperations { get; init; }
}
