using System.Text;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Nodes;

[Collection(ApiServerCollection.Name)]
public sealed class NodeTests(ApiServer server)
{
    [Fact]
    public async Task Everything_with_an_id_is_found_again_by_it()
    {
        await server.DoneAsync(
            "registerResident",
            "RegisterResidentInput",
            new { commandId = "n-0", reference = "NR1", ward = "E05012993", organisation = "NO1" },
            "resident { id }");
        await server.ConsentAsync("NR1");
        await server.MatchAsync("NR1", "NV1");
        await server.VolunteerAsync("NV1", 1);
        await server.GroupAsync("NG1", 1);
        await server.DoneAsync(
            "recordTie", "RecordTieInput", new { commandId = "n-1", from = "NR1", toAlter = "x", kind = "FRIEND" }, "tie { id }");
        var known = await server.DataAsync("""
            {
              resident(id: "NR1") { id ties { nodes { id } } matches { nodes { id } } organisation { id } }
              volunteer(id: "NV1") { id } group(id: "NG1") { id }
              ward(code: "E05012993") { id } area { id }
            }
            """);
        string[] ids =
        [
            (string)known["resident"]!["id"]!,
            (string)known["resident"]!["ties"]!["nodes"]![0]!["id"]!,
            (string)known["volunteer"]!["id"]!,
            (string)known["group"]!["id"]!,
            (string)known["ward"]!["id"]!,
            (string)known["area"]!["id"]!,
            (string)known["resident"]!["matches"]!["nodes"]![0]!["id"]!,
            (string)known["resident"]!["organisation"]!["id"]!
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());

        var nodes = (
            await server.DataAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", new { ids }))["nodes"]!.AsArray();
        Assert.Equal(
            ["Resident", "Tie", "Volunteer", "Group", "Ward", "Area", "Match", "Organisation"],
            nodes.Select(node => (string)node!["__typename"]!));
        Assert.Equal(ids, nodes.Select(node => (string)node!["id"]!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("NR1")]
    [InlineData("%%%")]
    [InlineData("UmVzaWRlbnQ6")]
    [InlineData("Tm90aGluZzox")]
    [InlineData("VGllOk5SMSM5OQ==")]
    [InlineData("TWF0Y2g6TlIxIzE=")]
    [InlineData("TWF0Y2hpbmdSb3VuZDpub25l")]
    [InlineData("UHJvcG9zYWw6bm9uZS9iZWZyaWVuZGluZy8xL1Ix")]
    [InlineData("gICA")]
    public async Task What_is_no_global_id_of_anything_here_is_null(string id)
    {
        var data = await server.DataAsync("query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }", new { id });
        Assert.Null(data["node"]);
        Assert.Null(data["nodes"]![0]);
    }

    [Fact]
    public async Task At_most_a_hundred_nodes_are_fetched_at_once()
    {
        var id = Convert.ToBase64String(Encoding.UTF8.GetBytes("Resident:nobody"));
        var ids = Enumerable.Repeat(id, 101).ToArray();
        Assert.Equal("PAGE_TOO_LARGE", await server.CodeAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids }));
        var data = await server.DataAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = ids[1..] });
        Assert.Equal(100, data["nodes"]!.AsArray().Count);
    }
}
