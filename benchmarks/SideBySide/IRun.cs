namespace Networks.Benchmarks.SideBySide;

/// <summary>
/// Measures some rows of the table, for us and for every peer it can reach, in turns. Runs in a process of its own, bound to the server
/// cores, and throws if what it measured gave a wrong answer: a fast wrong answer is no figure.
/// </summary>
internal interface IRun
{
    /// <summary>The word it is asked for by: <c>dotnet run --project benchmarks -c Release -- NAME --residents N</c>.</summary>
    string Name { get; }

    Task<IReadOnlyList<Figure>> Measure(RunSetting setting);
}
