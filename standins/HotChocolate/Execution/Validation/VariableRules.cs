using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Validation;

/// <summary>5.8 variables: unique, of input types, defined, used, and used where their type fits.</summary>
internal static class VariableRules
{
    public static void Run(ValidationContext context, Dictionary<DefinitionNode, DefinitionUsages> usages)
    {
        foreach (var operation in context.Document.Definitions.OfType<OperationDefinitionNode>())
        {
            var defined = CheckDefinitions(context, operation);
            var used = new HashSet<string>();
            foreach (var usage in UsagesOf(context, operation, usages))
            {
                used.Add(usage.Variable.Name);
                CheckUsage(context, operation, defined, usage);
            }

            foreach (var variable in operation.Variables.Where(variable => !used.Contains(variable.Name)))
            {
                context.Report("sec-All-Variables-Used", $"Variable \"${variable.Name}\" is never used{In(operation)}.", variable);
            }
        }
    }

    private static Dictionary<string, (VariableDefinitionNode Node, SchemaType? Type)> CheckDefinitions(
        ValidationContext context,
        OperationDefinitionNode operation)
    {
        var defined = new Dictionary<string, (VariableDefinitionNode, SchemaType?)>();
        foreach (var variable in operation.Variables)
        {
            var type = context.Resolve(variable.Type);
            if (!defined.TryAdd(variable.Name, (variable, type)))
            {
                context.Report("sec-Variable-Uniqueness", $"There can be only one variable named \"${variable.Name}\".", variable);
            }

            if (type is null)
            {
                var name = variable.Type.ToString()!.Trim('[', ']', '!');
                context.Report("sec-Variables-Are-Input-Types", $"Unknown type \"{name}\".", variable.Type);
            }
            else if (!type.IsInput)
            {
                context.Report(
                    "sec-Variables-Are-Input-Types",
                    $"Variable \"${variable.Name}\" cannot be non-input type \"{variable.Type}\".",
                    variable.Type);
            }
        }

        return defined;
    }

    private static IEnumerable<VariableUsage> UsagesOf(
        ValidationContext context,
        OperationDefinitionNode operation,
        Dictionary<DefinitionNode, DefinitionUsages> usages)
    {
        var seen = new HashSet<string>();
        var open = new Queue<DefinitionUsages>([usages[operation]]);
        while (open.TryDequeue(out var current))
        {
            foreach (var usage in current.Variables)
            {
                yield return usage;
            }

            foreach (var name in current.Fragments)
            {
                if (seen.Add(name) && context.Fragments.TryGetValue(name, out var fragment))
                {
                    open.Enqueue(usages[fragment]);
                }
            }
        }
    }

    private static void CheckUsage(
        ValidationContext context,
        OperationDefinitionNode operation,
        Dictionary<string, (VariableDefinitionNode Node, SchemaType? Type)> defined,
        VariableUsage usage)
    {
        if (!defined.TryGetValue(usage.Variable.Name, out var definition))
        {
            var by = operation.Name is null ? "" : $" by operation \"{operation.Name}\"";
            var message = $"Variable \"${usage.Variable.Name}\" is not defined{by}.";
            context.Report("sec-All-Variable-Uses-Defined", message, usage.Variable, operation);
            return;
        }

        if (definition.Type is null || usage.Type is null || IsAllowed(definition.Type, definition.Node.DefaultValue, usage))
        {
            return;
        }

        context.Report(
            "sec-All-Variable-Usages-are-Allowed",
            $"Variable \"${usage.Variable.Name}\" of type \"{definition.Type}\" used in position expecting type \"{usage.Type}\".",
            definition.Node,
            usage.Variable);
    }

    private static bool IsAllowed(SchemaType type, ValueNode? defaultValue, VariableUsage usage)
    {
        if (usage.Type is NonNullType nonNull && !type.IsNonNull)
        {
            var hasDefault = usage.HasDefault || defaultValue is not (null or NullValueNode);
            return hasDefault && IsSubtype(type, nonNull.Inner);
        }

        return IsSubtype(type, usage.Type!);
    }

    private static bool IsSubtype(SchemaType type, SchemaType wanted) => (type, wanted) switch
    {
        (NonNullType left, NonNullType right) => IsSubtype(left.Inner, right.Inner),
        (_, NonNullType) => false,
        (NonNullType left, _) => IsSubtype(left.Inner, wanted),
        (ListType left, ListType right) => IsSubtype(left.Element, right.Element),
        _ => ReferenceEquals(type, wanted)
    };

    private static string In(OperationDefinitionNode operation) => operation.Name is null ? "" : $" in operation \"{operation.Name}\"";
}
