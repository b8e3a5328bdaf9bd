using System.Text.Json.Nodes;

namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>What the product answered, as the same lines of text.</summary>
internal static class ToldAnswers
{
    public static List<string> Lines(JsonNode data)
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
        lines.Add(Isolation(data["resident"]?["isolation"]));
        lines.AddRange((data["introductionPaths"]?.AsArray() ?? []).Select(path => $"path: {path!["hops"]}: "
            + string.Join(' ', path["steps"]!.AsArray().Select(step => step!["resident"]!["reference"]))));
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

    private static string Joined(char separator, JsonNode words) => string.Join(separator, words.AsArray().Select(word => (string?)word));
}
