using System.Collections.Concurrent;
using System.Text.Json;
using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>One entry of a response: the field, all nodes of the document that ask for it, and what lies below for each type.</summary>
internal sealed class CompiledField
{
    private readonly OperationCompiler _compiler;
    private readonly ArgumentValues? _constantArguments;
    private volatile CompiledSelectionSet? _latest;
    private ConcurrentDictionary<ObjectModel, CompiledSelectionSet>? _others;

    public CompiledField(OperationCompiler compiler, FieldModel definition, List<FieldNode> nodes)
    {
        _compiler = compiler;
        Definition = definition;
        Nodes = nodes;
        ResponseName = nodes[0].ResponseName;
        EncodedName = JsonEncodedText.Encode(ResponseName);
        IsTypeName = ReferenceEquals(definition, IntrospectionTypes.TypeNameField);
        _constantArguments = definition.Arguments.Count == 0 ? ArgumentValues.None
            : ArgumentCoercion.IsConstant(nodes[0], definition.Arguments) ? TryCoerceOnce()
            : null;
    }

    public string ResponseName { get; }

    public JsonEncodedText EncodedName { get; }

    public FieldModel Definition { get; }

    public IReadOnlyList<FieldNode> Nodes { get; }

    public bool IsTypeName { get; }

    public IReadOnlyList<Location> Locations => [.. Nodes.Select(node => node.Location)];

    public ArgumentValues Arguments(CoercedVariables variables)
        => _constantArguments ?? ArgumentCoercion.Coerce(Nodes[0], Definition.Arguments, variables);

    /// <summary>The fields below this one when its value is of the given type; compiled on first need.</summary>
    public CompiledSelectionSet SelectionSetFor(ObjectModel type)
    {
        var latest = _latest;
        if (latest is not null && ReferenceEquals(latest.Type, type))
        {
            return latest;
        }

        if (_others is not null && _others.TryGetValue(type, out var known))
        {
            return _latest = known;
        }

        var compiled = _compiler.Compile(type, Nodes);
        var others = _others ?? Interlocked.CompareExchange(ref _others, new(), null) ?? _others;
        return _latest = others.GetOrAdd(type, compiled);
    }

    private ArgumentValues? TryCoerceOnce()
    {
        try
        {
            return ArgumentCoercion.Coerce(Nodes[0], Definition.Arguments, CoercedVariables.None);
        }
        catch (CoercionException)
        {
            // The same fault comes again for each request, as an error at the field's path.
            return null;
        }
    }
}
