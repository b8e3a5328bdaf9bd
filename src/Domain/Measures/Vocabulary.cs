using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Networks.Domain.Measures;

/// <summary>
/// The words of a closed list as files and stored rows spell them: lower case with hyphens (<c>PeerSupport</c> is "peer-support").
/// </summary>
/// <typeparam name="T">The closed list.</typeparam>
public static class Vocabulary<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> WordOf =
        Enum.GetValues<T>().ToFrozenDictionary(value => value, value => WordFor(value.ToString()));

    private static readonly FrozenDictionary<string, T> ValueOf =
        WordOf.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    // A number is a word of its own: Ucla3 is "ucla-3".
    private static string WordFor(string name) =>
        Regex.Replace(JsonNamingPolicy.KebabCaseLower.ConvertName(name), "(?<=[a-z])(?=[0-9])", "-");

    /// <summary>Every word of the list, in the order the list declares them.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetValues<T>().Select(value => WordOf[value])];

    /// <summary>The word for <paramref name="value"/>.</summary>
    public static string Word(T value) => WordOf[value];

    /// <summary>The value that <paramref name="word"/> spells, exactly; false for anything else.</summary>
    public static bool TryParse(string word, out T value) => ValueOf.TryGetValue(word, out value);

    /// <summary>The word of the list with the fewest typing errors away from <paramref name="word"/>.</summary>
    public static string Nearest(string word) => Words.MinBy(known => EditDistance.Between(word.ToLowerInvariant(), known))!;
}

/// <summary>Writes a value of a closed list as its word.</summary>
/// <typeparam name="T">The closed list.</typeparam>
public sealed class WordJsonConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var word = reader.GetString();
        return word is not null && Vocabulary<T>.TryParse(word, out var value)
            ? value
            : throw new JsonException($"'{word}' is no {typeof(T).Name}; known words: {string.Join(", ", Vocabulary<T>.Words)}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Vocabulary<T>.Word(value));
}
