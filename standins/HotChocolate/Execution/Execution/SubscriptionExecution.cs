using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Execution;

/// <summary>
/// One subscription (section 6.2.3): opens the source stream of its only root field, then executes the selection once an event, each
/// time with services of its own. The time limit holds for each event, not for the stream.
/// </summary>
internal sealed class SubscriptionExecution(
    RequestExecutor executor,
    OperationRequest request,
    IServiceProvider services,
    PreparedOperation operation,
    CoercedVariables variables,
    CompiledSelectionSet root)
{
    /// <summary>The open stream, or the errors that kept it shut.</summary>
    public async ValueTask<IExecutionResult> OpenAsync(CancellationToken cancellationToken)
    {
        if (root.Fields is not [var field, ..] || field.Definition.Subscribe is not { } subscribe)
        {
            return executor.Unopened([ErrorBuilder.New().SetMessage("The subscription names no field that has events.").Build()]);
        }

        var state = StateOf(services, cancellationToken, isTimed: false);
        var target = new ResultObject(null, 0, root);
        try
        {
            var call = new ResolverCall(new OperationExecution(state), target, 0, parent: null, field.Arguments(variables));
            var events = await subscribe(call).ConfigureAwait(false);
            if (state.Errors is { Count: 0 })
            {
                return new ResponseStream(() => ReadAsync(events, state));
            }

            state.Close();
            return executor.Unopened(state.Errors);
        }
        catch (Exception fault)
        {
            state.Close();
            return executor.Unopened(FieldErrors.Of(fault, target, 0, executor.Options.IncludeExceptionDetails));
        }
    }

    private async IAsyncEnumerable<IOperationResult> ReadAsync(
        IAsyncEnumerable<object?> events,
        RequestState state,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(state.RequestAborted, cancellationToken);
        var source = events.GetAsyncEnumerator(ended.Token);
        await using (source.ConfigureAwait(false))
        {
            while (true)
            {
                var (result, isLast) = await NextAsync(source, ended.Token).ConfigureAwait(false);
                if (result is not null)
                {
                    yield return result;
                }

                if (isLast)
                {
                    state.Close();
                    yield break;
                }
            }
        }
    }

    /// <summary>A source that faults ends the stream with one error; a reader that stops ends it silently.</summary>
    private async ValueTask<(IOperationResult? Result, bool IsLast)> NextAsync(
        IAsyncEnumerator<object?> source,
        CancellationToken cancellationToken)
    {
        try
        {
            return await source.MoveNextAsync().ConfigureAwait(false)
                ? (await ExecuteAsync(source.Current, cancellationToken).ConfigureAwait(false), false)
                : (null, true);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (null, true);
        }
        catch (Exception fault)
        {
            return (executor.Failed(fault), true);
        }
    }

    private async ValueTask<IOperationResult> ExecuteAsync(object? message, CancellationToken cancellationToken)
    {
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var state = StateOf(scope.ServiceProvider, cancellationToken, isTimed: true);
            return await executor.RunAsync(state, root, message).ConfigureAwait(false);
        }
    }

    private RequestState StateOf(IServiceProvider provider, CancellationToken cancellationToken, bool isTimed) =>
        new(executor.Model, executor.Options, operation, variables, provider, request.ContextData, cancellationToken, isTimed);
}
