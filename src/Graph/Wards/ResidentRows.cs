using System.Runtime.InteropServices;
using Networks.Domain.Measures;

namespace Networks.Graph.Wards;

/// <summary>
/// What every question reads of a resident, 24 bytes. Her ties and memberships begin where those of the one before her end.
/// </summary>
/// <param name="Version">Version of the row it was taken from.</param>
/// <param name="Ward">The ward's number; below zero = no ward holds her.</param>
/// <param name="From">First day on the register.</param>
/// <param name="Until">First day no longer on it.</param>
/// <param name="TiesEnd">Where her ties end among those of the block.</param>
/// <param name="MembershipsEnd">Where her memberships end.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct ResidentRow(int Version, int Ward, int From, int Until, int TiesEnd, int MembershipsEnd)
{
    public static ResidentRow Nobody(int tiesEnd, int membershipsEnd) =>
        new(0, -1, DaySpan.None.From, DaySpan.None.Until, tiesEnd, membershipsEnd);

    /// <summary>True if both belong to one ward and are on the register on the same days.</summary>
    public bool SamePlace(in ResidentRow other) => Ward == other.Ward && From == other.From && Until == other.Until;
}

/// <summary>Facts about a resident, 48 bytes without a gap, so that two can be compared as bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly struct ResidentFactsRow
{
    private const int AloneKnown = 1;
    private const int Alone = 2;
    private const int HasBirthYear = 4;
    private const int HasBand = 8;
    private const int HasHome = 16;
    private const int NoDay = ContactDays.None;

    private readonly int askedOn;
    private readonly int birthYear;
    private readonly int waitingSince;
    private readonly int recordedOn;
    private readonly int pausedUntil;
    private readonly int band;
    private readonly int flags;
    private readonly double latitude;
    private readonly double longitude;

    public ResidentFactsRow(ResidentEntry entry)
    {
        askedOn = Number(entry.ConnectionsAskedOn);
        birthYear = entry.BirthYear ?? 0;
        waitingSince = Number(entry.WaitingSince);
        recordedOn = Number(entry.RecordedOn);
        pausedUntil = Number(entry.PausedUntil);
        band = entry.PriorityBand ?? 0;
        Seeking = KindBits.Of(entry.Seeking);
        flags = (entry.LivesAlone is null ? 0 : AloneKnown) | (entry.LivesAlone == true ? Alone : 0)
            | (entry.BirthYear is null ? 0 : HasBirthYear) | (entry.PriorityBand is null ? 0 : HasBand)
            | (entry.Home is null ? 0 : HasHome);
        (latitude, longitude) = entry.Home is { } home ? (home.Latitude, home.Longitude) : (0, 0);
    }

    public int Seeking { get; }

    public DateOnly? AskedOn => Day(askedOn);

    public int? BirthYear => (flags & HasBirthYear) == 0 ? null : birthYear;

    public DateOnly? WaitingSince => Day(waitingSince);

    public DateOnly? RecordedOn => Day(recordedOn);

    public DateOnly? PausedUntil => Day(pausedUntil);

    public int? PriorityBand => (flags & HasBand) == 0 ? null : band;

    public bool? LivesAlone => (flags & AloneKnown) == 0 ? null : (flags & Alone) != 0;

    /// <summary>True if she had been asked about her connections by <paramref name="day"/>.</summary>
    public bool IsAskedBy(int day) => askedOn != NoDay && askedOn <= day;

    public GeoPoint? Home => (flags & HasHome) == 0 ? null : new GeoPoint(latitude, longitude);

    /// <summary>True if nothing differs, to the last bit.</summary>
    public static bool Same(in ResidentFactsRow left, in ResidentFactsRow right) =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<ResidentFactsRow>(in left))
            .SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<ResidentFactsRow>(in right)));

    private static int Number(DateOnly? day) => day?.DayNumber ?? NoDay;

    private static DateOnly? Day(int number) => number == NoDay ? null : DateOnly.FromDayNumber(number);
}

/// <summary>What few residents have; null where somebody has none of it.</summary>
internal sealed class ResidentRest
{
    /// <summary>When she may be asked to introduce somebody.</summary>
    public required DaySpan[] Introductions { get; init; }

    /// <summary>Day numbers on which she was asked to introduce somebody, one for each time, in order.</summary>
    public required int[] IntroductionsAskedOn { get; init; }

    /// <summary>Day numbers on which a proposal to her was declined.</summary>
    public required int[] DeclinedOn { get; init; }

    public required MatchRow[] Matches { get; init; }

    /// <summary>Contacts before the latest, a list for each row that has any, ascending.</summary>
    public required int[][] Earlier { get; init; }

    /// <summary>True if nothing differs; null is somebody who has none of it.</summary>
    public static bool Same(ResidentRest? left, ResidentRest? right) =>
        left == right || (left is not null && right is not null && left.Same(right));

    private bool Same(ResidentRest other)
    {
        var same = Introductions.AsSpan().SequenceEqual(other.Introductions) && DeclinedOn.AsSpan().SequenceEqual(other.DeclinedOn)
            && IntroductionsAskedOn.AsSpan().SequenceEqual(other.IntroductionsAskedOn)
            && Matches.AsSpan().SequenceEqual(other.Matches) && Earlier.Length == other.Earlier.Length;
        for (var at = 0; same && at < Earlier.Length; at++)
        {
            same = Earlier[at].AsSpan().SequenceEqual(other.Earlier[at]);
        }

        return same;
    }
}
