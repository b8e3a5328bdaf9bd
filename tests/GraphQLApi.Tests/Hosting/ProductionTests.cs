using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Networks.GraphQLApi.Hosting;
using Networks.Silo.Storage;
using Networks.Testing;

namespace Networks.GraphQLApi.Tests.Hosting;

public sealed class ProductionTests
{
    [Fact]
    public async Task Outside_development_there_is_no_GraphiQL_and_the_schema_is_not_asked_for_type_by_type()
    {
        using var directory = new TempDirectory();
        var store = NetworksStoreOptions.InDirectory(directory.Path);
        await using var app = NetworksServer.Build(store, port: 0, "Production", new ManualTime());
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address() };

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/graphiql")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/lib/graphiql/graphiql.min.js")).StatusCode);
        Assert.NotNull((await AskAsync(http, "{ __schema { types { name } } }"))["errors"]);
        var answer = await AskAsync(http, "{ __typename area { name } wards { code } }");
        Assert.Equal("""{"__typename":"Query","area":null,"wards":[]}""", answer["data"]!.ToJsonString());
    }

    private static async Task<JsonNode> AskAsync(HttpClient http, string query)
    {
        using var response = await http.PostAsJsonAsync("/graphql", new { query });
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
