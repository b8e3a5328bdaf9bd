using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>The values one field passes to its resolver, in the order of the arguments' definitions.</summary>
internal readonly record struct ArgumentValues(object?[] Values, bool[] IsSet)
{
    public static ArgumentValues None { get; } = new([], []);
}

/// <summary>CoerceArgumentValues of section 6.4.1.</summary>
internal static class ArgumentCoercion
{
    public static ArgumentValues Coerce(FieldNode node, List<InputValueModel> definitions, CoercedVariables variables)
    {
        var values = new object?[definitions.Count];
        var isSet = new bool[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            try
            {
                CoerceOne(node, definitions[i], variables, out values[i], out isSet[i]);
            }
            catch (CoercionException fault) when (fault.Code is null)
            {
                throw new CoercionException(
                    $"Argument \"{definitions[i].Name}\" has an invalid value. {fault.Message}",
                    ErrorCodes.Execution.InvalidType);
            }
        }

        return new ArgumentValues(values, isSet);
    }

    /// <summary>Whether the values are the same for every request, and none of them can be changed by a resolver.</summary>
    public static bool IsConstant(FieldNode node, List<InputValueModel> definitions)
        => node.Arguments.All(argument => argument.Value is not VariableNode)
            && definitions.TrueForAll(definition => definition.Convert is null && definition.Type.Nullable is ScalarModel or EnumModel);

    private static void CoerceOne(FieldNode node, InputValueModel definition, CoercedVariables variables, out object? value, out bool isSet)
    {
        value = null;
        isSet = false;
        foreach (var argument in node.Arguments)
        {
            if (argument.Name == definition.Name)
            {
                isSet = LiteralCoercion.TryCoerce(argument.Value, definition.Type, variables, out value);
                break;
            }
        }

        InputObjects.Finish(definition, ref value, ref isSet);
    }
}
