namespace HotChocolate.Execution;

/// <summary>What a client asks for. Made by <see cref="OperationRequestBuilder"/>.</summary>
public interface IOperationRequest
{
    string? OperationName { get; }

    IReadOnlyDictionary<string, object?>? Extensions { get; }

    IReadOnlyDictionary<string, object?>? ContextData { get; }

    IServiceProvider? Services { get; }
}
