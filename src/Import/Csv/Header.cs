using Networks.Domain.Measures;
using Networks.Import.Deliveries;
using Networks.Import.Refusals;

namespace Networks.Import.Csv;

/// <summary>The first line of a file: which column stands where, which are missing, which nobody knows.</summary>
/// <param name="Columns">Position of each column that is read.</param>
/// <param name="Width">How many cells a row has; empty cells beyond the last named column are none.</param>
/// <param name="Cells">How many cells the line has, empty ones at its end included.</param>
internal sealed record Header(IReadOnlyDictionary<string, int> Columns, int Width, int Cells)
{
    private static readonly (char Separator, string Name)[] Separators = [(',', "commas"), (';', "semicolons"), ('\t', "tabs")];

    /// <summary>Reads the header and settles what separates the cells; null after one refusal.</summary>
    public static Header? Read(CsvLayout layout, RecordReader records, Findings findings)
    {
        var record = First(records);
        if (Announced(record) is { } announced)
        {
            records.LeaveUncounted();
            records.Separator = announced;
            record = First(records);
        }

        if (record is null || Names(record.Value).Any(layout.Read.Contains))
        {
            return Of(layout, record, findings);
        }

        var first = record;
        foreach (var (separator, name) in Separators.Where(known => known.Separator != records.Separator))
        {
            if (records.ReadAgain(separator) is { } other && Names(other).Any(layout.Read.Contains))
            {
                findings.Note(layout.File, "", $"Columns are separated by {name} here, and were read so. A list inside a cell is "
                    + "still separated by semicolons" + (separator == ';' ? ", and needs quotes around the cell." : "."));
                return Of(layout, other, findings);
            }
        }

        return Of(layout, first, findings);
    }

    /// <summary>What separates cells, in words.</summary>
    public static string Word(char separator) => separator switch { ';' => "semicolon", '\t' => "tab", _ => "comma" };

    private static CsvRecord? First(RecordReader records)
    {
        CsvRecord? record;
        do
        {
            record = records.Read();
        }
        while (record is { IsBlank: true });

        return record;
    }

    // "sep=;" on a line of its own, which Excel takes for an instruction.
    private static char? Announced(CsvRecord? record) =>
        record is { Fault: null } && string.Join(',', record.Value.Cells).Trim() is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', .. var rest]
            && rest is [',' or ';' or '\t' or '|'] ? rest[0]
        : record is { Fault: null, Cells: ["sep=\t" or "sep="] } ? '\t' : null;

    // Names are compared without case, and with spaces and hyphens as underscores: "Birth year" can only be birth_year.
    private static string[] Names(CsvRecord record) =>
        [.. record.Cells.Select(cell => cell.Trim().Trim('\uFEFF').ToLowerInvariant().Replace(' ', '_').Replace('-', '_'))];

    private static Header? Of(CsvLayout layout, CsvRecord? record, Findings findings)
    {
        Header? Refused(string code, string column, string reason, string hint)
        {
            findings.RefuseFile(new RowRefusal(layout.File, record?.Line ?? 1, column, code, reason, hint));
            return null;
        }

        string[] names = record is { Fault: null } header ? Names(header) : [];
        names = names[..(Array.FindLastIndex(names, name => name.Length > 0) + 1)];
        if (!names.Any(layout.Read.Contains))
        {
            return Refused(RefusalCode.NotCsv, "", "The first line names none of the columns of this file.",
                $"The first line should begin so: {string.Join(",", layout.Required)}.");
        }

        if (names.Where(name => name.Length > 0).GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
        {
            var known = layout.Read.Contains(twice);
            return Refused(RefusalCode.DuplicateColumn, known || !layout.IsSecret ? twice : "",
                known || !layout.IsSecret ? $"The column {twice} stands twice in the header." : "A column stands twice in the header.",
                "Keep one of the two.");
        }

        if (layout.Required.FirstOrDefault(column => !names.Contains(column)) is { } missing)
        {
            var near = names.FirstOrDefault(name => IsNear(name, missing) && !layout.Read.Contains(name));
            return Refused(RefusalCode.MissingColumn, missing, $"The column {missing} is missing; nothing of this file was read.",
                near is null || layout.IsSecret ? $"The header needs: {string.Join(",", layout.Required)}."
                    : $"Is {near} the column {missing}? Then name it so.");
        }

        NoteUnread(layout, names, findings);
        return new Header(names.Select((name, at) => (name, at)).Where(column => layout.Read.Contains(column.name))
            .ToDictionary(column => column.name, column => column.at), names.Length, record!.Value.Cells.Length);
    }

    // A first line that is data would be repeated here; so of a secret file only the place of a column is told.
    private static void NoteUnread(CsvLayout layout, string[] names, Findings findings)
    {
        for (var at = 0; at < names.Length; at++)
        {
            var name = names[at];
            if (layout.Read.Contains(name))
            {
                continue;
            }

            var nearest = layout.Read.MinBy(known => EditDistance.Between(CsvRow.Short(name), known))!;
            var place = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Column {at + 1}");
            findings.Note(layout.File, layout.IsSecret ? "" : name, name.Length == 0 ? $"{place} has no name and was not read."
                : layout.IsSecret ? $"{place} is unknown and was not read. The nearest known column is {nearest}."
                : $"Unknown column {CsvRow.Short(name)} was not read. The nearest known column is {nearest}.");
        }
    }

    private static bool IsNear(string name, string column) => name.Length > 0 && EditDistance.Between(name, column) <= 2;
}
