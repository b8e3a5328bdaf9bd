namespace Networks.Graph.Residents;

/// <summary>Which rows of an ordered list a page shows: from <paramref name="From"/> up to <paramref name="To"/>, not included.</summary>
internal readonly record struct PageWindow(int From, int To, bool HasPrevious, bool HasNext, string? Fault)
{
    /// <summary>The window of <paramref name="page"/> in a list of <paramref name="total"/> rows.</summary>
    /// <param name="page">What was asked.</param>
    /// <param name="total">Rows in all.</param>
    /// <param name="rowsUpTo">Rows on or before a cursor; null if it is no cursor of this list.</param>
    /// <param name="rowsBefore">Rows before a cursor; null if it is no cursor of this list.</param>
    public static PageWindow Of(Page page, int total, Func<string, int?> rowsUpTo, Func<string, int?> rowsBefore)
    {
        if ((Ranges.OutOf("first", page.First, 0, Page.RowsMax) ?? Ranges.OutOf("last", page.Last, 0, Page.RowsMax)) is { } outOfRange)
        {
            return Refused(outOfRange);
        }

        int? from = page.After is null ? 0 : rowsUpTo(page.After), to = page.Before is null ? total : rowsBefore(page.Before);
        if (from is null || to is null)
        {
            return Refused(
                $"{(from is null ? "after" : "before")} is no cursor of this list in this order; take one from a page of the same list.");
        }

        int start = from.Value, end = Math.Max(from.Value, to.Value);
        if (page.First is not null || page.Last is null)
        {
            end = Math.Min(end, start + (page.First ?? Page.RowsDefault));
        }

        if (page.Last is { } last)
        {
            start = Math.Max(start, end - last);
        }

        return new PageWindow(start, end, start > 0, end < total, null);
    }

    private static PageWindow Refused(string fault) => new(0, 0, false, false, fault);
}
