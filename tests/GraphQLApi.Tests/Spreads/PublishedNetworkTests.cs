using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Networks.GraphQLApi.Tests.Spreads;

public sealed class PublishedNetworkTests(PublishedNetworks networks) : IClassFixture<PublishedNetworks>
{
    [Theory]
    [InlineData("residents.csv", 68)]
    [InlineData("groups.csv", 14)]
    [InlineData("memberships.csv", 89)]
    [InlineData("ties.csv", 98)]
    public void The_import_takes_every_row(string file, int rows) =>
        Assert.Matches($@"{Regex.Escape(file)} +{rows} accepted", networks.Imported);

    [Theory]
    [InlineData("WD", "1 18 0")]
    [InlineData("WK", "1 34 0")]
    [InlineData("WF", "2 15 1")]
    public async Task Each_falls_into_as_many_parts_as_is_published(string ward, string expected)
    {
        var found = (await networks.DataAsync($$"""{ components(wards: ["{{ward}}"]) { count largest isolates } }"""))["components"]!;
        Assert.Equal(expected, $"{found["count"]} {found["largest"]} {found["isolates"]}");
    }

    [Theory]
    [InlineData("WD", 89, "2:3 3:1 4:6 5:1 6:1 7:3 8:3")]
    [InlineData("WK", 156, "1:1 2:11 3:6 4:6 5:3 6:2 9:1 10:1 12:1 16:1 17:1")]
    [InlineData("WF", 40, "0:1 1:4 2:2 3:6 4:2 6:1")]
    public async Task Connections_are_spread_as_is_published_and_the_spread_adds_up(string ward, int connections, string expected)
    {
        var spread = (await networks.DataAsync($$"""
            { connectionSpread(wards: ["{{ward}}"]) { residents neverAskedCount connections complete counts { number residents } } }
            """))["connectionSpread"]!;
        var counts = spread["counts"]!.AsArray();
        Assert.Equal(expected, string.Join(' ', counts.Select(count => $"{count!["number"]}:{count["residents"]}")));
        Assert.Equal(connections, (int)spread["connections"]!);
        Assert.Equal(connections, counts.Sum(count => (int)count!["number"]! * (int)count["residents"]!));
        Assert.Equal((int)spread["residents"]!, counts.Sum(count => (int)count!["residents"]!));
        Assert.True((bool)spread["complete"]!);
        Assert.Equal(ward == "WF" ? 1 : 0, (int)spread["neverAskedCount"]!);
    }

    [Theory]
    [InlineData("WD", "")]
    [InlineData("WK", "RESIDENT K00 6 3")]
    [InlineData("WF", "RESIDENT Medici 3 3, RESIDENT Albizzi 1 2, RESIDENT Guadagni 1 2, RESIDENT Salviati 1 2")]
    public async Task Connectors_are_the_cut_points_that_another_program_finds(string ward, string expected)
    {
        var found = (await networks.DataAsync($$"""
            { connectors(wards: ["{{ward}}"]) { totalCount complete
                nodes { kind resident { reference } group { reference } volunteer { reference } ward { code } cutOff parts } } }
            """))["connectors"]!;
        var nodes = found["nodes"]!.AsArray();
        Assert.Equal(expected, string.Join(
            ", ", nodes.Select(node => $"{node!["kind"]} {node["resident"]!["reference"]} {node["cutOff"]} {node["parts"]}")));
        Assert.All(nodes, node => Assert.Equal(ward, (string?)node!["ward"]!["code"]));
        Assert.Equal(nodes.Count, (int)found["totalCount"]!);
    }

    [Fact]
    public async Task Two_ties_reach_as_many_as_another_program_counts()
    {
        var data = await networks.DataAsync("""
            { club: reachSpread(wards: ["WK"]) { medianWithinTwoTies withinTwoTies { from to residents } toGroup { ties residents } }
              women: reachSpread(wards: ["WD"]) { toGroup { ties residents } }
              florence: reachSpread(wards: ["WF"]) { medianWithinTwoTies }
              residents(where: { wards: ["WF"] }) { nodes { reference peopleWithinTwoTies } } }
            """);
        Assert.Equal("0-0:0 1-5:1 6-20:18 21-50:15 51-150:0 151-:0", string.Join(
            ' ', data["club"]!["withinTwoTies"]!.AsArray().Select(band => $"{band!["from"]}-{band["to"]}:{band["residents"]}")));
        Assert.Equal((19, 8), ((int)data["club"]!["medianWithinTwoTies"]!, (int)data["florence"]!["medianWithinTwoTies"]!));
        Assert.Equal("0 0 0 0 0 0 0 34", Residents(data["club"]!["toGroup"]!));
        Assert.Equal("18 0 0 0 0 0 0 0", Residents(data["women"]!["toGroup"]!));
        var families = data["residents"]!["nodes"]!.AsArray()
            .ToDictionary(one => (string)one!["reference"]!, one => (int)one!["peopleWithinTwoTies"]!);
        Assert.Equal((11, 2, 0), (families["Medici"], families["Pazzi"], families["Pucci"]));
    }

    [Fact]
    public async Task Families_with_one_marriage_rest_on_one_and_the_sentence_says_so()
    {
        var data = await networks.DataAsync("""
            { supportSpread(wards: ["WF"]) { residents onOne counts { number residents neverAskedCount } }
              supportOnOne(wards: ["WF"], first: 3) { totalCount pageInfo { hasNextPage endCursor }
                nodes { kind basis sentence resident { reference } } } }
            """);
        var spread = data["supportSpread"]!;
        Assert.Equal((16, 4), ((int)spread["residents"]!, (int)spread["onOne"]!));
        Assert.Equal("0:1-1 1:4-0 2:2-0 3:6-0 4:2-0 6:1-0", string.Join(' ', spread["counts"]!.AsArray()
            .Select(count => $"{count!["number"]}:{count["residents"]}-{count["neverAskedCount"]}")));
        var list = data["supportOnOne"]!;
        Assert.Equal("Acciaiuoli Ginori Lamberteschi", Names(list));
        Assert.Equal("TIE", (string?)list["nodes"]![0]!["kind"]);
        Assert.Equal(
            "what is recorded rests on one person, a relative; nobody has asked yet who else is there",
            (string?)list["nodes"]![0]!["sentence"]);
        var cursor = (string)list["pageInfo"]!["endCursor"]!;
        var next = await networks.DataAsync($$"""
            { supportOnOne(wards: ["WF"], after: "{{cursor}}") { totalCount nodes { resident { reference } } } }
            """);
        Assert.Equal(("Pazzi", 4), (Names(next["supportOnOne"]!), (int)next["supportOnOne"]!["totalCount"]!));
    }

    [Fact]
    public async Task Nobody_has_written_down_a_day_so_every_connection_stands_under_never_dated()
    {
        var spread = (await networks.DataAsync("""
            { contactSpread(wards: ["WF"]) { residents withoutConnection bands { band daysFrom daysTo connections residents } } }
            """))["contactSpread"]!;
        Assert.Equal((16, 1), ((int)spread["residents"]!, (int)spread["withoutConnection"]!));
        Assert.Equal(
            "LAST_WEEK LAST_MONTH LAST_TWO_MONTHS LAST_QUARTER LAST_HALF_YEAR LAST_YEAR LONGER NEVER_DATED",
            string.Join(' ', spread["bands"]!.AsArray().Select(band => (string?)band!["band"])));
        Assert.Equal((40, 15), ((int)spread["bands"]![7]!["connections"]!, (int)spread["bands"]![7]!["residents"]!));
        Assert.Equal((181, 365), ((int)spread["bands"]![5]!["daysFrom"]!, (int)spread["bands"]![5]!["daysTo"]!));
    }

    [Theory]
    [InlineData("connectionSpread(counting: []) { residents }", "BAD_ARGUMENT", "counting")]
    [InlineData("contactSpread(tieKinds: []) { residents }", "BAD_ARGUMENT", "tieKinds")]
    [InlineData("supportSpread(counting: []) { residents }", "BAD_ARGUMENT", "counting")]
    [InlineData("supportOnOne(after: \"nowhere\") { totalCount }", "BAD_ARGUMENT", "after")]
    [InlineData("connectors(tieKinds: []) { totalCount }", "BAD_ARGUMENT", "tieKinds")]
    [InlineData("connectors(first: -1) { totalCount }", "BAD_ARGUMENT", "first")]
    [InlineData("connectors(first: 101) { totalCount }", "PAGE_TOO_LARGE", "first")]
    [InlineData("reachSpread(wards: []) { residents }", "BAD_ARGUMENT", "wards")]
    [InlineData("reachSpread(wards: [\"Nowhere\"]) { residents }", "UNKNOWN_WARD", null)]
    public async Task What_cannot_be_asked_is_refused_by_name(string field, string code, string? argument)
    {
        var error = (await networks.AskAsync($"{{ {field} }}"))["errors"]![0]!["extensions"]!;
        Assert.Equal((code, argument), ((string?)error["code"], (string?)error["argument"]));
    }

    private static string Residents(JsonNode counts) =>
        string.Join(' ', counts.AsArray().Select(count => (string)count!["residents"]!.ToJsonString()));

    private static string Names(JsonNode list) =>
        string.Join(' ', list["nodes"]!.AsArray().Select(node => (string?)node!["resident"]!["reference"]));
}
