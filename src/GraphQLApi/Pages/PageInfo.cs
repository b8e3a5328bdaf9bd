namespace Networks.GraphQLApi.Pages;

/// <summary>Where a page stands in its list.</summary>
public sealed record PageInfo
{
    /// <summary>More follow after this page.</summary>
    public required bool HasNextPage { get; init; }

    /// <summary>Some stand before this page.</summary>
    public required bool HasPreviousPage { get; init; }

    /// <summary>Cursor of the first row; null on an empty page.</summary>
    public required string? StartCursor { get; init; }

    /// <summary>Cursor of the last row; give it as `after` to go on.</summary>
    public required string? EndCursor { get; init; }

    internal static PageInfo Of<T>(IReadOnlyList<T> rows, Func<T, string> cursor, bool hasNextPage, bool hasPreviousPage) => new()
    {
        HasNextPage = hasNextPage,
        HasPreviousPage = hasPreviousPage,
        StartCursor = rows.Count == 0 ? null : cursor(rows[0]),
        EndCursor = rows.Count == 0 ? null : cursor(rows[^1])
    };
}
