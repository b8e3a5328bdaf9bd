using Networks.Domain.Matches;
using Networks.Graph.Wards;

namespace Networks.Graph.Matches;

/// <summary>
/// How many places an offer has free on a day, from the moment it was counted until the next hold runs out: held places become free by
/// themselves, and everything else that changes them makes another entry.
/// </summary>
internal sealed class FreePlaces
{
    private readonly int day;
    private readonly DateTimeOffset from;
    private readonly DateTimeOffset until;

    private FreePlaces(Places places, bool isOpenWithoutLimit, DateTimeOffset now, int day)
    {
        this.day = day;
        from = now;
        until = places.Held.Where(held => held.CountsAt(now)).Select(held => held.ExpiresAt).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        Count = places.FreeAt(now, DateOnly.FromDayNumber(day));
        HasPlace = Count is { } free ? free > 0 : isOpenWithoutLimit;
    }

    /// <summary>Null without a capacity.</summary>
    public int? Count { get; }

    /// <summary>True if a place may be offered.</summary>
    public bool HasPlace { get; }

    /// <summary>No capacity means no limit where anyone may walk in, and not known elsewhere: what is not known is never offered.</summary>
    public static FreePlaces Of(GroupEntry group, DateTimeOffset now, int day) => new(group.Places, group.OpenAccess, now, day);

    public static FreePlaces Of(VolunteerEntry volunteer, DateTimeOffset now, int day) => new(volunteer.Places, false, now, day);

    /// <summary>True if the count still stands.</summary>
    public bool CountsAt(DateTimeOffset now, int day) => day == this.day && from <= now && now < until;
}
