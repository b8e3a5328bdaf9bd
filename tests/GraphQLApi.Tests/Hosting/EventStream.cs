using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Networks.GraphQLApi.Tests.Hosting;

/// <summary>A subscription as a client hears it: server-sent events, read one by one.</summary>
internal sealed class EventStream(HttpResponseMessage response, StreamReader lines) : IDisposable
{
    public static async Task<EventStream> OpenAsync(ApiServer server, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json")
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new EventStream(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next result; null when the stream is complete. The server's clock is moved on while nothing comes.</summary>
    public async Task<JsonNode?> NextAsync(ApiServer server)
    {
        while (true)
        {
            var line = lines.ReadLineAsync();
            while (await Task.WhenAny(line, Task.Delay(20)) != line)
            {
                server.Time.Advance(TimeSpan.FromMilliseconds(300));
            }

            switch (await line)
            {
                case null or "event: complete":
                    return null;
                case ['d', 'a', 't', 'a', ':', ' ', '{', ..] data:
                    return JsonNode.Parse(data["data: ".Length..]);
            }
        }
    }

    public void Dispose()
    {
        lines.Dispose();
        response.Dispose();
    }
}
