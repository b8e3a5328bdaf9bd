namespace Networks.Import.Csv;

/// <summary>Which columns a file may have.</summary>
/// <param name="File">Its name in a delivery.</param>
/// <param name="Required">Columns without which the file says nothing.</param>
/// <param name="Optional">Columns read when present.</param>
public sealed record CsvLayout(string File, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    /// <summary>True if no value of the file may be repeated anywhere.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Columns read when present and exported, which an invented area has nothing to say in; they stand last.</summary>
    public IReadOnlyList<string> Rare { get; init; } = [];

    /// <summary>Every column that is read, in the order in which files are written.</summary>
    public IEnumerable<string> Read => Required.Concat(Optional).Concat(Rare);
}
