using System.Collections.Concurrent;
using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>An operation of a validated document with its compiled forms, one for each assignment of its conditions.</summary>
internal sealed class PreparedOperation
{
    /// <summary>Compiled forms kept; a document with many conditions is compiled anew beyond that.</summary>
    private const int FormsMax = 64;

    private readonly PreparedDocument _document;
    private readonly ConcurrentDictionary<string, CompiledSelectionSet> _forms = new();
    private CompiledSelectionSet? _unconditional;

    public PreparedOperation(PreparedDocument document, OperationDefinitionNode node, ObjectModel rootType)
    {
        _document = document;
        Node = node;
        RootType = rootType;
    }

    public OperationDefinitionNode Node { get; }

    public ObjectModel RootType { get; }

    /// <summary>The root's fields; a condition without a value throws <see cref="CoercionException"/>.</summary>
    public CompiledSelectionSet Compile(CoercedVariables variables)
    {
        if (_document.ConditionVariables.Count == 0)
        {
            return _unconditional ??= Compile(new Dictionary<string, bool?>());
        }

        var conditions = new Dictionary<string, bool?>();
        var key = new char[_document.ConditionVariables.Count];
        for (var i = 0; i < key.Length; i++)
        {
            var name = _document.ConditionVariables[i];
            var value = variables.TryGet(name, out var given) ? given as bool? : null;
            conditions[name] = value;
            key[i] = value switch { true => 't', false => 'f', null => 'n' };
        }

        var form = new string(key);
        if (_forms.TryGetValue(form, out var compiled))
        {
            return compiled;
        }

        compiled = Compile(conditions);
        return _forms.Count < FormsMax ? _forms.GetOrAdd(form, compiled) : compiled;
    }

    private CompiledSelectionSet Compile(IReadOnlyDictionary<string, bool?> conditions)
        => new OperationCompiler(_document.Schema, _document.Fragments, conditions).CompileRoot(RootType, Node);
}
