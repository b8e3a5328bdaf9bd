using Microsoft.Extensions.Diagnostics.HealthChecks;
using Networks.Silo.Storage;

namespace Networks.Silo.Health;

/// <summary>Ready means: the store answers a read, and its last commit reached the disk.</summary>
internal sealed class StoreHealthCheck(IStoreProbe store) : IHealthCheck
{
    /// <summary>The tag of checks that say whether this process can take work now.</summary>
    public const string ReadyTag = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.Probe(cancellationToken);
            return HealthCheckResult.Healthy("The store answers.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", fault);
        }
    }
}
