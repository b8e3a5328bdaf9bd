using System.Collections.Immutable;
using Networks.Domain.Measures;
using Networks.Import.Refusals;

namespace Networks.Import.Csv;

/// <summary>
/// Cells that hold words. A closed list refuses a word it does not know and names the nearest; an open list keeps it, matches it
/// literally, and tells of it once.
/// </summary>
internal static class WordCells
{
    /// <summary>Distinct cells whose split form is kept for sharing.</summary>
    private const int SharedListsMax = 20_000;

    /// <summary>Items of one list cell.</summary>
    private const int ItemsMax = 100;

    /// <summary>One word of a closed list; null when empty or refused.</summary>
    public static T? Word<T>(this CsvRow row, string column)
        where T : struct, Enum => row.Text(column) is { } text ? row.AsWord<T>(column, text) : null;

    /// <summary>Words of a closed list.</summary>
    public static ImmutableArray<T> Words<T>(this CsvRow row, string column)
        where T : struct, Enum
    {
        var items = row.Items(column);
        return items.IsEmpty ? [] : [.. items.Select(item => row.AsWord<T>(column, item)).OfType<T>().Distinct()];
    }

    /// <summary>The parts of a list cell, without empty ones.</summary>
    public static ImmutableArray<string> Items(this CsvRow row, string column)
    {
        if (row.Text(column) is not { } text)
        {
            return [];
        }

        var shared = row.Table.Lists;
        if (shared.TryGetValue(text, out var known))
        {
            return known;
        }

        ImmutableArray<string> items =
            [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (items.Length > ItemsMax)
        {
            row.Refuse(column, RefusalCode.TooLong, $"A list has at most {ItemsMax} items.", "");
        }
        else if (shared.Count < SharedListsMax)
        {
            shared.Add(text, items);
        }

        return items;
    }

    /// <summary>Words of an open list; those outside <paramref name="usual"/> are kept and told of.</summary>
    public static ImmutableArray<string> OpenWords(this CsvRow row, string column, IReadOnlySet<string>? usual = null)
    {
        var items = row.Items(column);
        if (usual is not null)
        {
            foreach (var item in items.Where(item => !usual.Contains(item)))
            {
                row.NoteUnusual(column, item);
            }
        }

        return items;
    }

    /// <summary>Tells once that a word outside the usual ones was kept.</summary>
    public static void NoteUnusual(this CsvRow row, string column, string word) => row.Findings.Tally(
        row.Table.Layout.File, column, $"{row.Echo(word)} is not one of the usual words; kept as written and matched literally "
            + $"(rows: {{n}}).");

    /// <summary>Words of a closed list that has no type of its own.</summary>
    public static ImmutableArray<string> ClosedWords(this CsvRow row, string column, IReadOnlyList<string> words)
    {
        var items = row.Items(column);
        foreach (var item in items.Where(item => !words.Contains(item)))
        {
            row.RefuseWord(column, item, words);
        }

        return items;
    }

    /// <summary>References in a list cell.</summary>
    public static ImmutableArray<T> ReferenceList<T>(this CsvRow row, string column)
        where T : struct, IReference<T>
    {
        var items = row.Items(column);
        if (items.FirstOrDefault(item => References.Fault(item) is not null) is { } wrong)
        {
            row.Refuse(column, RefusalCode.BadReference, References.Fault(wrong)!, "");
            return [];
        }

        return items.IsEmpty ? [] : [.. items.Select(T.Of)];
    }

    /// <summary>Weekly slots.</summary>
    public static TimeSlots Slots(this CsvRow row, string column)
    {
        var slots = default(TimeSlots);
        foreach (var item in row.Items(column))
        {
            if (TimeSlots.TryParse(item, out var slot))
            {
                slots = slots.With(slot);
            }
            else
            {
                row.RefuseWord(column, item, TimeSlots.Words, "such as mon-am, tue-pm, sat-eve");
            }
        }

        return slots;
    }

    /// <summary>
    /// Items of the form kind, kind:date or kind:from/until. What runs out by its nature may do so years ahead; then
    /// <paramref name="endsNear"/> is false.
    /// </summary>
    public static IEnumerable<(string Kind, DateOnly? From, DateOnly? Until)> Dated(
        this CsvRow row, string column, IReadOnlySet<string> usual, DateOnly today, bool endsNear = true)
    {
        foreach (var item in row.Items(column))
        {
            var colon = item.IndexOf(':');
            var kind = colon < 0 ? item : item[..colon].TrimEnd();
            string[] dates = colon < 0 ? [] : item[(colon + 1)..].Split('/', 2, StringSplitOptions.TrimEntries);
            var from = dates is [{ Length: > 0 } first, ..] ? row.AsDate(column, IsSlashed(dates) ? item[(colon + 1)..] : first) : null;
            var until = dates is [_, { Length: > 0 } second] && !row.IsRefused ? row.AsDate(column, second) : null;
            row.CheckNear(column, from, today);
            row.CheckNear(column, endsNear ? until : null, today);
            row.CheckOrder(column, from, column, until);
            if (!usual.Contains(kind))
            {
                row.NoteUnusual(column, kind);
            }

            if (from is null && !row.IsRefused)
            {
                row.Findings.Tally(row.Table.Layout.File, column,
                    $"{row.Echo(kind)} without a date was accepted; please date it (rows: {{n}}).");
            }

            yield return (kind, from, until);
        }
    }

    /// <summary>Refuses a word outside a closed list and names the nearest one.</summary>
    public static void RefuseWord(this CsvRow row, string column, string word, IReadOnlyList<string> words, string? allowed = null)
    {
        var nearest = words.MinBy(known => EditDistance.Between(CsvRow.Short(word).ToLowerInvariant(), known));
        row.Refuse(column, RefusalCode.NotInList, $"{row.Echo(word)} is not one of the values of {column}.",
            $"Did you mean {nearest}? Allowed: {allowed ?? string.Join(", ", words)}.");
    }

    // 31/03/2026 and 2026/03/31 have slashes too, but no whole date in front of the first one.
    private static bool IsSlashed(string[] dates) => dates is [var first, _] && !first.Contains('-');

    private static T? AsWord<T>(this CsvRow row, string column, string text)
        where T : struct, Enum
    {
        if (Vocabulary<T>.TryParse(text, out var value))
        {
            return value;
        }

        row.RefuseWord(column, text, Vocabulary<T>.Words);
        return null;
    }
}
