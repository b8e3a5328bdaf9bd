using System.Net.Http.Json;
using System.Text.Json;

namespace Networks.Crash.Tests.Server;

/// <summary>Asks the server over HTTP, as any client does.</summary>
internal sealed class GraphQLCaller(Uri server) : IDisposable
{
    private readonly HttpClient _http = new()
    {
        BaseAddress = server,
        Timeout = TimeSpan.FromSeconds(60),

        // Rounds are published by a named human, never by nobody.
        DefaultRequestHeaders = { { "Networks-Caller", "coordinator C012" } },
    };

    public void Dispose() => _http.Dispose();

    /// <summary>The data of a query; throws what the server said against it.</summary>
    public async Task<JsonElement> Ask(string query, object? variables = null)
    {
        using var response = await _http.PostAsJsonAsync("graphql", new { query, variables });
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException($"{query}: {errors}")
            : body.GetProperty("data");
    }

    /// <summary>Sends a command whose mutation has the one field <paramref name="name"/>.</summary>
    public async Task<Answer> Send(string name, string mutation, object input)
    {
        try
        {
            using var response = await _http.PostAsJsonAsync("graphql", new { query = mutation, variables = new { input } });
            var body = await response.Content.ReadFromJsonAsync<JsonElement>();
            return body.TryGetProperty("errors", out var errors)
                ? new Answer.Unknown(errors.ToString())
                : Read(body.GetProperty("data").GetProperty(name));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException or TaskCanceledException)
        {
            return new Answer.Unknown(fault.Message);
        }
    }

    private static Answer Read(JsonElement payload) =>
        payload.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors && errors.GetArrayLength() > 0
            ? new Answer.Refused(errors[0].GetProperty("code").GetString()!)
            : new Answer.Done(payload.Clone());
}
