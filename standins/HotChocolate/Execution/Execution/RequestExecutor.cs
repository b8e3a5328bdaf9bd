using GreenDonut;
using HotChocolate.Language;
using HotChocolate.Model;
using HotChocolate.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Execution;

/// <summary>Parses, validates and executes requests against one schema. Safe for concurrent use; keep one a schema.</summary>
internal sealed class RequestExecutor(SchemaModel schema, ExecutorOptions options) : IRequestExecutor
{
    private readonly DocumentCache _documents = new(options.CachedDocumentsMax);

    public SchemaModel Model { get; } = schema;

    public ExecutorOptions Options { get; } = options;

    /// <summary>Documents kept at the moment.</summary>
    public int CachedDocuments => _documents.Count;

    ISchema IRequestExecutor.Schema => Model;

    public Task<IExecutionResult> ExecuteAsync(IOperationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var result = ExecuteRequestAsync((OperationRequest)request, cancellationToken);
            return result.IsCompletedSuccessfully ? Task.FromResult(result.Result) : AwaitAsync(result);
        }
        catch (Exception fault)
        {
            return Task.FromResult<IExecutionResult>(Failed(fault));
        }
    }

    private async Task<IExecutionResult> AwaitAsync(ValueTask<IExecutionResult> result)
    {
        try
        {
            return await result.ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            return Failed(fault);
        }
    }

    /// <summary>A fault outside all fields, such as an input type whose constructor throws; it says nothing of the inside.</summary>
    public OperationResult Failed(Exception fault)
        => Refused([ErrorBuilder.New().SetMessage("Unexpected Execution Error").SetException(fault).Build()], Refusal.Ended);

    private ValueTask<IExecutionResult> ExecuteRequestAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        var document = Prepare(request.Document, out var refused);
        if (document is null)
        {
            return new((IExecutionResult)OperationResult.Refused(refused, Refusal.BadRequest));
        }

        var operation = document.Find(request.OperationName, out var error);
        if (operation is null)
        {
            return new(Refused([error!]));
        }

        if (request.AllowedOperations is { } allowed && !allowed.Contains(operation.Node.Kind))
        {
            return new(Refused(
            [
                ErrorBuilder.New()
                    .SetMessage("The specified operation kind is not allowed.")
                    .SetCode(ErrorCodes.OperationNotAllowed)
                    .Build()
            ], Refusal.OperationNotAllowed));
        }

        var errors = new List<IError>();
        var variables = VariableCoercion.Coerce(Model, operation.Node, request.VariableValues, errors);
        return errors.Count > 0 ? new(Refused(errors)) : ExecuteOperation(request, operation, variables, cancellationToken);
    }

    /// <summary>
    /// The document from the cache, or parsed and validated; null when it is refused. Error filters see what the parser says; the findings
    /// of validation go out as they are.
    /// </summary>
    private PreparedDocument? Prepare(string text, out IReadOnlyList<IError> refused)
    {
        refused = [];
        if (_documents.Find(text) is { } known)
        {
            return known;
        }

        try
        {
            var node = Parser.Parse(text, Options.Parser);
            refused = DocumentValidator.Validate(Model, node, Options.Introspection, Options.ValidationErrorsMax);
            if (refused.Count > 0)
            {
                return null;
            }

            var document = new PreparedDocument(Model, node);
            _documents.Add(text, document);
            return document;
        }
        catch (SyntaxException fault)
        {
            refused = Filter(
            [
                ErrorBuilder.New()
                    .SetMessage(fault.Message)
                    .SetCode(ErrorCodes.Execution.SyntaxError)
                    .AddLocation(fault.Location)
                    .Build()
            ]);
            return null;
        }
    }

    private ValueTask<IExecutionResult> ExecuteOperation(
        OperationRequest request,
        PreparedOperation operation,
        CoercedVariables variables,
        CancellationToken cancellationToken)
    {
        CompiledSelectionSet root;
        try
        {
            root = operation.Compile(variables);
        }
        catch (CoercionException fault)
        {
            var error = ErrorBuilder.New().SetMessage(fault.Message).SetCode(fault.Code).Build();
            return new(new OperationResult { IsDataSet = true, Errors = Filter([error]) });
        }

        if (operation.Node.Kind == OperationKind.Subscription)
        {
            // Whoever reads the events outlives this call, so their services hang on the application's, not on a scope that ends here.
            return new SubscriptionExecution(this, request, request.Services ?? Model.Services, operation, variables, root)
                .OpenAsync(cancellationToken);
        }

        if (request.Services is null)
        {
            return ExecuteInScopeAsync(request, operation, variables, root, cancellationToken);
        }

        var state = new RequestState(Model, Options, operation, variables, request.Services, request.ContextData, cancellationToken);
        var run = RunAsync(state, root, rootValue: null);
        return run.IsCompletedSuccessfully ? new(run.Result) : As(run);

        static async ValueTask<IExecutionResult> As(ValueTask<OperationResult> run) => await run.ConfigureAwait(false);
    }

    /// <summary>Executes the fields of one operation, or of one event of a subscription.</summary>
    public ValueTask<OperationResult> RunAsync(RequestState state, CompiledSelectionSet root, object? rootValue)
    {
        var execution = new OperationExecution(state);
        var dispatcher = state.Services.GetService<IBatchScheduler>() as BatchDispatcher;
        dispatcher?.Attach(execution);
        var run = execution.RunAsync(root, rootValue);
        if (!run.IsCompletedSuccessfully)
        {
            return FinishAsync(run, execution, dispatcher);
        }

        dispatcher?.Detach(execution);
        return new(ResultOf(execution, run.Result));
    }

    /// <summary>A subscription whose stream could not be opened; nothing was executed.</summary>
    public OperationResult Unopened(IEnumerable<IError> errors) => Refused([.. errors]);

    private async ValueTask<OperationResult> FinishAsync(ValueTask<IError?> run, OperationExecution execution, BatchDispatcher? dispatcher)
    {
        var end = await run.ConfigureAwait(false);
        dispatcher?.Detach(execution);
        return ResultOf(execution, end);
    }

    private async ValueTask<IExecutionResult> ExecuteInScopeAsync(
        OperationRequest request,
        PreparedOperation operation,
        CoercedVariables variables,
        CompiledSelectionSet root,
        CancellationToken cancellationToken)
    {
        var scope = Model.Services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var state = new RequestState(
                Model, Options, operation, variables, scope.ServiceProvider, request.ContextData, cancellationToken);
            return await RunAsync(state, root, rootValue: null).ConfigureAwait(false);
        }
    }

    private OperationResult ResultOf(OperationExecution execution, IError? end)
    {
        execution.State.Close();
        if (end is not null)
        {
            var isOurs = end.Code is ErrorCodes.Execution.Timeout or ErrorCodes.Execution.Canceled || end.Exception is not null;
            return Refused([end], isOurs ? Refusal.Ended : Refusal.BadRequest);
        }

        var errors = execution.State.Errors;
        return new OperationResult { IsDataSet = true, Data = execution.Data, Errors = errors.Count == 0 ? null : Filter(errors) };
    }

    private OperationResult Refused(IReadOnlyList<IError> errors, Refusal refusal = Refusal.BadRequest)
        => OperationResult.Refused(Filter(errors), refusal);

    private IReadOnlyList<IError> Filter(IReadOnlyList<IError> errors)
    {
        if (Options.ErrorFilters.Count == 0)
        {
            return errors;
        }

        var result = new IError[errors.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = Options.ErrorFilters.Aggregate(errors[i], (error, filter) => filter.OnError(error));
        }

        return result;
    }
}
