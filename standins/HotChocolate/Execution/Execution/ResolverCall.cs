using System.Runtime.CompilerServices;
using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>One call of a resolver: its context and, while its value is awaited, its place in the response.</summary>
internal sealed class ResolverCall(
    OperationExecution execution,
    ResultObject target,
    int slot,
    object? parent,
    ArgumentValues arguments) : FieldContext, IExecutionStep
{
    private ConfiguredValueTaskAwaitable<object?>.ConfiguredValueTaskAwaiter _awaiter;

    public ResultObject Target => target;

    public int Slot => slot;

    public CompiledField CompiledField => target.SelectionSet.Fields[slot];

    public override object? Parent => parent;

    public override FieldModel Field => CompiledField.Definition;

    public override ObjectModel ParentType => target.SelectionSet.Type;

    public override OperationKind Operation => execution.State.Operation.Node.Kind;

    public override string ResponseName => CompiledField.ResponseName;

    public override IReadOnlyList<object?> Arguments => arguments.Values;

    public override bool IsArgumentSet(int index) => arguments.IsSet[index];

    public override IServiceProvider Services => execution.State.Services;

    public override CancellationToken RequestAborted => execution.State.Abort;

    public override Path Path => target.PathOf(slot);

    public override IReadOnlyDictionary<string, object?> Variables => execution.State.Variables.Values;

    public override IDictionary<string, object?> ContextData => execution.State.ContextData;

    public override SchemaModel Schema => execution.State.Schema;

    public override void ReportError(IError error) => execution.State.AddError(FieldErrors.Locate(error, target, slot));

    public void Await(ValueTask<object?> task)
    {
        _awaiter = task.ConfigureAwait(false).GetAwaiter();
        _awaiter.UnsafeOnCompleted(() => execution.Enqueue(this));
    }

    public object? Result => _awaiter.GetResult();

    void IExecutionStep.Run() => execution.Resume(this);
}
