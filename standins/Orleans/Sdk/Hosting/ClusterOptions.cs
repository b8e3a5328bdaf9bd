namespace Orleans.Configuration;

/// <summary>Which cluster and which service this process belongs to; the service's name is part of every stored row.</summary>
public class ClusterOptions
{
    public const string DefaultClusterId = "default";

    public const string DefaultServiceId = "default";

    public string ClusterId { get; set; } = DefaultClusterId;

    public string ServiceId { get; set; } = DefaultServiceId;
}
