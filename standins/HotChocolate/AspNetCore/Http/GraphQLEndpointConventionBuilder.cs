using Microsoft.AspNetCore.Builder;

namespace HotChocolate.AspNetCore.Extensions;

/// <summary>Adds conventions to a GraphQL endpoint.</summary>
public sealed class GraphQLEndpointConventionBuilder : IEndpointConventionBuilder
{
    private readonly IEndpointConventionBuilder _builder;

    internal GraphQLEndpointConventionBuilder(IEndpointConventionBuilder builder) => _builder = builder;

    public void Add(Action<EndpointBuilder> convention) => _builder.Add(convention);

    public void Finally(Action<EndpointBuilder> finalConvention) => _builder.Finally(finalConvention);
}
