using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Residents;

/// <summary>How many records a nested question reads needs a server that nobody else asks.</summary>
public sealed class BatchingTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const int People = 12;

    [Fact]
    public async Task A_nested_question_reads_each_record_once_however_often_it_is_named()
    {
        await server.VolunteerAsync("BV1", People);
        await server.GroupAsync("BG1", People);
        for (var at = 0; at < People; at++)
        {
            await server.ResidentAsync($"BR{at}");
        }

        // A ring in which everybody names the next two, and everybody is in one group.
        for (var at = 0; at < People; at++)
        {
            foreach (var step in (int[])[1, 2])
            {
                await server.DoneAsync(
                    "recordTie",
                    "RecordTieInput",
                    new { commandId = $"b-{at}-{step}", from = $"BR{at}", toResident = $"BR{(at + step) % People}", kind = "FRIEND" },
                    "tie { id }");
            }

            await server.DoneAsync(
                "joinGroup", "JoinGroupInput", new { commandId = $"b-{at}", resident = $"BR{at}", group = "BG1" }, "membership { role }");
        }

        server.Calls.Forget();
        var data = await server.DataAsync(
            """
            {
              residents(first: 50) {
                nodes {
                  reference ward { name } organisation { name }
                  connections { residents }
                  memberships { nodes { group { name openPlaces } } }
                  ties {
                    nodes { other { reference matches { nodes { volunteer { reference } } } ties { nodes { other { reference } } } } }
                  }
                }
              }
            }
            """);

        var first = data["residents"]!["nodes"]![0]!;
        Assert.Equal("BR1", (string)first["ties"]!["nodes"]![0]!["other"]!["reference"]!);
        Assert.Equal("BR3", (string)first["ties"]!["nodes"]![0]!["other"]!["ties"]!["nodes"]![1]!["other"]!["reference"]!);
        Assert.Equal(4, (int)first["connections"]!["residents"]!);
        var reads = server.Calls.Of("IResidentGrain.Read");
        Assert.Equal(People, reads.Count);
        Assert.Equal(People, reads.Distinct().Count());
        Assert.Single(server.Calls.Of("IGroupGrain.Read"));
        Assert.Single(server.Calls.Of("IAreaGrain.Connections"));
        Assert.InRange(server.Calls.Of("IWardRegisterGrain.Read").Count, 1, People / 2);

        server.Calls.Forget();
        data = await server.DataAsync(
            """
            {
              unconnectedResidents(rule: { noContactSinceDays: 90 }) { nodes { resident { reference ageBand ward { name } } } }
              residents { nodes { id reference livesAlone tiesBothWays { nodes { namedByOther other { reference ward { code } } } } } }
            }
            """);

        Assert.Equal(People, data["unconnectedResidents"]!["nodes"]!.AsArray().Count);
        var ends = data["residents"]!["nodes"]![0]!["tiesBothWays"]!["nodes"]!.AsArray();
        Assert.Equal(["BR1", "BR2", "BR10", "BR11"], ends.Select(end => (string)end!["other"]!["reference"]!));
        Assert.Equal([false, false, true, true], ends.Select(end => (bool)end!["namedByOther"]!));
        Assert.Empty(server.Calls.Of("IResidentGrain.Read"));
        Assert.Single(server.Calls.Of("IAreaGrain.TieEnds"));
    }
}
