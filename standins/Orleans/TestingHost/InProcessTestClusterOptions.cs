using Microsoft.Extensions.Hosting;

namespace Orleans.TestingHost;

public sealed class InProcessTestClusterOptions
{
    internal InProcessTestClusterOptions()
    {
    }

    public string ClusterId { get; set; } = "";

    public string ServiceId { get; set; } = "";

    public short InitialSilosCount { get; set; }

    public List<Action<InProcessTestSiloSpecificOptions, IHostApplicationBuilder>> SiloHostConfigurationDelegates { get; } = [];

    public List<Action<IHostApplicationBuilder>> ClientHostConfigurationDelegates { get; } = [];
}

/// <summary>What one silo of the cluster has for itself.</summary>
public sealed class InProcessTestSiloSpecificOptions
{
    public string SiloName { get; set; } = "";

    public int SiloPort { get; set; }

    public int GatewayPort { get; set; }
}
