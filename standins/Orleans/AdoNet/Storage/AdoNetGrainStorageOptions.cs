using System.Data.Common;
using Orleans.Storage;

namespace Orleans.Configuration;

/// <summary>Where and how state is kept in a relational database; the stand-in knows PostgreSQL only.</summary>
public class AdoNetGrainStorageOptions : IStorageProviderSerializerOptions
{
    public const int DEFAULT_INIT_STAGE = ServiceLifecycleStage.ApplicationServices;

    public const string DEFAULT_ADONET_INVARIANT = "Microsoft.Data.SqlClient";

    /// <summary>Either this or <see cref="DataSource"/>.</summary>
    public string? ConnectionString { get; set; }

    public DbDataSource? DataSource { get; set; }

    public int InitStage { get; set; } = DEFAULT_INIT_STAGE;

    /// <summary>"Npgsql" for PostgreSQL.</summary>
    public string Invariant { get; set; } = DEFAULT_ADONET_INVARIANT;

    public IGrainStorageSerializer GrainStorageSerializer { get; set; } = null!;

    public IStorageHasherPicker HashPicker { get; set; } = null!;

    /// <summary>Whether clearing deletes the row, and with it the count of its versions.</summary>
    public bool DeleteStateOnClear { get; set; }
}
