using System.Collections.Frozen;

namespace Networks.Domain.Measures;

/// <summary>Languages as BCP 47 tags or by their English names; both spellings mean the same language.</summary>
public static class Languages
{
    private static readonly FrozenDictionary<string, string> NameOf = new Dictionary<string, string>
    {
        ["am"] = "Amharic", ["ar"] = "Arabic", ["bfi"] = "British Sign Language", ["bg"] = "Bulgarian", ["bn"] = "Bengali",
        ["cs"] = "Czech", ["cy"] = "Welsh", ["de"] = "German", ["el"] = "Greek", ["en"] = "English", ["es"] = "Spanish",
        ["fa"] = "Persian", ["fr"] = "French", ["ga"] = "Irish", ["gd"] = "Scottish Gaelic", ["gu"] = "Gujarati", ["hi"] = "Hindi",
        ["hu"] = "Hungarian", ["it"] = "Italian", ["ku"] = "Kurdish", ["lt"] = "Lithuanian", ["lv"] = "Latvian",
        ["ml"] = "Malayalam", ["ne"] = "Nepali", ["pa"] = "Punjabi", ["pl"] = "Polish", ["ps"] = "Pashto", ["pt"] = "Portuguese",
        ["ro"] = "Romanian", ["ru"] = "Russian", ["sk"] = "Slovak", ["so"] = "Somali", ["sq"] = "Albanian", ["syl"] = "Sylheti",
        ["ta"] = "Tamil", ["te"] = "Telugu", ["ti"] = "Tigrinya", ["tl"] = "Tagalog", ["tr"] = "Turkish", ["uk"] = "Ukrainian",
        ["ur"] = "Urdu", ["vi"] = "Vietnamese", ["yo"] = "Yoruba", ["yue"] = "Cantonese", ["zh"] = "Chinese",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> TagOf =
        NameOf.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The tag of a language given by tag or English name; any other word in lower case, to be matched literally.</summary>
    public static string Tag(string language) =>
        TagOf.TryGetValue(language, out var tag) ? tag : language.ToLowerInvariant();

    /// <summary>The English name to show people; a word not known here as it stands.</summary>
    public static string Name(string language) => NameOf.TryGetValue(Tag(language), out var name) ? name : language;
}
