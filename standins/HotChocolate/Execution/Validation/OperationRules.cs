using HotChocolate.Language;

namespace HotChocolate.Validation;

/// <summary>5.1 executable definitions and 5.2 operations.</summary>
internal static class OperationRules
{
    public static void Run(ValidationContext context)
    {
        var operations = new List<OperationDefinitionNode>();
        foreach (var definition in context.Document.Definitions)
        {
            switch (definition)
            {
                case OperationDefinitionNode operation:
                    operations.Add(operation);
                    break;
                case TypeDefinitionNode type:
                    NotExecutable(context, definition, $"\"{type.Name}\"");
                    break;
                case DirectiveDefinitionNode directive:
                    NotExecutable(context, definition, $"\"{directive.Name}\"");
                    break;
                case SchemaDefinitionNode:
                    NotExecutable(context, definition, "schema");
                    break;
            }
        }

        if (operations.Count == 0)
        {
            context.Report("sec-Executable-Definitions", "The document holds no operation.", context.Document);
        }

        CheckNames(context, operations);
        foreach (var operation in operations.Where(operation => context.RootOf(operation.Kind) is null))
        {
            context.Report(
                "sec-Operation-Type-Existence",
                $"The schema is not configured to execute {operation.Kind.ToString().ToLowerInvariant()} operations.",
                operation);
        }
    }

    /// <summary>5.2.3.1: a subscription has one root field, and that is none of introspection's.</summary>
    public static void CheckSubscriptions(ValidationContext context)
    {
        foreach (var operation in context.Document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (operation.Kind != OperationKind.Subscription)
            {
                continue;
            }

            var fields = new List<FieldNode>();
            Collect(context, operation.SelectionSet, fields, []);
            var subject = operation.Name is null ? "Anonymous Subscription" : $"Subscription \"{operation.Name}\"";
            if (fields.DistinctBy(field => field.ResponseName).Skip(1).Any())
            {
                context.Report("sec-Single-root-field", $"{subject} must select only one top level field.", fields[1]);
            }

            if (fields.Find(field => field.Name.StartsWith("__", StringComparison.Ordinal)) is { } meta)
            {
                context.Report("sec-Single-root-field", $"{subject} must not select an introspection top level field.", meta);
            }
        }
    }

    private static void Collect(ValidationContext context, SelectionSetNode set, List<FieldNode> fields, HashSet<string> seen)
    {
        foreach (var selection in set.Selections.Where(selection => !IsLeftOut(selection)))
        {
            switch (selection)
            {
                case FieldNode field:
                    fields.Add(field);
                    break;
                case InlineFragmentNode inline:
                    Collect(context, inline.SelectionSet, fields, seen);
                    break;
                case FragmentSpreadNode spread when seen.Add(spread.Name) && context.Fragments.TryGetValue(spread.Name, out var fragment):
                    Collect(context, fragment.SelectionSet, fields, seen);
                    break;
            }
        }
    }

    /// <summary>Whether a literal condition leaves the selection out of every execution.</summary>
    private static bool IsLeftOut(SelectionNode selection)
        => selection.Directives.Any(directive => directive.Name is "skip" or "include"
            && directive.Arguments is [{ Value: BooleanValueNode condition }]
            && condition.Value == (directive.Name == "skip"));

    private static void CheckNames(ValidationContext context, List<OperationDefinitionNode> operations)
    {
        if (operations.Count > 1 && operations.Find(operation => operation.Name is null) is { } anonymous)
        {
            context.Report("sec-Lone-Anonymous-Operation", "This anonymous operation must be the only defined operation.", anonymous);
        }

        foreach (var group in operations.Where(operation => operation.Name is not null).GroupBy(operation => operation.Name))
        {
            if (group.Skip(1).FirstOrDefault() is { } second)
            {
                context.Report(
                    "sec-Operation-Name-Uniqueness",
                    $"There can be only one operation named \"{group.Key}\".",
                    group.First(),
                    second);
            }
        }
    }

    private static void NotExecutable(ValidationContext context, SyntaxNode node, string name)
        => context.Report("sec-Executable-Definitions", $"The {name} definition is not executable.", node);
}
