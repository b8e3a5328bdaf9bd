using Networks.Benchmarks.Areas;

namespace Networks.Benchmarks.SideBySide;

/// <summary>On what a run measures. Generated or imported only when a run asks for it.</summary>
/// <param name="Residents">Size of the area.</param>
/// <param name="Seconds">How long one side of one row may be measured, all repetitions together.</param>
internal sealed record RunSetting(int Residents, double Seconds)
{
    /// <summary>The area, in memory.</summary>
    public GeneratedArea Area => field ??= GeneratedArea.Of(Residents);

    /// <summary>Connection string of the peer's database with the same area loaded; null where no PostgreSQL can be had.</summary>
    public string? PostgreSql { get; init; }

    /// <summary>Folder of our own store with the same area imported (option --data of the server); null until it was imported.</summary>
    public string? Store { get; init; }

    /// <summary>Our built server, for runs over HTTP: <c>dotnet Server serve --data Store --area empty --port N</c>.</summary>
    public string? Server { get; init; }
}
