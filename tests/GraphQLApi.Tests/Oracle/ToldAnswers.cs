using System.Text.Json.Nodes;

namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>What the product answered, as the same lines of text.</summary>
internal static class ToldAnswers
{
    public static List<string> Lines(JsonNode data)
    {
        var lines = AreaLines(data);
        lines.Add(Isolation(data["resident"]?["isolation"]));
        lines.AddRange(Ties(data["resident"]!["now"]!, "now"));
        lines.AddRange(Ties(data["resident"]!["ever"]!, "ever"));
        lines.AddRange((data["introductionPaths"]?.AsArray() ?? []).Select(path => $"path: {path!["hops"]}: "
            + string.Join(' ', path["steps"]!.AsArray().Select(step => step!["resident"]!["reference"]))));
        return lines;
    }

    /// <summary>The answers about the area alone.</summary>
    public static List<string> AreaLines(JsonNode data)
    {
        var list = data["list"]!;
        List<string> lines = [$"list: {list["totalCount"]} of whom never asked {list["neverAskedCount"]}"];
        foreach (var node in list["nodes"]!.AsArray())
        {
            JsonNode evidence = node!["evidence"]!, known = evidence["connections"]!;
            Assert.Equal((string?)evidence["basis"], (string?)known["basis"]);
            lines.Add($"list: {node["resident"]!["reference"]} {Joined('+', evidence["criteria"]!)} isolation {evidence["isolation"]} "
                + $"hops {evidence["hopsToGroup"]} {evidence["basis"]} residents {known["residents"]} alters {known["alters"]} "
                + $"groups {known["groups"]} befriending {known["befriending"]} last {known["lastContact"]} of {known["componentSize"]}");
        }

        var components = data["components"]!;
        lines.Add($"components: {components["count"]} largest {components["largest"]} isolates {components["isolates"]}: "
            + string.Join(' ', components["sizes"]!.AsArray().Select(size => $"{size!["size"]}x{size["count"]}")));
        lines.AddRange(data["wards"]!.AsArray().Select(ward => $"ward: {ward!["code"]} residents {ward["residents"]} never asked "
            + $"{ward["neverAsked"]} waiting {ward["waiting"]} unconnected {ward["unconnectedCount"]!["value"]}"));
        var residents = data["residents"]!;
        lines.Add($"residents: {residents["totalCount"]}: "
            + string.Join(' ', residents["nodes"]!.AsArray().Select(one => one!["reference"])));
        lines.Add($"waiting: {data["waitingList"]!["totalCount"]}");
        lines.AddRange(data["waitingList"]!["nodes"]!.AsArray().Select(one => $"waiting: {one!["resident"]!["reference"]} "
            + $"{string.Join('+', one["seeking"]!.AsArray().Select(kind => (string?)kind).Order(StringComparer.Ordinal))} "
            + $"since {one["since"]} days {one["days"]} band {one["priorityBand"]} declined {one["proposalsDeclined"]}"));
        return lines;
    }

    private static string Isolation(JsonNode? score)
    {
        if (score is null)
        {
            return "isolation: nothing";
        }

        bool[] points =
        [
            .. ((string[])["noPartner", "childrenLessThanMonthly", "familyLessThanMonthly", "friendsLessThanMonthly", "noMembership"])
                .Select(item => (bool)score[item]!),
        ];
        Assert.Equal(points.Count(point => point), (int)score["score"]!);
        return $"isolation: {string.Join(' ', points)} {score["basis"]}";
    }

    private static List<string> Ties(JsonNode page, string when)
    {
        var nodes = page["nodes"]!.AsArray();
        var lines = nodes.Select(end =>
            $"ties {when}: {(end!["alterNumber"] is { } alter ? $"alter {alter}" : end["other"]!["reference"])} "
            + $"{((bool)end["namedByOther"]! ? "names her" : "named")} {end["kind"]} {end["contactFrequency"]} from {end["since"]} "
            + $"until {end["endedOn"]}").Order(StringComparer.Ordinal).ToList();
        var others = nodes.Where(end => (bool)end!["namedByOther"]!).Select(end => end!["other"]!["reference"]);
        var contacts = nodes.Where(end => end!["other"] is not null)
            .GroupBy(end => $"{(end!["namedByOther"]!.GetValue<bool>() ? "from" : "to")} {end["other"]!["reference"]}")
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key} {pair.Max(end => (string?)end!["lastContact"])}");
        return [$"ties {when}: {page["totalCount"]} named by {string.Join(' ', others)}", .. lines,
            when == "ever" ? $"ties {when}: {string.Join(", ", contacts)}" : ""];
    }

    private static string Joined(char separator, JsonNode words) => string.Join(separator, words.AsArray().Select(word => (string?)word));
}
