using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Networks.Grains;
using Networks.Grains.Wards;
using Networks.GraphQLApi.Hosting;
using Networks.GraphQLApi.Tests.Hosting;
using Networks.Silo.Storage;
using Networks.Testing;
using Orleans;
using Orleans.Hosting;

namespace Networks.GraphQLApi.Tests.Exports;

[Collection(ApiServerCollection.Name)]
public sealed class ExportEndpointTests(ApiServer server)
{
    [Fact]
    public async Task Each_file_is_sent_with_its_type_its_day_and_its_picture()
    {
        await server.ResidentAsync("EX 1");
        foreach (var (file, type) in new[]
        {
            ("unconnected.csv", "text/csv"), ("connections.graphml", "application/xml"), ("wards.geojson", "application/geo+json"),
        })
        {
            using var response = await server.Http.GetAsync($"/exports/{file}?asOf=2026-11-22");
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(response.StatusCode == HttpStatusCode.OK, text);
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
            Assert.Equal($"attachment; filename=\"{file}\"", response.Content.Headers.ContentDisposition!.ToString());
            Assert.Equal("2026-11-22", response.Headers.GetValues("Networks-As-Of").Single());
            Assert.Contains(response.Headers.GetValues("Networks-Picture").Single(), text, StringComparison.Ordinal);
            Assert.Contains(file == "wards.geojson" ? "E05012993" : "EX 1", text, StringComparison.Ordinal);
        }

        // A space cannot stand in an XML name token: it is escaped, and the file stays well formed.
        var graph = XDocument.Parse(await server.Http.GetStringAsync("/exports/connections.graphml"));
        Assert.Contains(graph.Descendants(), node => node.Attribute("id")?.Value == "resident:EX_x0020_1");
    }

    [Theory]
    [InlineData("unconnected.csv?rule=no-contact:0", "rule: noContactSinceDays is 0; it must be from 1 to 3650.")]
    [InlineData("unconnected.csv?first=5", "There is no parameter 'first' here; known are rule,")]
    [InlineData("unconnected.csv?wards=Nowhere", "There is no ward 'Nowhere'")]
    [InlineData("unconnected.csv?asOf=22.11.2026", "'asOf' is '22.11.2026'; dates are written 2026-03-31.")]
    [InlineData("unconnected.csv?asOf=2026-11-22&asOf=2026-11-23", "'asOf' is given 2 times; give it once")]
    [InlineData("unconnected.csv?counting=tea", "'counting' does not know 'tea'; did you mean")]
    [InlineData("unconnected.csv?counting=", "'counting' is empty; leave it out or give it a value.")]
    [InlineData("unconnected.csv?onlyIfConnected=1", "'onlyIfConnected' is '1'; it must be true or false.")]
    [InlineData("connections.graphml?rule=no-ties", "There is no parameter 'rule' here; known are wards, asOf.")]
    public async Task What_cannot_be_asked_is_refused_in_one_sentence_that_names_it(string address, string sentence)
    {
        using var response = await server.Http.GetAsync($"/exports/{address}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![0]!;
        Assert.Contains(sentence, (string)error["message"]!, StringComparison.Ordinal);
        Assert.Equal("BAD_ARGUMENT", (string)error["extensions"]!["code"]!);
    }

    [Fact]
    public async Task The_wards_are_counted_on_the_day_asked_about()
    {
        await server.ResidentAsync("EX2");
        Assert.Equal(0, await ResidentsAsync("1990-01-01"));
        Assert.NotEqual(0, await ResidentsAsync("2026-11-22"));
    }

    [Fact]
    public async Task A_reference_that_a_spreadsheet_would_take_for_a_formula_is_written_so_that_it_does_not()
    {
        await server.ResidentAsync("=EX3");
        var lines = (await server.Http.GetStringAsync("/exports/unconnected.csv")).Split('\n');
        Assert.Contains(lines, line => line.StartsWith("'=EX3,", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith('='));
    }

    [Fact]
    public async Task While_a_ward_has_not_told_what_it_holds_nothing_is_written_out()
    {
        using var directory = new TempDirectory();
        var silent = new SilentWards();
        await using var app = NetworksServer.Build(
            NetworksStoreOptions.InDirectory(directory.Path), port: 0, "Development", new ManualTime(),
            silo => silo.AddIncomingGrainCallFilter(silent));
        await app.StartAsync();
        await app.Services.GetRequiredService<IGrainFactory>().WardRegister().PutWards([ApiServer.Ward("E05012993", "Anston", 13_000)]);
        using var http = new HttpClient { BaseAddress = app.Address() };
        using var response = await http.GetAsync("/exports/connections.graphml");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Some ward has not yet told", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_under_a_strange_host_name_is_not_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/exports/wards.geojson");
        request.Headers.Host = "elsewhere.example";
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<int> ResidentsAsync(string asOf) =>
        JsonNode.Parse(await server.Http.GetStringAsync($"/exports/wards.geojson?asOf={asOf}"))!["features"]!.AsArray()
            .Sum(ward => (int)ward!["properties"]!["residents"]!);

    /// <summary>Wards that never tell what they hold.</summary>
    private sealed class SilentWards : IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context) =>
            context.Grain is IWardGrain ? throw new TimeoutException("The ward does not answer.") : context.Invoke();
    }
}
