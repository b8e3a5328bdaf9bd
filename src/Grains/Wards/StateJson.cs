using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Networks.Grains.Wards;

/// <summary>
/// How persisted states are written: the one set of JSON rules shared by storage, ward loading, import, export and <c>check</c>.
/// Camel case; ids as the plain strings people know; closed lists as their words; nulls and empty lists left out, so that a row holds
/// what is known and nothing else.
/// </summary>
public static class StateJson
{
    /// <summary>The rules, frozen.</summary>
    public static JsonSerializerOptions Options { get; }

    /// <summary>The same rules as the serializer itself follows them: what <see cref="RecordJson{T}"/> must equal.</summary>
    internal static JsonSerializerOptions Plain { get; }

    static StateJson()
    {
        Plain = Create();
        Options = Create(new RecordJsonFactory(Plain));
    }

    private static JsonSerializerOptions Create(params JsonConverter[] converters)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

            // A computed property is no fact; stored, it would outlive the rule that computed it.
            IgnoreReadOnlyProperties = true,

            // A row of a newer release must not be read by an older one that would drop its new members at the next write.
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,

            // Rows are never pasted into a page, so names in any script may be stored as they are read.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists } },
        };
        foreach (var converter in converters)
        {
            options.Converters.Add(converter);
        }

        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            // A list that a constructor asks for would come back as an uninitialised array if it were left out, a required one not at all.
            if (property.AssociatedParameter is null && !property.IsRequired && Emptiness(property.PropertyType) is { } isEmpty)
            {
                property.ShouldSerialize = (_, value) => value is not null && !isEmpty(value);
            }
        }
    }

    private static Func<object, bool>? Emptiness(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return typeof(StateJson).GetMethod(nameof(IsEmptyArray), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.GetGenericArguments())
                .CreateDelegate<Func<object, bool>>();
        }

        return typeof(ICollection).IsAssignableFrom(type) ? static value => ((ICollection)value).Count == 0 : null;
    }

    private static bool IsEmptyArray<T>(object value) => ((ImmutableArray<T>)value).IsDefaultOrEmpty;
}
