using HotChocolate.Language;

namespace HotChocolate.Execution;

/// <summary>Builds a request; <see cref="Build"/> leaves the builder empty.</summary>
public sealed class OperationRequestBuilder
{
    private string? _document;
    private string? _operationName;
    private IReadOnlyDictionary<string, object?>? _variableValues;
    private IReadOnlyDictionary<string, object?>? _extensions;
    private Dictionary<string, object?>? _contextData;
    private IServiceProvider? _services;
    private IReadOnlyList<OperationKind>? _allowedOperations;

    public static OperationRequestBuilder New() => new();

    public OperationRequestBuilder SetDocument(string sourceText)
    {
        ArgumentException.ThrowIfNullOrEmpty(sourceText);
        _document = sourceText;
        return this;
    }

    public OperationRequestBuilder SetOperationName(string? operationName)
    {
        _operationName = operationName;
        return this;
    }

    public OperationRequestBuilder SetVariableValues(IReadOnlyDictionary<string, object?>? variableValues)
    {
        _variableValues = variableValues;
        return this;
    }

    public OperationRequestBuilder SetExtensions(IReadOnlyDictionary<string, object?>? extensions)
    {
        _extensions = extensions;
        return this;
    }

    public OperationRequestBuilder SetGlobalState(string name, object? value)
    {
        (_contextData ??= [])[name] = value;
        return this;
    }

    public OperationRequestBuilder AddGlobalState(string name, object? value)
    {
        (_contextData ??= []).Add(name, value);
        return this;
    }

    public OperationRequestBuilder TryAddGlobalState(string name, object? value)
    {
        (_contextData ??= []).TryAdd(name, value);
        return this;
    }

    public OperationRequestBuilder RemoveGlobalState(string name)
    {
        _contextData?.Remove(name);
        return this;
    }

    public OperationRequestBuilder SetServices(IServiceProvider? services)
    {
        _services = services;
        return this;
    }

    public OperationRequestBuilder TrySetServices(IServiceProvider? services)
    {
        _services ??= services;
        return this;
    }

    internal OperationRequestBuilder SetAllowedOperations(params IReadOnlyList<OperationKind>? kinds)
    {
        _allowedOperations = kinds;
        return this;
    }

    public OperationRequestBuilder Reset()
    {
        _document = _operationName = null;
        _variableValues = _extensions = null;
        _contextData = null;
        _services = null;
        _allowedOperations = null;
        return this;
    }

    public IOperationRequest Build()
    {
        var request = new OperationRequest
        {
            Document = _document ?? throw new InvalidOperationException("A request needs a document: call SetDocument before Build."),
            OperationName = _operationName,
            VariableValues = _variableValues,
            Extensions = _extensions,
            ContextData = _contextData,
            Services = _services,
            AllowedOperations = _allowedOperations
        };
        Reset();
        return request;
    }
}
