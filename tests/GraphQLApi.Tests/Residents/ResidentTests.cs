using System.Text.Json.Nodes;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Residents;

[Collection(ApiServerCollection.Name)]
public sealed class ResidentTests(ApiServer server)
{
    private const string Register = """
        mutation ($input: RegisterResidentInput!) {
          registerResident(input: $input) {
            resident { id reference version ward { code name } }
            errors {
              __typename
              ... on Error { message code path }
              ... on AlreadyRegistered { resident }
              ... on UnknownWard { didYouMean }
              ... on InvalidValue { allowed }
            }
          }
        }
        """;

    [Fact]
    public async Task A_registered_resident_is_read_back_with_everything_that_was_said()
    {
        await RegisterAsync(new
        {
            commandId = "rt-1",
            reference = "RT1",
            ward = "Anston & Woodsetts",
            organisation = "charity-1",
            facts = new
            {
                birthYear = 1948,
                gender = "female",
                livesAlone = true,
                languages = new[] { "ur", "en" },
                interests = new[] { "gardening" },
                available = new[] { "tue-am", "mon-pm" },
                seeking = new[] { "BEFRIENDING", "LUNCH_CLUB" },
                modes = new[] { "VISIT" },
                priorityBand = 1,
                referredOn = "2026-09-22",
                referralSource = "gp"
            }
        });

        var resident = await ReadAsync("RT1", """
            reference version organisation { reference name } ward { code } ageBand gender livesAlone languages interests available
            seeking modes situations priorityBand waitingSince waitingDays consents { purpose }
            referral { on sourceKind source { id } state }
            """);

        Assert.Equal("RT1", (string)resident["reference"]!);
        Assert.Equal("charity-1", (string)resident["organisation"]!["reference"]!);
        Assert.Equal("E05012993", (string)resident["ward"]!["code"]!);
        Assert.Equal("FROM_75_TO_84", (string)resident["ageBand"]!);
        Assert.Equal("""["mon-pm","tue-am"]""", resident["available"]!.ToJsonString());
        Assert.Equal("""["BEFRIENDING","LUNCH_CLUB"]""", resident["seeking"]!.ToJsonString());
        Assert.Null(resident["situations"]);
        Assert.Equal(61, (int)resident["waitingDays"]!);
        Assert.Equal("WAITING", (string)resident["referral"]!["state"]!);
        Assert.Equal("gp", (string)resident["referral"]!["sourceKind"]!);
    }

    [Fact]
    public async Task A_resident_is_found_by_reference_and_by_global_id()
    {
        await RegisterAsync(new { commandId = "rt-2", reference = "RT2", ward = "E05012993" });
        var id = (string)(await ReadAsync("RT2", "id"))["id"]!;

        Assert.NotEqual("RT2", id);
        Assert.Equal("RT2", (string)(await ReadAsync(id, "reference"))["reference"]!);
        var data = await server.DataAsync("query ($id: ID!) { node(id: $id) { __typename id ... on Resident { reference } } }", new { id });
        Assert.Equal("Resident", (string)data["node"]!["__typename"]!);
        Assert.Equal("RT2", (string)data["node"]!["reference"]!);
    }

    [Fact]
    public async Task A_reference_that_looks_like_a_global_id_goes_before_the_global_id()
    {
        await RegisterAsync(new { commandId = "rt-3a", reference = "RT3", ward = "E05012993" });
        var id = (string)(await ReadAsync("RT3", "id"))["id"]!;
        await RegisterAsync(new { commandId = "rt-3b", reference = id, ward = "E05012994" });

        Assert.Equal(id, (string)(await ReadAsync(id, "reference"))["reference"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("UmVzaWRlbnQ6bm9ib2R5")]
    [InlineData("Vm9sdW50ZWVyOlJUMg==")]
    public async Task An_unknown_resident_is_null(string id)
    {
        var data = await server.DataAsync("query ($id: ID!) { resident(id: $id) { id } }", new { id });
        Assert.Null(data["resident"]);
    }

    [Fact]
    public async Task The_same_command_again_answers_the_same_and_with_another_input_is_refused()
    {
        var input = new { commandId = "rt-4", reference = "RT4", ward = "E05012993" };
        var first = await RegisterAsync(input);
        var again = await RegisterAsync(input);
        Assert.Equal(first.ToJsonString(), again.ToJsonString());

        var other = await RefuseAsync(new { commandId = "rt-4", reference = "RT4", ward = "E05012994" });
        Assert.Equal("CommandIdReused", (string)other["__typename"]!);
        Assert.Equal("""["commandId"]""", other["path"]!.ToJsonString());
    }

    [Fact]
    public async Task A_reference_in_use_is_refused_and_names_its_holder()
    {
        var first = await RegisterAsync(new { commandId = "rt-5", reference = "RT5", ward = "E05012993" });
        var error = await RefuseAsync(new { commandId = "rt-5b", reference = "RT5", ward = "E05012993" });
        Assert.Equal("AlreadyRegistered", (string)error["__typename"]!);
        Assert.Equal((string)first["id"]!, (string)error["resident"]!);
    }

    [Fact]
    public async Task An_unknown_ward_is_refused_with_the_nearest_ones()
    {
        var error = await RefuseAsync(new { commandId = "rt-6", reference = "RT6", ward = "E05012939" });
        Assert.Equal("UnknownWard", (string)error["__typename"]!);
        Assert.Equal("UNKNOWN_WARD", (string)error["code"]!);
        Assert.Contains("E05012993", error["didYouMean"]!.AsArray().Select(code => (string)code!));
    }

    public static TheoryData<string, string> WrongFacts => new()
    {
        { """{ "gender": "femal" }""", """["facts","gender"]""" },
        { """{ "available": ["mon-am", "monday"] }""", """["facts","available","1"]""" },
        { """{ "prefersGender": ["woman"] }""", """["facts","prefersGender","0"]""" },
        { """{ "latitude": 53.4 }""", """["facts","longitude"]""" },
        { """{ "latitude": 153.4, "longitude": 1 }""", """["facts","latitude"]""" },
        { """{ "travelKilometresMax": -1 }""", """["facts","travelKilometresMax"]""" },
        { """{ "birthYear": 1492 }""", """["facts","birthYear"]""" },
        { """{ "priorityBand": 5 }""", """["facts","priorityBand"]""" },
        { """{ "wantedContactsPerMonth": -3 }""", """["facts","wantedContactsPerMonth"]""" },
        { """{ "referredOn": "2126-01-01" }""", """["facts","referredOn"]""" },
        { """{ "situations": ["bereaved"] }""", """["facts","situations"]""" },
        { """{ "languages": [""] }""", """["facts","languages"]""" },
        { """{ "exclusions": [""] }""", """["facts","exclusions","0"]""" },
        { """{ "firm": ["CONSENT"] }""", """["facts","firm","0"]""" }
    };

    [Theory]
    [MemberData(nameof(WrongFacts))]
    public async Task A_wrong_fact_is_refused_by_its_place(string facts, string path)
    {
        var reference = "RT7-" + path;
        var error = await RefuseAsync(new { commandId = reference, reference, ward = "E05012993", facts = JsonNode.Parse(facts) });
        Assert.Equal("InvalidValue", (string)error["__typename"]!);
        Assert.Equal(path, error["path"]!.ToJsonString());
        Assert.Null((await server.DataAsync("query ($id: ID!) { resident(id: $id) { id } }", new { id = reference }))["resident"]);
    }

    [Theory]
    [InlineData("", "RT8", "commandId")]
    [InlineData("rt-8", "", "reference")]
    [InlineData("rt-8b", " R", "reference")]
    public async Task Ids_that_are_none_are_refused(string commandId, string reference, string field)
    {
        var error = await RefuseAsync(new { commandId, reference, ward = "E05012993" });
        Assert.Equal($"""["{field}"]""", error["path"]!.ToJsonString());
    }

    private async Task<JsonNode> RegisterAsync(object input)
    {
        var payload = (await server.DataAsync(Register, new { input }))["registerResident"]!;
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["resident"]!;
    }

    private async Task<JsonNode> RefuseAsync(object input)
    {
        var payload = (await server.DataAsync(Register, new { input }))["registerResident"]!;
        Assert.Null(payload["resident"]);
        return payload["errors"]![0]!;
    }

    private async Task<JsonNode> ReadAsync(string id, string fields) =>
        (await server.DataAsync($"query ($id: ID!) {{ resident(id: $id) {{ {fields} }} }}", new { id }))["resident"]!;
}
