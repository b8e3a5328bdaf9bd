using System.Text.Json.Nodes;

namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>What the product answered about one person's network, as the same lines of text.</summary>
internal static class ToldNetwork
{
    public static string Document(string from, string day, string knownAt) => $$"""
        query ($person: ID!) { resident(id: $person) {
          network(on: "{{day}}" knownAt: "{{knownAt}}") { circles { people { ...Person } groups { group { reference } since lastAttended }
            volunteers { volunteer { reference } since lastContact } } }
          networkChanges(from: "{{from}}" to: "{{day}}" knownAt: "{{knownAt}}") {
            kind person { ...Person } group { reference } volunteer { reference } circleBefore circleNow support } } }
        fragment Person on EgoPerson {
          resident { reference } alterLabel relation circle contactFrequency lastContact support namedByHer }
        """;

    public static List<string>? Lines(JsonNode? network)
    {
        if (network is null)
        {
            return null;
        }

        var lines = new List<string>();
        foreach (var circle in network["circles"]!.AsArray())
        {
            lines.AddRange(circle!["people"]!.AsArray().Select(person => $"{Name(person!)} {Word(person!["relation"])} circle "
                + $"{person["circle"]} {Word(person["contactFrequency"])} last {person["lastContact"]} for {Support(person)} "
                + $"{((bool)person["namedByHer"]! ? "named" : "names her")}"));
            lines.AddRange(circle["groups"]!.AsArray().Select(group =>
                $"group {group!["group"]!["reference"]} since {group["since"]} last {group["lastAttended"]}"));
            lines.AddRange(circle["volunteers"]!.AsArray().Select(match =>
                $"volunteer {match!["volunteer"]!["reference"]} since {match["since"]} last {match["lastContact"]}"));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    public static List<string> Changes(JsonNode? changes)
    {
        var lines = (changes?.AsArray() ?? []).Select(change => $"{change!["kind"]} "
            + (change["group"] is { } group ? $"group {group["reference"]}"
                : change["volunteer"] is { } volunteer ? $"volunteer {volunteer["reference"]}" : Name(change["person"]!))
            + (string?)change["kind"] switch
            {
                "CIRCLE_CHANGED" => $" {change["circleBefore"]} {change["circleNow"]}",
                "SUPPORT_GAINED" or "SUPPORT_LOST" => $" {Support(change)}",
                _ => "",
            }).ToList();
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    // Labels that were given are letters; a number stands where somebody was erased.
    private static string Name(JsonNode person) => person["resident"] is { } resident ? (string)resident["reference"]!
        : (string)person["alterLabel"]! is var label && char.IsDigit(label[0]) ? "erased" : label;

    private static string Word(JsonNode? word) => ((string?)word ?? "").ToLowerInvariant();

    private static string Support(JsonNode of) => string.Join('+', of["support"]!.AsArray().Select(Word).Order(StringComparer.Ordinal));
}
