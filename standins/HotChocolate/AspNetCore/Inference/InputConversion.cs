using System.Collections.Immutable;
using System.Reflection;

namespace HotChocolate.Inference;

/// <summary>From coerced input values to the C# type of a parameter or property.</summary>
internal static class InputConversion
{
    /// <summary>Null when the coerced value already has the right type.</summary>
    public static Func<object?, object?>? To(Type target)
    {
        if (ClrTypes.ElementOfList(target) is { } element)
        {
            var method = typeof(InputConversion).GetMethod(nameof(ListOf), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(element);
            return method.CreateDelegate<Func<Type, Func<object?, object?>?, Func<object?, object?>>>()(target, To(element));
        }

        return (Nullable.GetUnderlyingType(target) ?? target) switch
        {
            var clr when clr == typeof(float) => value => value is double number ? (float)number : value,
            var clr when clr == typeof(long) => value => value is int number ? (long)number : value,
            var clr when clr == typeof(DateTime) => value => value is DateTimeOffset instant ? instant.UtcDateTime : value,
            _ => null
        };
    }

    private static Func<object?, object?> ListOf<T>(Type target, Func<object?, object?>? convert)
    {
        var build = Builder<T>(target);
        return value =>
        {
            if (value is not object?[] items)
            {
                return null;
            }

            var typed = new T[items.Length];
            for (var i = 0; i < items.Length; i++)
            {
                typed[i] = (T)(convert is null ? items[i] : convert(items[i]))!;
            }

            return build(typed);
        };
    }

    private static Func<T[], object> Builder<T>(Type target)
    {
        var clr = Nullable.GetUnderlyingType(target) ?? target;
        if (clr == typeof(ImmutableArray<T>))
        {
            return items => ImmutableArray.Create(items);
        }

        if (clr.IsAssignableFrom(typeof(T[])))
        {
            return items => items;
        }

        if (clr.IsAssignableFrom(typeof(List<T>)))
        {
            return items => new List<T>(items);
        }

        throw new SchemaInferenceException($"A list cannot become {target}. Use IReadOnlyList<T>, List<T>, ImmutableArray<T> or an array.");
    }
}
