namespace Networks.Benchmarks.SideBySide;

/// <summary>One number of the table: what one side needed for one row. Medians, unless the row's name says otherwise.</summary>
/// <param name="Row">Which row, in the words of the table, as <see cref="TableRows"/> lists them.</param>
/// <param name="Side"><see cref="Ours"/>, or the peer with how it was asked: "PostgreSQL, kept counter".</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">"ms", "us", "requests/s", "bytes", "s": one unit a row, the same on all sides.</param>
/// <param name="Note">What must be known to read it: 99th percentile, cores, memory, how many repetitions.</param>
internal sealed record Figure(string Row, string Side, double Value, string Unit, string Note = "")
{
    public const string Ours = "Networks";
}
