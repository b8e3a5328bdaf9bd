using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;

namespace Networks.Silo.Health;

/// <summary>Where supervisors ask: <c>/health/live</c> and <c>/health/ready</c>.</summary>
public static class HealthEndpoints
{
    /// <summary>
    /// Maps both. Live looks at nothing outside the process, or an outage of the database would have every process restarted; ready asks
    /// the store.
    /// </summary>
    public static IEndpointRouteBuilder MapNetworksHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false });
        endpoints.MapHealthChecks(
            "/health/ready", new HealthCheckOptions { Predicate = static check => check.Tags.Contains(StoreHealthCheck.ReadyTag) });
        return endpoints;
    }
}
