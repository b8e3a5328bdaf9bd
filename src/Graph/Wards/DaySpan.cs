namespace Networks.Graph.Wards;

/// <summary>
/// Days as whole numbers: from a first day to a first day no longer. An unknown start is before all days and an unknown end after all
/// of them, so one comparison means what <see cref="Domain.Measures.DateSpan"/> means.
/// </summary>
internal readonly record struct DaySpan(int From, int Until)
{
    public const int Never = int.MaxValue;
    public const int Always = int.MinValue;

    /// <summary>No day at all.</summary>
    public static DaySpan None { get; } = new(Never, Always);

    public static DaySpan Of(DateOnly? from, DateOnly? until) => new(from?.DayNumber ?? Always, until?.DayNumber ?? Never);

    public bool Holds(int day) => From <= day && day < Until;
}
