using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Execution.Configuration;

/// <summary>Configures one schema and its executor.</summary>
public interface IRequestExecutorBuilder
{
    string Name { get; }

    IServiceCollection Services { get; }
}
