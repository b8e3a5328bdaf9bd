namespace Networks.Matching.Tests.Rows;

/// <summary>One row of a CSV file: cells by column, an empty cell where nothing is known.</summary>
internal sealed class Row : Dictionary<string, string>
{
    public new string this[string column]
    {
        get => TryGetValue(column, out var cell) ? cell : "";
        set => base[column] = value;
    }

    /// <summary>The parts of a cell that holds a list.</summary>
    public string[] List(string column) => this[column].Split(';', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The number in a cell; null where it is empty.</summary>
    public double? Number(string column) => this[column] == "" ? null : double.Parse(this[column]);
}
