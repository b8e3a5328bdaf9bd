using System.Collections.Immutable;

namespace Networks.Grains.Commands;

/// <summary>How every register takes what an import brings: rows of known keys are replaced, others added, and no row goes.</summary>
internal static class Upserts
{
    /// <summary>
    /// The rows with <paramref name="adopted"/> taken in, ordered by key, and how many differ from what was there. Of two adopted rows with
    /// one key the last counts.
    /// </summary>
    public static (ImmutableArray<TRow> Rows, int Changed) Into<TRow, TKey>(
        ImmutableArray<TRow> known, ImmutableArray<TRow> adopted, Func<TRow, TKey> keyOf, IComparer<TKey>? order = null)
        where TRow : class
        where TKey : notnull
    {
        var rows = known.ToDictionary(keyOf);
        var changed = 0;
        foreach (var row in adopted.GroupBy(keyOf).Select(same => same.Last()))
        {
            if (!row.Equals(rows.GetValueOrDefault(keyOf(row))))
            {
                rows[keyOf(row)] = row;
                changed++;
            }
        }

        return ([.. rows.OrderBy(row => row.Key, order).Select(row => row.Value)], changed);
    }
}
