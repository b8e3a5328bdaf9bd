using System.Collections.Concurrent;
using HotChocolate.Execution;
using HotChocolate.Execution.Options;
using HotChocolate.Inference;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HotChocolate.Hosting;

/// <summary>Builds each schema once, when it is first asked for.</summary>
internal sealed class RequestExecutorResolver(IServiceProvider services) : IRequestExecutorResolver
{
    public const string DefaultName = "_Default";

    private readonly ConcurrentDictionary<string, Lazy<RequestExecutor>> _executors = new(StringComparer.Ordinal);

    public ValueTask<IRequestExecutor> GetRequestExecutorAsync(string? schemaName = null, CancellationToken cancellationToken = default) =>
        new(Get(schemaName ?? DefaultName));

    public SchemaRegistration Registration(string name) =>
        services.GetKeyedService<SchemaRegistration>(name)
        ?? throw new InvalidOperationException($"There is no GraphQL schema named '{name}'; call AddGraphQLServer.");

    private RequestExecutor Get(string name)
    {
        var executor = _executors.GetOrAdd(name, n => new Lazy<RequestExecutor>(() => Build(Registration(n))));
        return executor.Value;
    }

    private RequestExecutor Build(SchemaRegistration registration)
    {
        var options = new RequestExecutorOptions();
        foreach (var configure in registration.RequestOptions)
        {
            configure(options);
        }

        return new RequestExecutor(SchemaInference.Build(registration, services), new ExecutorOptions
        {
            ExecutionTimeout = options.ExecutionTimeout,
            IncludeExceptionDetails = options.IncludeExceptionDetails,
            Introspection = registration.Introspection && (registration.InsecureDefaults || InDevelopment()),
            ErrorFilters = [.. registration.ErrorFilters.Select(create => create(services))]
        });
    }

    /// <summary>Without a host there is nobody to hide a schema from.</summary>
    private bool InDevelopment() => services.GetService<IHostEnvironment>()?.IsDevelopment() ?? true;
}
