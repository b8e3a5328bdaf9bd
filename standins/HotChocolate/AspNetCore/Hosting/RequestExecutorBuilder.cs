using HotChocolate.Execution.Configuration;
using HotChocolate.Inference;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Hosting;

/// <summary>The one builder; it carries the registration that its extension methods fill.</summary>
internal sealed class RequestExecutorBuilder(string name, IServiceCollection services, SchemaRegistration registration)
    : IRequestExecutorBuilder
{
    public string Name { get; } = name;

    public IServiceCollection Services { get; } = services;

    public SchemaRegistration Registration { get; } = registration;
}
