using HotChocolate.AspNetCore;
using HotChocolate.AspNetCore.Extensions;
using HotChocolate.Hosting;
using HotChocolate.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

public static class EndpointRouteBuilderExtensions
{
    /// <summary>Serves a schema at a path: POST, GET and <c>?sdl</c>.</summary>
    public static GraphQLEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpointRouteBuilder,
        string path = "/graphql",
        string? schemaName = null)
    {
        ArgumentNullException.ThrowIfNull(endpointRouteBuilder);
        var name = schemaName ?? RequestExecutorResolver.DefaultName;
        var endpoint = new GraphQLEndpoint(endpointRouteBuilder.ServiceProvider.GetRequiredService<RequestExecutorResolver>(), name);
        return new GraphQLEndpointConventionBuilder(endpointRouteBuilder.Map(path, endpoint.InvokeAsync));
    }

    public static GraphQLEndpointConventionBuilder WithOptions(
        this GraphQLEndpointConventionBuilder builder,
        GraphQLServerOptions serverOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Add(endpoint => endpoint.Metadata.Add(serverOptions));
        return builder;
    }
}
