using System.Text.Json.Nodes;
using Networks.Domain.Organisations;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.GraphQLApi.Tests.Hosting;

namespace Networks.GraphQLApi.Tests.Areas;

/// <summary>What the registers hold of areas, figures and organisations. It writes wards, so it has a server of its own.</summary>
public sealed class AreaTests(ApiServer server) : IClassFixture<ApiServer>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await server.Grains.WardRegister().PutWards([.. Wards()]);
        await server.Grains.AreaRegister().Adopt(
        [
            new PublishedArea
            {
                Code = AreaCode.Of("E01007601"), Name = "Rotherham 001A", Level = AreaLevel.Lsoa, Parent = AreaCode.Of("E05012993")
            },
            new PublishedArea { Code = AreaCode.Of("E05012993"), Name = "Anston", Level = AreaLevel.Ward, Households = 5_600 }
        ]);
        await server.Grains.Indicators(AreaCode.Of("E05012993")).Adopt(
        [
            Figure("living-alone-65", "2011", 12.5), Figure("living-alone-65", "2021", 13.75), Figure("no-car", "2021", 18) with
            {
                Numerator = 1_008, Denominator = 5_600, Source = "Census", Polarity = Polarity.HigherIsWorse
            }
        ]);
        await server.Grains.OrganisationRegister().Adopt(
            [new Organisation { Id = OrganisationId.Of("charity-1"), Name = "Neighbours Together", Kind = OrganisationKind.Vcfse }]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_area_is_asked_for_by_its_parts()
    {
        var data = await server.DataAsync("""
            {
              area {
                code level households
                children { code level population wards { code } children { code level residents totals { groups } } }
              }
              places: areas(level: PLACE) { code name level residents totals { volunteers } }
              lsoas: areas(level: LSOA) { code residents totals { volunteers } wards { code } }
              all: areas { level }
              named: areas(codes: ["South Rotherham", "E01007601"]) { code }
              ward(code: "E05012994") { area { code } }
            }
            """);
        var place = data["area"]!["children"]![1]!;
        Assert.Equal("place:South Rotherham", (string)place["code"]!);
        Assert.Equal(25_000, (int)place["population"]!);
        Assert.Equal(["E05012993", "E05012994"], place["wards"]!.AsArray().Select(ward => (string)ward!["code"]!));
        Assert.Equal(0, (int)place["children"]![0]!["residents"]!);
        Assert.Equal(0, (int)Assert.Single(data["places"]!.AsArray())!["totals"]!["volunteers"]!);
        Assert.Equal(
            """{"code":"E01007601","residents":null,"totals":null,"wards":[]}""", Assert.Single(data["lsoas"]!.AsArray())!.ToJsonString());
        Assert.Equal(["COUNCIL", "PLACE", "WARD", "WARD", "WARD"], data["all"]!.AsArray().Select(area => (string)area!["level"]!));
        Assert.Equal(["place:South Rotherham", "E01007601"], data["named"]!.AsArray().Select(area => (string)area!["code"]!));
        Assert.Equal("E08000018", (string)data["ward"]!["area"]!["code"]!);
    }

    [Theory]
    [InlineData("""{ areas(codes: ["E0800"]) { code } }""")]
    [InlineData("""{ areas(codes: []) { code } }""")]
    public async Task An_area_that_is_none_is_an_error(string query) => Assert.Equal("BAD_ARGUMENT", await server.CodeAsync(query));

    [Fact]
    public async Task Parts_of_the_area_and_organisations_are_found_again_by_their_ids()
    {
        var areas = (await server.DataAsync("{ areas { id code } lsoas: areas(level: LSOA) { id code } }"));
        var known = areas["areas"]!.AsArray().Concat(areas["lsoas"]!.AsArray()).ToArray();
        var ids = known.Select(area => (string)area!["id"]!).ToArray();
        var nodes = await server.DataAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Area { code } } }", new { ids });
        Assert.Equal(known.Select(area => area!.ToJsonString()), nodes["nodes"]!.AsArray().Select(node => node!.ToJsonString()));
    }

    [Fact]
    public async Task Figures_are_shown_with_their_ward_by_name_and_period()
    {
        var data = await server.DataAsync("""
            {
              ward(code: "E05012993") {
                indicators { name value period }
                cars: indicators(names: ["no-car", "unheard-of"]) { name value period numerator denominator source polarity }
              }
              other: ward(code: "E05012994") { indicators { name } }
            }
            """);
        Assert.Equal(
            """
            [{"name":"living-alone-65","value":12.5,"period":"2011"},{"name":"living-alone-65","value":13.75,"period":"2021"},
            {"name":"no-car","value":18,"period":"2021"}]
            """.ReplaceLineEndings(""),
            data["ward"]!["indicators"]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                [{
                  "name": "no-car", "value": 18, "period": "2021", "numerator": 1008, "denominator": 5600, "source": "Census",
                  "polarity": "higher-is-worse"
                }]
                """),
            data["ward"]!["cars"]));
        Assert.Empty(data["other"]!["indicators"]!.AsArray());
    }

    [Fact]
    public async Task An_organisation_has_the_name_and_kind_that_were_imported_or_its_reference()
    {
        foreach (var (reference, organisation) in new[] { ("AO1", "charity-1"), ("AO2", "unheard-of") })
        {
            await server.DoneAsync(
                "registerResident",
                "RegisterResidentInput",
                new { commandId = reference, reference, ward = "E05012993", organisation },
                "resident { id }");
        }

        var data = await server.DataAsync("""
            {
              one: resident(id: "AO1") { organisation { id reference name kind } }
              two: resident(id: "AO2") { organisation { reference name kind } }
            }
            """);
        var one = data["one"]!["organisation"]!;
        Assert.Equal(("Neighbours Together", "vcfse"), ((string)one["name"]!, (string)one["kind"]!));
        Assert.Equal("""{"reference":"unheard-of","name":"unheard-of","kind":null}""", data["two"]!["organisation"]!.ToJsonString());
        var node = await server.DataAsync(
            "query ($id: ID!) { node(id: $id) { ... on Organisation { name } } }", new { id = (string)one["id"]! });
        Assert.Equal("Neighbours Together", (string)node["node"]!["name"]!);
    }

    private static IEnumerable<WardFacts> Wards() =>
    [
        ApiServer.Ward("E05012993", "Anston & Woodsetts", 13_000) with { Authority = "Rotherham", Place = "South Rotherham" },
        ApiServer.Ward("E05012994", "Aston & Todwick", 12_000) with { Authority = "Rotherham", Place = "South Rotherham" },
        ApiServer.Ward("E05012995", "Aughton & Swallownest", 11_500) with { Authority = "Rotherham" }
    ];

    private static Indicator Figure(string name, string period, double value) =>
        new() { Area = AreaCode.Of("E05012993"), Name = name, Period = period, Value = value };
}
