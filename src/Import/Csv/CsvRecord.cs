namespace Networks.Import.Csv;

/// <summary>One record as it stands in the file, before anything is known about its columns.</summary>
/// <param name="Line">The line on which it starts; the first line of the file is 1.</param>
/// <param name="Cells">Its cells without quotes.</param>
/// <param name="Fault">Null, or the refusal code of a record that could not be split into cells.</param>
internal readonly record struct CsvRecord(int Line, string[] Cells, string? Fault)
{
    /// <summary>True for an empty line or one of separators alone, as spreadsheets leave below their last row; it means nothing.</summary>
    public bool IsBlank => Fault is null && Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);
}
