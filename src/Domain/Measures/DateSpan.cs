namespace Networks.Domain.Measures;

/// <summary>The one meaning of "from - to" days: a thing holds on a day if it had begun by then and had not yet ended.</summary>
public static class DateSpan
{
    /// <summary>
    /// True if start is unknown or on or before <paramref name="day"/>, and end is unknown or after it. The end day itself no longer
    /// counts.
    /// </summary>
    public static bool Holds(DateOnly? start, DateOnly? end, DateOnly day) =>
        (start is null || start <= day) && (end is null || end > day);
}
