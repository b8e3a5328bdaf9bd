using Networks.Domain.Commands;
using Networks.Domain.Measures;
using Networks.Domain.Residents;

namespace Networks.Domain.Groups;

/// <summary>When a resident's day at a group may be written down, member or not.</summary>
public static class AttendanceRules
{
    /// <summary>Most days at groups one record keeps.</summary>
    public const int AttendancesMax = 5_000;

    /// <summary>What a companion's reference begins with when the companion is a volunteer.</summary>
    public const string VolunteerPrefix = "volunteer:";

    /// <summary>
    /// Refusals in order: group, on, accompaniedBy; left, full. The same group and day again puts the new companion over the old.
    /// </summary>
    public static Decision<Resident> Record(Resident present, RecordAttendance command, Moment at)
    {
        var added = command.Attendance;
        if (Values.First(Fault(added, at), ResidentRules.HadLeft(present, added.On)) is { } refusal)
        {
            return refusal;
        }

        var known = present.Attendances.FirstOrDefault(came => came.Group == added.Group && came.On == added.On);
        if (known is not null && known.AccompaniedBy == added.AccompaniedBy)
        {
            return Decision<Resident>.Unchanged(present);
        }

        var others = known is null ? present.Attendances : present.Attendances.Remove(known);
        return others.Length >= AttendancesMax
            ? new WrongState("full", $"The record keeps {AttendancesMax} days at groups already.")
            : Decision<Resident>.Accept(present with
            {
                Attendances =
                [
                    .. others.Add(added with { RecordedOn = known?.RecordedOn }).OrderBy(came => came.On).ThenBy(came => came.Group),
                ],
            });
    }

    /// <summary>The first fault of a day at a group, or null.</summary>
    public static Refusal? Fault(Attendance attendance, Moment at) => Values.First(
        Values.Reference("group", attendance.Group.Value),
        Values.Past("on", attendance.On, at),
        attendance.AccompaniedBy is { } companion ? Values.Reference("accompaniedBy", Bare(companion)) : null);

    private static string Bare(string companion) =>
        companion.StartsWith(VolunteerPrefix, StringComparison.Ordinal) ? companion[VolunteerPrefix.Length..] : companion;
}
