using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>
/// Executes one operation (section 6). The response is built in place by one thread at a time: fields whose values are ready
/// are completed in a plain recursion, without tasks; a value that arrives later queues a step, and whoever finds the queue
/// idle works it off (the other half of this class).
/// </summary>
internal sealed partial class OperationExecution(RequestState state)
{
    private const int ObjectsBetweenChecks = 256;
    private ResultObject _root = null!;
    private long _fieldsLeft = state.Options.ResultFieldsMax;
    private int _objectsUntilCheck = ObjectsBetweenChecks;

    public RequestState State { get; } = state;

    /// <summary>The finished response; null when a non-null violation reached the root.</summary>
    public ResultObject? Data => _root.IsDead ? null : _root;

    private void ExecuteObject(ResultObject target, object? value)
    {
        CountWork(target.Slots.Length);
        for (var i = 0; i < target.Slots.Length && !target.IsDead; i++)
        {
            ExecuteField(target, i, value);
        }
    }

    private void CountWork(int fields)
    {
        _fieldsLeft -= fields;
        if (_fieldsLeft < 0)
        {
            throw new ExecutionEndedException(ErrorBuilder.New()
                .SetMessage($"The answer would hold more than {State.Options.ResultFieldsMax} fields; ask for less.")
                .Build());
        }

        if (--_objectsUntilCheck == 0)
        {
            _objectsUntilCheck = ObjectsBetweenChecks;
            if (State.IsOver)
            {
                throw new ExecutionEndedException(State.OverError());
            }
        }
    }

    private void ExecuteField(ResultObject target, int slot, object? parent)
    {
        var field = target.SelectionSet.Fields[slot];
        if (field.IsTypeName)
        {
            target.Slots[slot] = target.SelectionSet.Type.Name;
            return;
        }

        object? value;
        try
        {
            if (field.Definition.PureResolver is { } pure)
            {
                value = pure(parent!);
            }
            else
            {
                var call = new ResolverCall(this, target, slot, parent, field.Arguments(State.Variables));
                var task = field.Definition.Resolver!(call);
                if (!task.IsCompleted)
                {
                    _pending++;
                    call.Await(task);
                    return;
                }

                value = task.GetAwaiter().GetResult();
            }
        }
        catch (Exception fault)
        {
            Fail(target, slot, fault);
            return;
        }

        Complete(field, field.Definition.Type, target, slot, value);
    }

    /// <summary>CompleteValue of section 6.4.3, into a slot of an object or a list.</summary>
    private void Complete(CompiledField field, SchemaType type, ResultNode owner, int slot, object? value)
    {
        if (value is null)
        {
            CompleteNull(type, owner, slot);
            return;
        }

        if (value is IError error)
        {
            Fail(owner, slot, new GraphQLException(error));
            return;
        }

        switch (type is NonNullType nonNull ? nonNull.Inner : type)
        {
            case ScalarModel or EnumModel:
                CompleteLeaf(type.Named, owner, slot, value);
                break;
            case ListType list:
                CompleteList(field, list, owner, slot, value);
                break;
            case var composite:
                CompleteObject(field, composite.Named, owner, slot, value);
                break;
        }
    }

    private void CompleteNull(SchemaType type, ResultNode owner, int slot)
    {
        if (type is NonNullType)
        {
            State.AddError(FieldErrors.Create(
                owner,
                slot,
                "Cannot return null for non-nullable field.",
                ErrorCodes.Execution.NonNullViolation));
            owner.SetNull(slot);
            return;
        }

        owner.Set(slot, null);
    }

    private void CompleteLeaf(NamedModel type, ResultNode owner, int slot, object value)
    {
        object? result;
        try
        {
            result = type is ScalarModel scalar
                ? scalar.Serialize(value)
                : ((EnumModel)type).FindByValue(value)?.Name
                    ?? throw new CoercionException(
                        $"Enum \"{type.Name}\" cannot represent value: {ValueText.Of(value)}",
                        ErrorCodes.Execution.CannotSerializeLeafValue);
        }
        catch (CoercionException fault)
        {
            Fail(owner, slot, new CoercionException(fault.Message, ErrorCodes.Execution.CannotSerializeLeafValue));
            return;
        }
        catch (Exception fault)
        {
            Fail(owner, slot, fault);
            return;
        }

        owner.Set(slot, result);
    }

    private void CompleteList(CompiledField field, ListType type, ResultNode owner, int slot, object value)
    {
        if (value is string || value is not System.Collections.IEnumerable items)
        {
            Fail(owner, slot, new CoercionException(
                $"Expected a list for the field \"{field.Definition.Name}\".",
                ErrorCodes.Execution.ListTypeNotSupported));
            return;
        }

        var result = new ResultList(owner, slot, type.Element is NonNullType, (value as System.Collections.ICollection)?.Count ?? 0);
        owner.Set(slot, result);
        CountWork(0);
        if (value is System.Collections.IList list)
        {
            for (var i = 0; i < list.Count && !result.IsDead; i++)
            {
                Complete(field, type.Element, result, result.Grow(), list[i]);
            }

            return;
        }

        CompleteItems(field, type, result, items);
    }

    private void CompleteItems(CompiledField field, ListType type, ResultList result, System.Collections.IEnumerable items)
    {
        var enumerator = items.GetEnumerator();
        try
        {
            while (!result.IsDead && MoveNext(enumerator, result))
            {
                CountWork(1);
                Complete(field, type.Element, result, result.Grow(), enumerator.Current);
            }
        }
        finally
        {
            (enumerator as IDisposable)?.Dispose();
        }
    }

    /// <summary>A lazy sequence may fault between items; then the whole list is null, as if its resolver had thrown.</summary>
    private bool MoveNext(System.Collections.IEnumerator items, ResultList result)
    {
        try
        {
            return items.MoveNext();
        }
        catch (Exception fault)
        {
            result.IsDead = true;
            Fail(result.Parent!, result.Index, fault);
            return false;
        }
    }

    private void CompleteObject(CompiledField field, NamedModel type, ResultNode owner, int slot, object value)
    {
        ResultObject result;
        try
        {
            var objectType = AbstractTypes.Resolve(State.Schema, type, value);
            result = new ResultObject(owner, slot, field.SelectionSetFor(objectType));
        }
        catch (Exception fault)
        {
            Fail(owner, slot, fault);
            return;
        }

        owner.Set(slot, result);
        ExecuteObject(result, value);
    }

    private void Fail(ResultNode owner, int slot, Exception fault)
    {
        if (fault is OperationCanceledException && State.IsOver)
        {
            throw new ExecutionEndedException(State.OverError());
        }

        foreach (var error in FieldErrors.Of(fault, owner, slot, State.Options.IncludeExceptionDetails))
        {
            State.AddError(error);
        }

        owner.SetNull(slot);
    }
}
