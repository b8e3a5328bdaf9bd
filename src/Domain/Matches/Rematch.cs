namespace Networks.Domain.Matches;

/// <summary>
/// The time a volunteer has between two matches. Poor or hurried endings can harm both, and mentoring schemes leave two to three weeks
/// before a new match (iMentor; National Mentoring Resource Center): a round does not offer the place again before.
/// </summary>
public static class Rematch
{
    /// <summary>Days after an ending during which its place is not offered again.</summary>
    public const int BufferDays = 14;

    /// <summary>The first day on which a place that became free on a day is offered again.</summary>
    public static DateOnly From(DateOnly endedOn) => endedOn.AddDays(BufferDays);
}
