using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Commands;

/// <summary>What a command was answered with, as the command log keeps it: its errors, none if it was done.</summary>
internal sealed record KeptAnswer(IReadOnlyList<UserError> Errors)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameEveryError } },
    };

    public string Write() => JsonSerializer.Serialize(this, Options);

    /// <summary>
    /// Null if nothing is kept, or if another release kept an error that this one does not know: the record then decides anew.
    /// </summary>
    public static KeptAnswer? Read(string? answer)
    {
        try
        {
            return answer is null ? null : JsonSerializer.Deserialize<KeptAnswer>(answer, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void NameEveryError(JsonTypeInfo type)
    {
        if (type.Type != typeof(UserError))
        {
            return;
        }

        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "error" };
        foreach (var error in typeof(UserError).Assembly.GetTypes().Where(other => other.BaseType == typeof(UserError)))
        {
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(error, error.Name));
        }
    }
}
