using Xunit;

namespace Networks.Testing;

/// <summary>A test that needs PostgreSQL; where none can be had it is reported as skipped, with the reason.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    /// <summary>Looks whether a server can be had.</summary>
    public PostgresFactAttribute() => Skip = PostgresServer.WhyMissing!;
}
