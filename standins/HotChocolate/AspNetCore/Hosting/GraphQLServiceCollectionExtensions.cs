using GreenDonut;
using HotChocolate.Execution;
using HotChocolate.Execution.Configuration;
using HotChocolate.Hosting;
using HotChocolate.Inference;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

public static class HotChocolateAspNetCoreServiceCollectionExtensions
{
    /// <summary>Adds a GraphQL server; what it serves is said by the builder that comes back.</summary>
    public static IRequestExecutorBuilder AddGraphQLServer(
        this IServiceCollection services,
        string? schemaName = null,
        int maxAllowedRequestSize = 20 * 1000 * 1024,
        bool disableDefaultSecurity = false)
    {
        ArgumentNullException.ThrowIfNull(services);
        var name = schemaName ?? RequestExecutorResolver.DefaultName;
        var registration = services.FirstOrDefault(s => s.IsKeyedService && s.ServiceType == typeof(SchemaRegistration)
            && name.Equals(s.ServiceKey))?.KeyedImplementationInstance as SchemaRegistration;
        if (registration is null)
        {
            registration = new SchemaRegistration();
            services.AddKeyedSingleton(name, registration);
        }

        registration.RequestBytesMax = maxAllowedRequestSize;
        registration.InsecureDefaults = disableDefaultSecurity;
        services.TryAddSingleton<RequestExecutorResolver>();
        services.TryAddSingleton<IRequestExecutorResolver>(s => s.GetRequiredService<RequestExecutorResolver>());
        services.TryAddScoped<IBatchScheduler, BatchDispatcher>();
        services.TryAddScoped(_ => new DataLoaderOptions());
        return new RequestExecutorBuilder(name, services, registration);
    }
}
