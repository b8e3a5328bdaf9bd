using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using HotChocolate;
using HotChocolate.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Networks.HotChocolate.Tests.Http;

/// <summary>A small GraphQL server on a free port of this machine, for either package set.</summary>
public sealed class GraphQLServer : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private WebApplication? _application;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Environment.EnvironmentName = "Development";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQLServer()
            .AddQueryType(descriptor => descriptor.Name(OperationTypeNames.Query))
            .AddMutationType(descriptor => descriptor.Name(OperationTypeNames.Mutation))
            .AddSubscriptionType(descriptor => descriptor.Name(OperationTypeNames.Subscription))
            .AddTypeExtension(typeof(Subscriptions))
            .AddTypeExtension(typeof(Queries))
            .AddTypeExtension(typeof(Mutations));
        _application = builder.Build();
        _application.MapGraphQL();
        await _application.StartAsync();
        _client.BaseAddress = new Uri(_application.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _application!.DisposeAsync();
    }

    public async Task<(int Status, string Body, string? MediaType)> PostAsync(
        byte[] body,
        string? accept = "application/graphql-response+json",
        string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await SendAsync(request, accept);
    }

    public Task<(int Status, string Body, string? MediaType)> PostAsync(string body, string? accept = "application/graphql-response+json")
        => PostAsync(Encoding.UTF8.GetBytes(body), accept);

    public async Task<(int Status, string Body, string? MediaType)> GetAsync(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?" + query);
        return await SendAsync(request, "application/graphql-response+json");
    }

    /// <summary>What comes back while a subscription is open; the reader says when it has heard enough.</summary>
    public async Task<StreamReader> OpenAsync(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query }),
        };
        request.Headers.Accept.ParseAdd("text/event-stream");
        var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new StreamReader(await response.Content.ReadAsStreamAsync());
    }

    private async Task<(int Status, string Body, string? MediaType)> SendAsync(HttpRequestMessage request, string? accept)
    {
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        using var response = await _client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType);
    }

    [ExtendObjectType(OperationTypeNames.Query)]
    public static class Queries
    {
        public static string GetHello() => "world";

        public static string? GetEcho(string? text) => text;

        public static int GetSum(int a, int b) => a + b;

        public static int GetRefused(int first) => throw new GraphQLException($"first is {first}; it must be from 0 to 100.");
    }

    [ExtendObjectType(OperationTypeNames.Subscription)]
    public static class Subscriptions
    {
        /// <summary>How many streams were left by their readers.</summary>
        internal static int Left;

        [Subscribe(With = nameof(CountingAsync))]
        public static Tick GetTicks([EventMessage] int number, int from, int to) => number == 13
            ? throw new GraphQLException("No 13.")
            : new Tick(number, $"{from} to {to}");

        private static async IAsyncEnumerable<int> CountingAsync(
            int from,
            int to,
            [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            if (from < 0)
            {
                throw new GraphQLException("from is negative.");
            }

            try
            {
                for (var i = from; i <= to; i++)
                {
                    await Task.Yield();
                    yield return i;
                }

                if (to == 99)
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }
            }
            finally
            {
                Interlocked.Increment(ref Left);
            }
        }
    }

    public sealed record Tick(int Number, string Range);

    [ExtendObjectType(OperationTypeNames.Mutation)]
    public static class Mutations
    {
        public static int Bump(int by) => by + 1;
    }
}
