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

        if (present.Attendances.Contains(added))
        {
            return Decision<Resident>.Unchanged(present);
        }

        var others = present.Attendances.RemoveAll(known => known.Group == added.Group && known.On == added.On);
        return others.Length >= AttendancesMax
            ? new WrongState("full", $"The record keeps {AttendancesMax} days at groups already.")
            : Decision<Resident>.Accept(present with
            {
                Attendances = [.. others.Add(added).OrderBy(known => known.On).ThenBy(known => known.Group)],
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
