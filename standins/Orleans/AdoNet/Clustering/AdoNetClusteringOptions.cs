using System.Data.Common;

namespace Orleans.Configuration;

/// <summary>Where the silos of a cluster would find each other.</summary>
public class AdoNetClusteringSiloOptions
{
    public string? ConnectionString { get; set; }

    public DbDataSource? DataSource { get; set; }

    public string Invariant { get; set; } = null!;
}

/// <summary>Where a client would find the silos of its cluster.</summary>
public class AdoNetClusteringClientOptions
{
    public string? ConnectionString { get; set; }

    public DbDataSource? DataSource { get; set; }

    public string Invariant { get; set; } = null!;
}
