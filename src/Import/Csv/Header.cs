using Networks.Domain.Measures;
using Networks.Import.Deliveries;
using Networks.Import.Refusals;

namespace Networks.Import.Csv;

/// <summary>Reads the header: which column stands where, which are missing, which nobody knows.</summary>
internal static class Header
{
    /// <summary>Column name to position, unread columns under a name no layout has; null after one refusal.</summary>
    public static Dictionary<string, int>? Read(CsvLayout layout, CsvRecord? record, Findings findings)
    {
        Dictionary<string, int>? Refused(string code, string column, string reason, string hint)
        {
            findings.RefuseFile(new RowRefusal(layout.File, record?.Line ?? 1, column, code, reason, hint));
            return null;
        }

        string[] cells = record is { Fault: null } header ? [.. header.Cells.Select(cell => cell.Trim())] : [];
        if (!cells.Any(layout.Read.Contains))
        {
            return Refused(RefusalCode.NotCsv, "", "The first line names none of the columns of this file.",
                WhatItIsInstead(layout, cells));
        }

        if (cells.Where(cell => cell.Length > 0).GroupBy(cell => cell).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
        {
            return Refused(RefusalCode.DuplicateColumn, twice, $"The column {twice} stands twice in the header.", "Keep one of the two.");
        }

        if (layout.Required.FirstOrDefault(column => !cells.Contains(column)) is { } missing)
        {
            var near = cells.FirstOrDefault(cell => IsNear(cell, missing) && !layout.Read.Contains(cell));
            return Refused(RefusalCode.MissingColumn, missing, $"The column {missing} is missing; nothing of this file was read.",
                near is null ? $"The header needs: {string.Join(",", layout.Required)}."
                    : $"Is {near} the column {missing}? Then name it so.");
        }

        NoteUnread(layout, cells, findings);
        return cells.Select((cell, at) => (Name: layout.Read.Contains(cell) ? cell : $"{at}:{cell}", at))
            .ToDictionary(c => c.Name, c => c.at);
    }

    private static void NoteUnread(CsvLayout layout, string[] cells, Findings findings)
    {
        string[] later = [.. cells.Where(layout.Later.Contains)];
        if (later.Length > 0)
        {
            findings.Note(layout.File, "", $"Not read yet, and ignored: {string.Join(", ", later)}.");
        }

        foreach (var cell in cells.Where(cell => !layout.Read.Contains(cell) && !layout.Later.Contains(cell)))
        {
            var nearest = layout.Read.Concat(layout.Later).MinBy(known => EditDistance.Between(cell.ToLowerInvariant(), known))!;
            findings.Note(layout.File, cell, cell.Length == 0
                ? "A column without a name was not read."
                : $"Unknown column {CsvRow.Short(cell)} was not read. The nearest known column is {nearest}.");
        }
    }

    private static string WhatItIsInstead(CsvLayout layout, string[] cells)
    {
        foreach (var (separator, name) in ((char, string)[])[(';', "semicolons"), ('\t', "tabs"), ('|', "bars")])
        {
            if (cells.Any(cell => cell.Split(separator).Any(part => layout.Read.Contains(part.Trim('"', ' ')))))
            {
                return $"The columns are separated by {name}; save the file with commas (CSV UTF-8).";
            }
        }

        return cells.Any(cell => layout.Read.Contains(cell.ToLowerInvariant().Replace(' ', '_')))
            ? $"Column names are written in lower case with underscores: {string.Join(",", layout.Required)}."
            : $"The first line should begin so: {string.Join(",", layout.Required)}.";
    }

    private static bool IsNear(string cell, string column) =>
        cell.Length > 0 && EditDistance.Between(cell.ToLowerInvariant().Replace(' ', '_'), column) <= 2;
}
