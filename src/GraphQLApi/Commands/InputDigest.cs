using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using HotChocolate;
using Networks.Grains.Commands;

namespace Networks.GraphQLApi.Commands;

/// <summary>Tells whether two inputs say the same: a digest of the mutation's name and everything in its input.</summary>
internal static class InputDigest
{
    // Words for closed lists and nothing for what was left out: a later release with more of either digests old inputs alike.
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsAbsent } }
    };

    /// <summary>The first 16 bytes of a SHA-256, in hex.</summary>
    public static string Of(string mutation, object input) => JsonDigest.Of(mutation, input, Options);

    // A fact that an update does not name is no part of what it says; one that it clears is.
    private static void LeaveOutWhatIsAbsent(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Optional<>))
            {
                var absent = Activator.CreateInstance(property.PropertyType);
                property.ShouldSerialize = (_, value) => !Equals(value, absent);
            }
        }
    }
}
