using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>Turns literals of a validated document, and defaults of the schema, into CLR values.</summary>
internal static class LiteralCoercion
{
    /// <summary>False when the value is a variable that was not given.</summary>
    public static bool TryCoerce(ValueNode literal, SchemaType type, CoercedVariables variables, out object? value)
    {
        if (literal is VariableNode variable)
        {
            if (!variables.TryGet(variable.Name, out value))
            {
                return false;
            }

            return value is not null || !type.IsNonNull
                ? true
                : throw new CoercionException($"Expected value of non-null type \"{type}\" not to be null.");
        }

        value = Coerce(literal, type, variables);
        return true;
    }

    private static object? Coerce(ValueNode literal, SchemaType type, CoercedVariables variables)
    {
        if (literal is NullValueNode)
        {
            return type is NonNullType
                ? throw new CoercionException($"Expected value of non-null type \"{type}\" not to be null.")
                : null;
        }

        return type switch
        {
            NonNullType nonNull => Coerce(literal, nonNull.Inner, variables),
            ListType list => CoerceList(literal, list, variables),
            InputObjectModel input => CoerceObject(literal, input, variables),
            EnumModel model => literal is EnumValueNode name && model.FindByName(name.Name) is { } found
                ? found.Value
                : throw new CoercionException($"Enum \"{model.Name}\" cannot represent value: {Print(literal)}"),
            ScalarModel scalar => scalar.ParseLiteral(literal),
            _ => throw new InvalidOperationException($"{type} is no input type.")
        };
    }

    private static object?[] CoerceList(ValueNode literal, ListType list, CoercedVariables variables)
    {
        if (literal is not ListValueNode items)
        {
            return [Item(literal, list.Element, variables)];
        }

        var result = new object?[items.Items.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = Item(items.Items[i], list.Element, variables);
        }

        return result;
    }

    private static object? Item(ValueNode literal, SchemaType type, CoercedVariables variables)
        => TryCoerce(literal, type, variables, out var value) ? value
            : type.IsNonNull ? throw new CoercionException($"Expected value of non-null type \"{type}\" not to be null.")
            : null;

    private static object? CoerceObject(ValueNode literal, InputObjectModel input, CoercedVariables variables)
    {
        var given = literal as ObjectValueNode
            ?? throw new CoercionException($"Expected value of type \"{input.Name}\", found {Print(literal)}.");
        var values = new object?[input.Fields.Count];
        var isSet = new bool[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var field = input.Fields[i];
            var node = Find(given, field.Name);
            isSet[i] = node is not null && TryCoerce(node, field.Type, variables, out values[i]);
            InputObjects.Finish(field, ref values[i], ref isSet[i]);
        }

        return InputObjects.Create(input, values, isSet);
    }

    private static string Print(ValueNode literal) => ValueText.Shorten(SyntaxPrinter.Print(literal));

    private static ValueNode? Find(ObjectValueNode literal, string name)
    {
        foreach (var field in literal.Fields)
        {
            if (field.Name == name)
            {
                return field.Value;
            }
        }

        return null;
    }
}
