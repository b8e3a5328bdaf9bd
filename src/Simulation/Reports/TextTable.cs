using System.Text;

namespace Networks.Simulation.Reports;

/// <summary>
/// A table for terminals: columns as wide as what stands in them, two spaces apart. Where all columns do not go beside each other the rest
/// stand below, each time with the labels.
/// </summary>
internal sealed class TextTable(params string[] head)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>The table in lines of at most <paramref name="width"/> letters, if two columns go into that.</summary>
    public string Write(int width)
    {
        var text = new StringBuilder();
        var label = Width(0);
        for (var from = 1; from < head.Length;)
        {
            var (to, used) = (from, label);
            while (to < head.Length && (to == from || used + Gap.Length + Width(to) <= width))
            {
                used += Gap.Length + Width(to++);
            }

            text.Append(from > 1 ? "\n" : "");
            foreach (var row in _rows.Prepend(head))
            {
                var line = string.Join(Gap, Enumerable.Range(from, to - from).Prepend(0).Select(at => row[at].PadRight(Width(at))));
                text.Append(line.TrimEnd()).Append('\n');
            }

            from = to;
        }

        return text.ToString();
    }

    private int Width(int column) => _rows.Prepend(head).Max(row => row[column].Length);
}
