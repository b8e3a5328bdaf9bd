using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>What a resolver may know about the place it answers for. Valid until its value is complete.</summary>
internal abstract class FieldContext
{
    /// <summary>The value the parent field resolved to; for root fields the request's initial value, usually null.</summary>
    public abstract object? Parent { get; }

    public abstract FieldModel Field { get; }

    public abstract ObjectModel ParentType { get; }

    public abstract OperationKind Operation { get; }

    public abstract string ResponseName { get; }

    /// <summary>Coerced and converted argument values in the order of <see cref="FieldModel.Arguments"/>.</summary>
    public abstract IReadOnlyList<object?> Arguments { get; }

    /// <summary>Whether the client gave the argument or it has a default.</summary>
    public abstract bool IsArgumentSet(int index);

    public abstract IServiceProvider Services { get; }

    public abstract CancellationToken RequestAborted { get; }

    public abstract Path Path { get; }

    public abstract IReadOnlyDictionary<string, object?> Variables { get; }

    /// <summary>State of this request, shared by all its resolvers: [GlobalState] and the request builder's state.</summary>
    public abstract IDictionary<string, object?> ContextData { get; }

    public abstract SchemaModel Schema { get; }

    /// <summary>Adds an error at this field without making it null.</summary>
    public abstract void ReportError(IError error);
}
