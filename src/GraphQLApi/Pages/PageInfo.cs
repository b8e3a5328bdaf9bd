namespace Networks.GraphQLApi.Pages;

/// <summary>Where a page stands in its list.</summary>
public sealed class PageInfo
{
    private readonly Func<int, string> _cursor;
    private readonly int _rows;

    private PageInfo(int rows, Func<int, string> cursor) => (_rows, _cursor) = (rows, cursor);

    /// <summary>More follow after this page.</summary>
    public required bool HasNextPage { get; init; }

    /// <summary>Some stand before this page.</summary>
    public required bool HasPreviousPage { get; init; }

    /// <summary>Cursor of the first row; null on an empty page.</summary>
    public string? StartCursor => _rows == 0 ? null : _cursor(0);

    /// <summary>Cursor of the last row; give it as `after` to go on.</summary>
    public string? EndCursor => _rows == 0 ? null : _cursor(_rows - 1);

    internal static PageInfo Of<T>(IReadOnlyList<T> rows, Func<T, string> cursor, bool hasNextPage, bool hasPreviousPage) =>
        new(rows.Count, at => cursor(rows[at])) { HasNextPage = hasNextPage, HasPreviousPage = hasPreviousPage };
}
