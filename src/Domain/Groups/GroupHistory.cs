using Networks.Domain.Residents;

namespace Networks.Domain.Groups;

/// <summary>When each thing about a group was written down, and how its record was known on a day.</summary>
public static class GroupHistory
{
    /// <summary><paramref name="next"/> with what it changes of <paramref name="present"/> noted as written down on a day.</summary>
    public static Group Kept(Group? present, Group next, DateOnly today)
    {
        var kept = next with { RecordedOn = present is null ? next.RecordedOn ?? today : present.RecordedOn };
        if (present is null || Of(present.Facts, today) == Of(next.Facts, today))
        {
            return kept;
        }

        return kept with
        {
            Earlier = ResidentHistory.Remember(next.Earlier, Of(present.Facts, today), present.RecordedOn, known => known.Until),
        };
    }

    /// <summary>The record as it was known in the evening of <paramref name="day"/>; null if it was made later.</summary>
    public static Group? On(Group group, DateOnly day)
    {
        if (group.RecordedOn > day)
        {
            return null;
        }

        return group.Earlier.FirstOrDefault(known => known.Until > day) is not { } was ? group : group with
        {
            Facts = group.Facts with { Ward = was.Ward, Kind = was.Kind, OpenedOn = was.OpenedOn, ClosedOn = was.ClosedOn },
            Earlier = [.. group.Earlier.Where(known => known.Until <= day)],
        };
    }

    private static GroupBefore Of(GroupFacts facts, DateOnly until) => new(until, facts.Ward, facts.Kind, facts.OpenedOn, facts.ClosedOn);
}
