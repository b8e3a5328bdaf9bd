using HotChocolate.Model;

namespace HotChocolate.Execution;

/// <summary>The last steps of an input object, the same for literals and for variables.</summary>
internal static class InputObjects
{
    /// <summary>Applies the default where nothing was given, then the conversion to the CLR type.</summary>
    public static void Finish(InputValueModel field, ref object? value, ref bool isSet)
    {
        if (!isSet && field.DefaultValue is not null)
        {
            isSet = LiteralCoercion.TryCoerce(field.DefaultValue, field.Type, CoercedVariables.None, out value);
        }

        if (!isSet && field.Type.IsNonNull)
        {
            throw new CoercionException($"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
        }

        if (field.Convert is not null)
        {
            value = field.Convert(value);
        }
    }

    public static object? Create(InputObjectModel input, object?[] values, bool[] isSet)
    {
        var given = new InputObjectValues(input, values, isSet);
        return input.Create is null ? given : input.Create(given);
    }
}
