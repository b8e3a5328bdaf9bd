using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Networks.Domain.Measures;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.WardRegisters;
using Networks.GraphQLApi.Hosting;
using Networks.Silo.Storage;
using Networks.Testing;
using Orleans;
using Orleans.Hosting;

namespace Networks.GraphQLApi.Tests.Hosting;

/// <summary>A whole server on a free port of this machine, over a store of its own, spoken to as clients do: by HTTP.</summary>
public sealed class ApiServer : IAsyncLifetime
{
    private readonly TempDirectory _directory = new();
    private WebApplication _app = null!;

    /// <summary>The clock the server goes by: 22 November 2026 until a test moves it.</summary>
    public ManualTime Time { get; } = new();

    /// <summary>The calls that grains were sent.</summary>
    internal GrainCalls Calls { get; } = new();

    public HttpClient Http { get; private set; } = null!;

    public IGrainFactory Grains => _app.Services.GetRequiredService<IGrainFactory>();

    public async Task InitializeAsync()
    {
        _app = NetworksServer.Build(
            NetworksStoreOptions.InDirectory(_directory.Path),
            port: 0,
            "Development",
            Time,
            silo => silo.RemindBy(Time).AddIncomingGrainCallFilter(Calls));
        await _app.StartAsync();
        Http = new HttpClient { BaseAddress = _app.Address() };
        await Grains.WardRegister().PutArea(new AreaFacts { Code = AreaCode.Of("E08000018"), Name = "Rotherham" });
        await Grains.WardRegister().PutWards(
        [
            Ward("E05012993", "Anston & Woodsetts", 13_000),
            Ward("E05012994", "Aston & Todwick", 12_000),
            Ward("E05012995", "Aughton & Swallownest", 11_500)
        ]);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _directory.Dispose();
    }

    /// <summary>Sends a request and gives the whole answer, errors and all.</summary>
    public async Task<JsonNode> SendAsync(string query, object? variables = null, string? caller = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json")
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        if (caller is not null)
        {
            request.Headers.Add("Networks-Caller", caller);
        }

        using var response = await Http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>Sends a request that must succeed and gives its data.</summary>
    public async Task<JsonNode> DataAsync(string query, object? variables = null, string? caller = null)
    {
        var answer = await SendAsync(query, variables, caller);
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!;
    }

    /// <summary>Sends a request that must be refused and gives the code of its first error.</summary>
    public async Task<string?> CodeAsync(string query, object? variables = null)
    {
        var answer = await SendAsync(query, variables);
        Assert.True(answer["errors"] is JsonArray { Count: > 0 }, answer.ToJsonString());
        return (string?)answer["errors"]![0]!["extensions"]?["code"];
    }

    internal static WardFacts Ward(string code, string name, int population) => new()
    {
        Code = WardCode.Of(code),
        Name = name,
        Population = population,
        PopulationPeriod = "mid-2022",
        Point = new GeoPoint(53.4, -1.3)
    };
}

/// <summary>One server for all tests of a collection; tests tell their records apart by references of their own.</summary>
[CollectionDefinition(Name)]
public sealed class ApiServerCollection : ICollectionFixture<ApiServer>
{
    public const string Name = "api server";
}
