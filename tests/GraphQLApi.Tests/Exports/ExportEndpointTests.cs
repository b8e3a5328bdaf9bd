using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Networks.GraphQLApi.Tests.Hosting;

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
    public async Task A_request_under_a_strange_host_name_is_not_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/exports/wards.geojson");
        request.Headers.Host = "elsewhere.example";
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
