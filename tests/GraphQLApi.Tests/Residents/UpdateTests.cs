using System.Text.Json.Nodes;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Residents;

[Collection(ApiServerCollection.Name)]
public sealed class UpdateTests(ApiServer server)
{
    [Fact]
    public async Task What_an_update_leaves_out_stays_and_what_it_says_null_is_cleared()
    {
        await server.ResidentAsync("UT1", facts: new
        {
            birthYear = 1948,
            gender = "female",
            languages = new[] { "ur" },
            available = new[] { "mon-am" },
            seeking = new[] { "BEFRIENDING" },
            travelKilometresMax = 2.5,
            firm = new[] { "GENDER" },
            cannotBeWith = new[] { "dog" }
        });

        var updated = await server.DoneAsync(
            "updateResident",
            "UpdateResidentInput",
            JsonNode.Parse("""
                {
                  "commandId": "ut-1", "resident": "UT1", "expectedVersion": 1,
                  "set": { "gender": null, "languages": [], "available": null, "ward": "Aston & Todwick", "supportNeeds": ["bsl"] }
                }
                """)!,
            """
            resident {
              version ageBand gender languages available seeking travelKilometresMax firm cannotBeWith supportNeeds ward { code }
            }
            """);

        Assert.Equal(
            """
            {"version":2,"ageBand":"FROM_75_TO_84","gender":null,"languages":[],"available":[],"seeking":["BEFRIENDING"],
            "travelKilometresMax":2.5,"firm":["GENDER"],"cannotBeWith":["dog"],"supportNeeds":["bsl"],"ward":{"code":"E05012994"}}
            """.ReplaceLineEndings(""),
            updated["resident"]!.ToJsonString());
    }

    [Fact]
    public async Task A_volunteer_and_a_group_are_updated_fact_by_fact_as_well()
    {
        await server.VolunteerAsync("UT2", 2, new { roles = new[] { "BEFRIENDER" }, languages = new[] { "en" }, othersSupported = 1 });
        var volunteer = await server.DoneAsync(
            "updateVolunteer",
            "UpdateVolunteerInput",
            JsonNode.Parse("""
                {
                  "commandId": "ut-2", "volunteer": "UT2",
                  "set": { "languages": null, "fundedBy": "lottery", "fundedUntil": "2027-03-31", "othersSupported": null,
                    "checks": [{ "kind": "references", "on": "2026-03-04" }, { "kind": "interview" }] }
                }
                """)!,
            "volunteer { roles languages fundedBy fundedUntil active checks { kind on dated inDate } }");
        Assert.Equal(
            """
            {"roles":["BEFRIENDER"],"languages":[],"fundedBy":"lottery","fundedUntil":"2027-03-31","active":0,
            "checks":[{"kind":"references","on":"2026-03-04","dated":true,"inDate":true},
            {"kind":"interview","on":"2026-11-22","dated":false,"inDate":true}]}
            """.ReplaceLineEndings(""),
            volunteer["volunteer"]!.ToJsonString());

        await server.GroupAsync("UT3", 9, new { kind = "LUNCH_CLUB", stepFree = true, sessions = new[] { "tue 10:00-12:00" } });
        var group = await server.DoneAsync(
            "updateGroup",
            "UpdateGroupInput",
            JsonNode.Parse("""
                {
                  "commandId": "ut-3", "group": "UT3",
                  "set": { "name": "Tuesday lunch", "kind": null, "access": ["hearing-loop"], "costPounds": 2.5, "openToAll": true,
                    "othersAttending": 4, "ageFrom": 50, "transportSeats": 2, "description": "Cards after lunch", "venue": "Library" }
                }
                """)!,
            "group { name kind access costPounds badges taken openPlaces ageFrom transportSeats description venue }");
        Assert.Equal(
            """
            {"name":"Tuesday lunch","kind":"OTHER","access":["step-free","hearing-loop"],"costPounds":2.5,"badges":["open-to-all"],
            "taken":4,"openPlaces":5,"ageFrom":50,"transportSeats":2,"description":"Cards after lunch","venue":"Library"}
            """.ReplaceLineEndings(""),
            group["group"]!.ToJsonString());
        var meets = await server.DataAsync("""{ group(id: "UT3") { nextSession } }""");
        Assert.Equal(
            new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero),
            DateTimeOffset.Parse((string)meets["group"]!["nextSession"]!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_group_that_closes_meets_no_more_and_ends_its_memberships()
    {
        await server.GroupAsync("UT4", 9, new { sessions = new[] { "sat 10:00-12:00" } });
        await server.ResidentAsync("UT5");
        await server.DoneAsync(
            "joinGroup", "JoinGroupInput", new { commandId = "ut-4", resident = "UT5", group = "UT4" }, "membership { role }");
        var closed = await server.DoneAsync(
            "closeGroup",
            "CloseGroupInput",
            new { commandId = "ut-5", group = "UT4", on = "2026-11-22" },
            "group { nextSession closedOn }");
        Assert.Equal("""{"nextSession":null,"closedOn":"2026-11-22"}""", closed["group"]!.ToJsonString());
        var data = await server.DataAsync(
            """
            {
              resident(id: "UT5") {
                connections { groups } memberships { totalCount } past: memberships(current: false) { nodes { endedOn } }
              }
            }
            """);
        Assert.Equal(0, (int)data["resident"]!["connections"]!["groups"]!);
        Assert.Equal(0, (int)data["resident"]!["memberships"]!["totalCount"]!);
        Assert.Equal("2026-11-22", (string)data["resident"]!["past"]!["nodes"]![0]!["endedOn"]!);
    }

    [Fact]
    public async Task Two_inputs_that_differ_only_by_a_fact_that_one_clears_are_two_commands()
    {
        await server.ResidentAsync("UT6", facts: new { livesAlone = true });
        await server.DoneAsync(
            "updateResident",
            "UpdateResidentInput",
            JsonNode.Parse("""{"commandId":"ut-6","resident":"UT6","set":{}}""")!,
            "resident { id }");
        var error = await server.RefusedAsync(
            "updateResident",
            "UpdateResidentInput",
            JsonNode.Parse("""{"commandId":"ut-6","resident":"UT6","set":{"livesAlone":null}}""")!);
        Assert.Equal("CommandIdReused", (string)error["__typename"]!);
    }
}
