using System.Globalization;
using System.Text;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Pages;

/// <summary>Which page of a list a client asks for; made only by <see cref="Of"/>, which refuses what no page can be.</summary>
internal readonly record struct PageRequest
{
    /// <summary>Rows of a page when nothing is said.</summary>
    public const int RowsDefault = 50;

    /// <summary>The most rows a page can hold.</summary>
    public const int RowsMax = 100;

    private PageRequest(int? first, string? after, int? last, string? before) =>
        (First, After, Last, Before) = (first, after, last, before);

    public int? First { get; }

    public string? After { get; }

    public int? Last { get; }

    public string? Before { get; }

    public static PageRequest Of(int? first, string? after, int? last = null, string? before = null)
    {
        Check("first", first);
        Check("last", last);
        if (first is not null && last is not null)
        {
            throw Refused.BadArgument("last", "Give 'first' or 'last', not both: a page is read forward or backward.");
        }

        return new PageRequest(first ?? (last is null ? RowsDefault : null), after, last, before);
    }

    public Page ToPage() => new() { First = First, After = After, Last = Last, Before = Before };

    /// <summary>The page out of a list that is at hand whole; its cursors are positions.</summary>
    public ListPage<T> Cut<T>(IReadOnlyList<T> rows)
    {
        var from = After is null ? 0 : Position("after", After) + 1;
        var until = Before is null ? rows.Count : Math.Min(rows.Count, Position("before", Before));
        if (First is { } first)
        {
            until = Math.Min(until, from + first);
        }

        if (Last is { } last)
        {
            from = Math.Max(from, until - last);
        }

        return new ListPage<T>(
            rows, from, Math.Max(0, until - from),
            HasPrevious: from > 0 && rows.Count > 0, HasNext: until < rows.Count && from < rows.Count);
    }

    private static void Check(string argument, int? rows)
    {
        if (rows < 0)
        {
            throw Refused.BadArgument(argument, $"{argument} is {rows}; it must be from 0 to {RowsMax}.");
        }

        if (rows > RowsMax)
        {
            throw Refused.PageTooLarge(argument, rows.Value, RowsMax);
        }
    }

    internal static string Cursor(int position) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(position.ToString(CultureInfo.InvariantCulture)));

    private static int Position(string argument, string cursor)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (cursor.Length <= 20 && Convert.TryFromBase64String(cursor, bytes, out var length)
            && int.TryParse(bytes[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            return position;
        }

        throw Refused.BadArgument(argument, $"{argument} is no cursor of this list; use one that a page of it gave.");
    }
}

/// <summary>A page of a list; the cursors of its rows are written when they are asked for.</summary>
internal sealed record ListPage<T>(IReadOnlyList<T> List, int From, int Count, bool HasPrevious, bool HasNext)
{
    public IReadOnlyList<(string Cursor, T Row)> Rows =>
        new RowsOnDemand<(string, T)>(Count, at => (PageRequest.Cursor(From + at), this[at]));

    public int TotalCount => List.Count;

    public PageInfo Info => PageInfo.Of(Rows, row => row.Cursor, HasNext, HasPrevious);

    public T this[int row] => List[From + row];
}
