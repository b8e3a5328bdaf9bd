using Orleans;

namespace Networks.Domain.Groups;

/// <summary>A resident came to a group on a day, member or not. Group and day identify it among hers.</summary>
/// <param name="Group">The group.</param>
/// <param name="On">The day.</param>
/// <param name="AccompaniedBy">Who came with her: <c>volunteer:ID</c> or a resident's reference; null = nobody, or not known.</param>
[GenerateSerializer, Immutable, Alias("networks.attendance")]
public sealed record Attendance(
    [property: Id(0)] GroupId Group, [property: Id(1)] DateOnly On, [property: Id(2)] string? AccompaniedBy)
{
    /// <summary>The day it was written down; null = on its own day, or with her record.</summary>
    [Id(3)] public DateOnly? RecordedOn { get; init; }
}
