using System.Data.Common;

namespace Orleans.Configuration;

/// <summary>Where reminders are kept; the stand-in knows PostgreSQL only.</summary>
public class AdoNetReminderTableOptions
{
    /// <summary>"Npgsql" for PostgreSQL.</summary>
    public string Invariant { get; set; } = null!;

    /// <summary>Either this or <see cref="DataSource"/>.</summary>
    public string? ConnectionString { get; set; }

    public DbDataSource? DataSource { get; set; }
}
