using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Networks.GraphQLApi.Hosting;
using Networks.GraphQLApi.Tests.CommandLine;
using Networks.Silo.Storage;
using Networks.Testing;

namespace Networks.GraphQLApi.Tests.Spreads;

/// <summary>
/// Three networks that have been counted by many, each a ward of its own, imported as anybody imports an area and asked over HTTP: eighteen
/// women and fourteen events (Davis, Gardner and Gardner, 1941), a karate club (Zachary, 1977) and the marriages of sixteen families of
/// Florence (Padgett and Ansell, 1993). See docs/real-networks.md.
/// </summary>
public sealed class PublishedNetworks : IAsyncLifetime
{
    private static readonly (string Woman, string Events)[] Davis =
    [
        ("Evelyn", "1 2 3 4 5 6 8 9"), ("Laura", "1 2 3 5 6 7 8"), ("Theresa", "2 3 4 5 6 7 8 9"), ("Brenda", "1 3 4 5 6 7 8"),
        ("Charlotte", "3 4 5 7"), ("Frances", "3 5 6 8"), ("Eleanor", "5 6 7 8"), ("Pearl", "6 8 9"), ("Ruth", "5 7 8 9"),
        ("Verne", "7 8 9 12"), ("Myra", "8 9 10 12"), ("Katherina", "8 9 10 12 13 14"), ("Sylvia", "7 8 9 10 12 13 14"),
        ("Nora", "6 7 9 10 11 12 13 14"), ("Helen", "7 8 10 11 12"), ("Dorothy", "8 9"), ("Olivia", "9 11"), ("Flora", "9 11"),
    ];

    // For each member those with a higher number whom she knows; members are numbered from 0.
    private static readonly string[] Karate =
    [
        "1 2 3 4 5 6 7 8 10 11 12 13 17 19 21 31", "2 3 7 13 17 19 21 30", "3 7 8 9 13 27 28 32", "7 12 13", "6 10", "6 10 16", "16", "",
        "30 32 33", "33", "", "", "", "33", "32 33", "32 33", "", "", "32 33", "33", "32 33", "", "32 33", "25 27 29 32 33", "25 27 31",
        "31", "29 33", "33", "31 33", "32 33", "32 33", "32 33", "33", "",
    ];

    private static readonly string[] Marriages =
    [
        "Acciaiuoli Medici", "Medici Barbadori", "Medici Ridolfi", "Medici Tornabuoni", "Medici Albizzi", "Medici Salviati",
        "Castellani Peruzzi", "Castellani Strozzi", "Castellani Barbadori", "Peruzzi Strozzi", "Peruzzi Bischeri", "Strozzi Ridolfi",
        "Strozzi Bischeri", "Ridolfi Tornabuoni", "Tornabuoni Guadagni", "Albizzi Ginori", "Albizzi Guadagni", "Salviati Pazzi",
        "Bischeri Guadagni", "Guadagni Lamberteschi",
    ];

    private readonly Terminal _terminal = new();
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    /// <summary>What the import said.</summary>
    public string Imported { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var (code, answer, notes) = await _terminal.Store("import", Delivery());
        Assert.True(code == 0, notes);
        Imported = answer;
        _app = NetworksServer.Build(NetworksStoreOptions.InDirectory(_terminal.Data), port: 0, "Development", new ManualTime());
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = _app.Address() };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        _terminal.Dispose();
    }

    /// <summary>The whole answer to a question.</summary>
    public async Task<JsonNode> AskAsync(string query)
    {
        using var response = await _http.PostAsJsonAsync("/graphql", new { query });
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>The data of a question that must be answered.</summary>
    public async Task<JsonNode> DataAsync(string query)
    {
        var answer = await AskAsync(query);
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!;
    }

    private string Delivery()
    {
        var families = Marriages.SelectMany(pair => pair.Split(' ')).Append("Pucci").Distinct();
        var residents = Davis.Select(one => $"{one.Woman},WD").Concat(Karate.Select((_, at) => $"K{at:00},WK"))
            .Concat(families.Select(family => $"{family},WF"));
        var ties = Karate.SelectMany((known, at) => Words(known).Select(other => $"K{at:00},K{int.Parse(other):00},friend"))
            .Concat(Marriages.Select(pair => $"{pair.Replace(' ', ',')},family"));
        return _terminal.Delivery("networks",
            ("wards.csv", "code,name\nWD,Natchez\nWK,Karate club\nWF,Florence\n"),
            ("residents.csv", Lines("id,ward", residents)),
            ("groups.csv", Lines("id,name,ward", Enumerable.Range(1, 14).Select(at => $"E{at},Event {at},WD"))),
            ("memberships.csv", Lines(
                "group,resident", Davis.SelectMany(one => Words(one.Events).Select(number => $"E{number},{one.Woman}")))),
            ("ties.csv", Lines("from,to,kind", ties)));
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Lines(string header, IEnumerable<string> rows) => string.Join('\n', rows.Prepend(header)) + "\n";
}
