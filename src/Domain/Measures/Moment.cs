namespace Networks.Domain.Measures;

/// <summary>When something is decided. Rules know no clock; whoever asks them says what time it is.</summary>
/// <param name="Now">The instant.</param>
/// <param name="Today">The civil day in the area's time zone at that instant.</param>
public readonly record struct Moment(DateTimeOffset Now, DateOnly Today)
{
    /// <summary>How far ahead a date may lie, in days: a year's planning, and no typing error of a century.</summary>
    public const int AheadDaysMax = 366;

    /// <summary>True if <paramref name="day"/> is known and lies further ahead than a date may.</summary>
    public bool IsTooFarAhead(DateOnly? day) => day is { } known && known.DayNumber > Today.DayNumber + AheadDaysMax;
}
