using System.Text.Json.Nodes;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Residents;

/// <summary>What is told of a resident is shown by her record.</summary>
[Collection(ApiServerCollection.Name)]
public sealed class RecordTests(ApiServer server)
{
    [Fact]
    public async Task An_assessment_is_scored_by_the_rules_of_its_authors()
    {
        await server.ResidentAsync("RC1");
        var answers = new[]
        {
            ("ucla-3", new[] { "2", "3", "1" }, "2026-11-01"), ("djg-6", ["yes", "yes", "no", "no", "no", "yes"], "2026-11-02")
        };
        foreach (var (instrument, given, on) in answers)
        {
            await server.DoneAsync(
                "recordAssessment",
                "RecordAssessmentInput",
                new { commandId = "rc-1-" + instrument, resident = "RC1", instrument, on, answers = given, askedBy = "telephone" },
                "assessment { score }");
        }

        var data = await server.DataAsync("""
            {
              resident(id: "RC1") {
                assessments(first: 1) { totalCount nodes { instrument on askedBy missing subscales { name score } } }
                all: assessments { nodes { instrument score convention version } }
              }
            }
            """);
        var first = data["resident"]!["assessments"]!;
        Assert.Equal(2, (int)first["totalCount"]!);
        Assert.Equal("djg-6", (string)first["nodes"]![0]!["instrument"]!);
        Assert.Equal(["emotional", "social"], first["nodes"]![0]!["subscales"]!.AsArray().Select(part => (string)part!["name"]!));
        var ucla = data["resident"]!["all"]!["nodes"]![1]!;
        Assert.Equal(6, (int)ucla["score"]!);
        Assert.False(string.IsNullOrEmpty((string?)ucla["convention"]));
        Assert.False(string.IsNullOrEmpty((string?)ucla["version"]));
    }

    [Fact]
    public async Task An_attendance_counts_for_the_membership_and_as_contact()
    {
        await server.ResidentAsync("RC2");
        await server.GroupAsync("RCG", 9);
        await server.DoneAsync(
            "joinGroup",
            "JoinGroupInput",
            new { commandId = "rc-2", resident = "RC2", group = "RCG", since = "2026-11-01" },
            "membership { role }");
        foreach (var on in (string[])["2026-10-27", "2026-11-03", "2026-11-10"])
        {
            await server.DoneAsync(
                "recordAttendance",
                "RecordAttendanceInput",
                new { commandId = "rc-2-" + on, resident = "RC2", group = "RCG", on },
                "resident { id }");
        }

        var resident = (await server.DataAsync("""
            { resident(id: "RC2") { memberships { nodes { role attendances lastAttended } } connections { groups lastContact } } }
            """))["resident"]!;
        Assert.Equal(
            """{"role":"member","attendances":2,"lastAttended":"2026-11-10"}""",
            resident["memberships"]!["nodes"]![0]!.ToJsonString());
        Assert.Equal("2026-11-10", (string)resident["connections"]!["lastContact"]!);
    }

    [Fact]
    public async Task Special_situations_are_kept_with_consent_and_go_with_it()
    {
        await server.ResidentAsync("RC3", facts: new
        {
            situations = new[] { "bereaved" },
            consents = new[] { new { purpose = "special-category", givenOn = "2026-11-01" } }
        });
        const string Query = """{ resident(id: "RC3") { situations consents { purpose givenOn dated withdrawnOn } } }""";
        var before = (await server.DataAsync(Query))["resident"]!;
        Assert.Equal("""["bereaved"]""", before["situations"]!.ToJsonString());
        Assert.Equal(
            """[{"purpose":"special-category","givenOn":"2026-11-01","dated":true,"withdrawnOn":null}]""",
            before["consents"]!.ToJsonString());

        await server.DoneAsync(
            "withdrawConsent",
            "WithdrawConsentInput",
            new { commandId = "rc-3", resident = "RC3", purpose = "special-category", on = "2026-11-22" },
            "resident { id }");
        var after = (await server.DataAsync(Query))["resident"]!;
        Assert.Null(after["situations"]);
        Assert.Equal("2026-11-22", (string)after["consents"]![0]!["withdrawnOn"]!);
    }

    [Fact]
    public async Task A_referral_says_where_it_stands()
    {
        await server.ResidentAsync("RC4", facts: new { referredOn = "2026-09-22", referralSource = "org:housing-1" });
        Assert.Equal("RECEIVED", await StateAsync());
        await DoAsync("askAboutConnections", "AskAboutConnectionsInput", new { commandId = "rc-4a", resident = "RC4", on = "2026-11-01" });
        Assert.Equal("ASSESSED", await StateAsync());
        await DoAsync(
            "updateResident",
            "UpdateResidentInput",
            new { commandId = "rc-4b", resident = "RC4", set = new { seeking = new[] { "BEFRIENDING" } } });
        Assert.Equal("WAITING", await StateAsync());
        await DoAsync("pauseReferral", "PauseReferralInput", new { commandId = "rc-4c", resident = "RC4", until = "2026-12-24" });
        Assert.Equal("PAUSED", await StateAsync());
        await DoAsync("resumeReferral", "ResumeReferralInput", new { commandId = "rc-4d", resident = "RC4" });
        Assert.Equal("WAITING", await StateAsync());
        await DoAsync("leaveRegister", "LeaveRegisterInput", new { commandId = "rc-4e", resident = "RC4", on = "2026-11-22" });
        Assert.Equal("CLOSED", await StateAsync());
    }

    [Fact]
    public async Task An_erased_resident_is_nowhere_and_her_reference_stays_closed()
    {
        await server.ResidentAsync("RC5");
        var card = new { commandId = "rc-5a", resident = "RC5", name = "Ann Example" };
        await server.DoneAsync("setContactCard", "SetContactCardInput", card, "resident { id }", "C012");
        await server.DoneAsync("eraseResident", "EraseResidentInput", new { commandId = "rc-5b", resident = "RC5" }, "erased", "C012");

        Assert.Null((await server.DataAsync("""{ resident(id: "RC5") { reference contactCard { name } } }""", caller: "C012"))["resident"]);
        var again = await server.RefusedAsync(
            "registerResident", "RegisterResidentInput", new { commandId = "rc-5c", reference = "RC5", ward = "E05012993" });
        Assert.Equal("Erased", (string)again["__typename"]!);
        var late = await server.RefusedAsync(
            "askAboutConnections", "AskAboutConnectionsInput", new { commandId = "rc-5d", resident = "RC5", on = "2026-11-01" });
        Assert.Equal("Erased", (string)late["__typename"]!);
    }

    private Task<JsonNode> DoAsync(string mutation, string inputType, object input) =>
        server.DoneAsync(mutation, inputType, input, "resident { id }");

    private async Task<string> StateAsync()
    {
        var data = await server.DataAsync("""{ resident(id: "RC4") { referral { state source { reference } } } }""");
        Assert.Equal("housing-1", (string)data["resident"]!["referral"]!["source"]!["reference"]!);
        return (string)data["resident"]!["referral"]!["state"]!;
    }
}
