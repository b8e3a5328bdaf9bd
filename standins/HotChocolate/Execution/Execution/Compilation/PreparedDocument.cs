using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>A document that was parsed and validated against a schema, ready to run any number of times.</summary>
internal sealed class PreparedDocument
{
    private readonly Dictionary<string, PreparedOperation> _named = [];
    private readonly List<PreparedOperation> _operations = [];

    public PreparedDocument(SchemaModel schema, DocumentNode document)
    {
        Schema = schema;
        Fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name);
        ConditionVariables = ConditionsOf(document);
        foreach (var node in document.Definitions.OfType<OperationDefinitionNode>())
        {
            var root = node.Kind switch
            {
                OperationKind.Query => schema.Query,
                OperationKind.Mutation => schema.Mutation!,
                _ => schema.Subscription!
            };
            var operation = new PreparedOperation(this, node, root);
            _operations.Add(operation);
            if (node.Name is not null)
            {
                _named.Add(node.Name, operation);
            }
        }
    }

    public SchemaModel Schema { get; }

    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments { get; }

    /// <summary>Variables that any @skip or @include of the document names.</summary>
    public IReadOnlyList<string> ConditionVariables { get; }

    /// <summary>GetOperation of section 6.1; the error says why there is none.</summary>
    public PreparedOperation? Find(string? name, out IError? error)
    {
        error = null;
        if (string.IsNullOrEmpty(name))
        {
            if (_operations.Count == 1)
            {
                return _operations[0];
            }

            error = ErrorBuilder.New()
                .SetMessage("The document has several operations: say with `operationName` which of them to execute.")
                .Build();
            return null;
        }

        if (_named.TryGetValue(name, out var operation))
        {
            return operation;
        }

        error = ErrorBuilder.New().SetMessage($"The document has no operation named \"{ValueText.Shorten(name)}\".").Build();
        return null;
    }

    private static string[] ConditionsOf(DocumentNode document)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<SelectionSetNode>();
        foreach (var definition in document.Definitions)
        {
            open.Push(definition is OperationDefinitionNode operation
                ? operation.SelectionSet
                : ((FragmentDefinitionNode)definition).SelectionSet);
        }

        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                names.UnionWith(selection.Directives
                    .Where(directive => directive.Name is "skip" or "include")
                    .Select(directive => directive.Arguments[0].Value)
                    .OfType<VariableNode>()
                    .Select(variable => variable.Name));
                var inner = selection switch
                {
                    FieldNode field => field.SelectionSet,
                    InlineFragmentNode inline => inline.SelectionSet,
                    _ => null
                };
                if (inner is not null)
                {
                    open.Push(inner);
                }
            }
        }

        return [.. names];
    }
}
