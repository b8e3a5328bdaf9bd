using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>
/// CollectFields of section 6.3.2, done once for an operation and one assignment of the variables that its @skip and @include
/// name, not again for each object of each request.
/// </summary>
internal sealed class OperationCompiler(
    SchemaModel schema,
    IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
    IReadOnlyDictionary<string, bool?> conditions)
{
    public CompiledSelectionSet CompileRoot(ObjectModel root, OperationDefinitionNode operation) => Compile(root, [operation.SelectionSet]);

    public CompiledSelectionSet Compile(ObjectModel type, IReadOnlyList<FieldNode> nodes)
        => Compile(type, [.. nodes.Where(node => node.SelectionSet is not null).Select(node => node.SelectionSet!)]);

    private CompiledSelectionSet Compile(ObjectModel type, List<SelectionSetNode> sets)
    {
        var groups = new OrderedDictionary<string, List<FieldNode>>();
        var seen = new HashSet<string>();
        foreach (var set in sets)
        {
            Collect(type, set, groups, seen);
        }

        var fields = new List<CompiledField>(groups.Count);
        foreach (var nodes in groups.Values)
        {
            if (Find(type, nodes[0].Name) is { } definition)
            {
                fields.Add(new CompiledField(this, definition, nodes));
            }
        }

        return new CompiledSelectionSet(type, [.. fields]);
    }

    private void Collect(ObjectModel type, SelectionSetNode set, OrderedDictionary<string, List<FieldNode>> groups, HashSet<string> seen)
    {
        foreach (var selection in set.Selections)
        {
            if (!Includes(selection.Directives))
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    if (!groups.TryGetValue(field.ResponseName, out var nodes))
                    {
                        groups.Add(field.ResponseName, nodes = []);
                    }

                    nodes.Add(field);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition, type):
                    Collect(type, inline.SelectionSet, groups, seen);
                    break;
                case FragmentSpreadNode spread when seen.Add(spread.Name) && fragments.TryGetValue(spread.Name, out var fragment)
                    && Applies(fragment.TypeCondition, type):
                    Collect(type, fragment.SelectionSet, groups, seen);
                    break;
            }
        }
    }

    private bool Applies(NamedTypeNode condition, ObjectModel type)
        => schema.Types.TryGetValue(condition.Name, out var wanted) && schema.IsPossible(wanted, type);

    private FieldModel? Find(ObjectModel type, string name)
        => name == IntrospectionTypes.TypeNameField.Name
            ? IntrospectionTypes.TypeNameField
            : (ReferenceEquals(type, schema.Query) ? IntrospectionTypes.FindRootField(name) : null) ?? type.FindField(name);

    private bool Includes(IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            if ((directive.Name == "skip" && Condition(directive)) || (directive.Name == "include" && !Condition(directive)))
            {
                return false;
            }
        }

        return true;
    }

    private bool Condition(DirectiveNode directive) => directive.Arguments[0].Value switch
    {
        BooleanValueNode literal => literal.Value,
        VariableNode variable when conditions.GetValueOrDefault(variable.Name) is { } value => value,
        _ => throw new CoercionException(
            $"Argument \"if\" of directive \"@{directive.Name}\" must not be null.",
            ErrorCodes.Execution.InvalidType)
    };
}
