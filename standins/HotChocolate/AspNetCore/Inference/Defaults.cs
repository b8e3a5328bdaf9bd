using System.Collections;
using System.Globalization;
using System.Reflection;
using HotChocolate.Language;
using HotChocolate.Model;
using HotChocolate.Types;
using ComponentDefaultValueAttribute = System.ComponentModel.DefaultValueAttribute;

namespace HotChocolate.Inference;

/// <summary>
/// Defaults of arguments and input fields. One said in C# leaves nullability alone; one said by [DefaultValue] of
/// HotChocolate.Types also takes its type from the value and so forbids null.
/// </summary>
internal static class Defaults
{
    public static object? Of(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<DefaultValueAttribute>() is { } said ? said.Value
        : parameter.GetCustomAttribute<ComponentDefaultValueAttribute>() is { } component ? component.Value
        : parameter.HasDefaultValue ? Typed(parameter.DefaultValue, parameter.ParameterType)
        : null;

    public static object? Of(PropertyInfo property, ConstructorInfo? constructor)
    {
        if (property.GetCustomAttribute<DefaultValueAttribute>() is { } said)
        {
            return said.Value;
        }

        if (property.GetCustomAttribute<ComponentDefaultValueAttribute>() is { } component)
        {
            return component.Value;
        }

        return InputObjects.Parameter(constructor, property) is { HasDefaultValue: true } parameter
            ? Typed(parameter.DefaultValue, parameter.ParameterType)
            : null;
    }

    public static SchemaType AsSaid(SchemaType type, ICustomAttributeProvider owner) =>
        owner.GetCustomAttributes(typeof(DefaultValueAttribute), inherit: true) is [DefaultValueAttribute { Value: not null }, ..]
        && !type.IsNonNull
            ? new NonNullType(type)
            : type;

    public static ValueNode Literal(SchemaType type, object value, string owner)
    {
        if (type.Nullable is ListType list)
        {
            return new ListValueNode([.. ((IEnumerable)value).Cast<object?>()
                .Select(item => item is null ? NullValueNode.Instance : Literal(list.Element, item, owner))]);
        }

        return type.Named switch
        {
            EnumModel model => new EnumValueNode(model.Values.FirstOrDefault(v => v.Value.Equals(value))?.Name
                ?? throw new SchemaInferenceException($"The default of {owner} is no value of {model.Name}.")),
            ScalarModel scalar => Scalar(scalar.Serialize(value)),
            _ => throw new SchemaInferenceException($"The default of {owner} cannot be written; defaults of {type} are not supported.")
        };
    }

    private static ValueNode Scalar(object? value) => value switch
    {
        null => NullValueNode.Instance,
        bool flag => flag ? BooleanValueNode.True : BooleanValueNode.False,
        int or long => new IntValueNode(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        double number => new FloatValueNode(number.ToString("0.0###############", CultureInfo.InvariantCulture)),
        _ => new StringValueNode(Convert.ToString(value, CultureInfo.InvariantCulture)!)
    };

    /// <summary>Reflection gives the default of a nullable enum as its number.</summary>
    private static object? Typed(object? value, Type type)
    {
        var clr = Nullable.GetUnderlyingType(type) ?? type;
        return value is not null && clr.IsEnum && value is not Enum ? Enum.ToObject(clr, value) : value;
    }
}
