using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Validation;

/// <summary>
/// One walk over all definitions: fields exist (5.3.1), leaves have no selections (5.3.3), arguments (5.4), spreads (5.5.2) and,
/// through <see cref="ValueRules"/> and <see cref="DirectiveRules"/>, values (5.6) and directives (5.7). On the way it notes where
/// each definition uses variables and fragments.
/// </summary>
internal sealed class SelectionRules
{
    private readonly ValidationContext _context;
    private readonly ValueRules _values;
    private readonly DirectiveRules _directives;
    private DefinitionUsages _usages = new();

    public SelectionRules(ValidationContext context)
    {
        _context = context;
        _values = new ValueRules(context, (variable, type, hasDefault) => _usages.Variables.Add(new(variable, type, hasDefault)));
        _directives = new DirectiveRules(context, _values);
    }

    /// <summary>Walks the document and answers what each operation and fragment uses.</summary>
    public Dictionary<DefinitionNode, DefinitionUsages> Run()
    {
        var result = new Dictionary<DefinitionNode, DefinitionUsages>();
        foreach (var definition in _context.Document.Definitions)
        {
            _usages = result[definition] = new DefinitionUsages();
            switch (definition)
            {
                case OperationDefinitionNode operation:
                    VisitOperation(operation);
                    break;
                case FragmentDefinitionNode fragment:
                    _directives.Check(fragment.Directives, "FRAGMENT_DEFINITION");
                    var type = _context.Schema.Types.GetValueOrDefault(fragment.TypeCondition.Name);
                    VisitSet(fragment.SelectionSet, type is ComplexModel or UnionModel ? type : null);
                    break;
            }
        }

        return result;
    }

    private void VisitOperation(OperationDefinitionNode operation)
    {
        _directives.Check(operation.Directives, operation.Kind.ToString().ToUpperInvariant());
        foreach (var variable in operation.Variables)
        {
            _directives.Check(variable.Directives, "VARIABLE_DEFINITION");
            if (variable.DefaultValue is not null && _context.Resolve(variable.Type) is { IsInput: true } type)
            {
                _values.Check(variable.DefaultValue, type, false);
            }
        }

        VisitSet(operation.SelectionSet, _context.RootOf(operation.Kind));
    }

    private void VisitSet(SelectionSetNode set, NamedModel? parent)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    VisitField(field, parent);
                    break;
                case FragmentSpreadNode spread:
                    VisitSpread(spread, parent);
                    break;
                case InlineFragmentNode inline:
                    VisitInline(inline, parent);
                    break;
            }
        }
    }

    private void VisitField(FieldNode field, NamedModel? parent)
    {
        var definition = Find(field, parent);
        _context.Sites[field.Index] = new FieldSite(parent, definition);
        _directives.Check(field.Directives, "FIELD");
        if (definition is null)
        {
            if (parent is not null)
            {
                _context.Report(
                    "sec-Field-Selections",
                    $"Cannot query field \"{field.Name}\" on type \"{parent.Name}\".",
                    field);
            }

            _values.CheckUnknown(field.Arguments);
        }
        else
        {
            _values.CheckArguments(field, field.Arguments, definition.Arguments, ("Field", field.Name, parent!.Name + "." + field.Name));
            CheckLeaf(field, definition);
        }

        if (field.SelectionSet is not null)
        {
            VisitSet(field.SelectionSet, definition?.Type.Named is { } type and (ComplexModel or UnionModel) ? type : null);
        }
    }

    private FieldModel? Find(FieldNode field, NamedModel? parent)
    {
        if (field.Name == IntrospectionTypes.TypeNameField.Name && parent is not null)
        {
            return IntrospectionTypes.TypeNameField;
        }

        var meta = ReferenceEquals(parent, _context.Schema.Query) ? IntrospectionTypes.FindRootField(field.Name) : null;
        if (meta is not null && !_context.Introspection)
        {
            _context.Report(
                "sec-Introspection",
                "Introspection is not allowed for the current request.",
                ErrorCodes.Validation.IntrospectionNotAllowed,
                [field]);
        }

        return meta ?? (parent as ComplexModel)?.FindField(field.Name);
    }

    private void CheckLeaf(FieldNode field, FieldModel definition)
    {
        var isLeaf = definition.Type.Named is ScalarModel or EnumModel;
        if (isLeaf && field.SelectionSet is not null)
        {
            _context.Report(
                "sec-Leaf-Field-Selections",
                $"Field \"{field.Name}\" must not have a selection since type \"{definition.Type}\" has no subfields.",
                field);
        }
        else if (!isLeaf && field.SelectionSet is null)
        {
            _context.Report(
                "sec-Leaf-Field-Selections",
                $"Field \"{field.Name}\" of type \"{definition.Type}\" must have a selection of subfields. "
                    + $"Did you mean \"{field.Name} {{ ... }}\"?",
                field);
        }
    }

    private void VisitSpread(FragmentSpreadNode spread, NamedModel? parent)
    {
        _directives.Check(spread.Directives, "FRAGMENT_SPREAD");
        _usages.Fragments.Add(spread.Name);
        if (!_context.Fragments.TryGetValue(spread.Name, out var fragment))
        {
            _context.Report("sec-Fragment-spread-target-defined", $"Unknown fragment \"{spread.Name}\".", spread);
            return;
        }

        var type = _context.Schema.Types.GetValueOrDefault(fragment.TypeCondition.Name);
        CheckPossible(spread, $"Fragment \"{spread.Name}\"", parent, type);
    }

    private void VisitInline(InlineFragmentNode inline, NamedModel? parent)
    {
        _directives.Check(inline.Directives, "INLINE_FRAGMENT");
        var type = parent;
        if (inline.TypeCondition is not null)
        {
            type = FragmentRules.CheckCondition(_context, inline.TypeCondition, "Fragment");
            CheckPossible(inline, "Fragment", parent, type);
        }

        VisitSet(inline.SelectionSet, type);
    }

    private void CheckPossible(SyntaxNode node, string subject, NamedModel? parent, NamedModel? type)
    {
        if (parent is null || type is not (ComplexModel or UnionModel) || Overlap(parent, type))
        {
            return;
        }

        _context.Report(
            "sec-Fragment-spread-is-possible",
            $"{subject} cannot be spread here as objects of type \"{parent.Name}\" can never be of type \"{type.Name}\".",
            node);
    }

    private bool Overlap(NamedModel left, NamedModel right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        foreach (var candidate in _context.Schema.PossibleTypesOf(left))
        {
            if (_context.Schema.IsPossible(right, candidate))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What one operation or fragment uses itself, not through other fragments.</summary>
internal sealed class DefinitionUsages
{
    public List<VariableUsage> Variables { get; } = [];

    public List<string> Fragments { get; } = [];
}

/// <summary>A variable at a place of a known type (or null), which may have a default of its own.</summary>
internal readonly record struct VariableUsage(VariableNode Variable, SchemaType? Type, bool HasDefault);
