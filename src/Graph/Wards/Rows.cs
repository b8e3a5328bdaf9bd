using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Networks.Domain.Matches;
using Networks.Domain.Ties;

namespace Networks.Graph.Wards;

/// <summary>
/// Days of contact while a row is packed: the latest goes into the row itself, because nearly every row has at most one; the earlier
/// ones beside it.
/// </summary>
internal readonly record struct ContactDays(int Latest, int[]? Earlier)
{
    public const int None = int.MinValue;

    public static ContactDays Of(DateOnly? last, ImmutableArray<DateOnly> contacts)
    {
        if (contacts.IsEmpty)
        {
            return new ContactDays(last?.DayNumber ?? None, null);
        }

        var days = new int[contacts.Length + 1];
        for (var at = 0; at < contacts.Length; at++)
        {
            days[at] = contacts[at].DayNumber;
        }

        // None is before all days.
        days[^1] = last?.DayNumber ?? None;
        Array.Sort(days);
        var count = 0;
        foreach (var day in days)
        {
            if (day != None && (count == 0 || days[count - 1] != day))
            {
                days[count++] = day;
            }
        }

        return new ContactDays(days[count - 1], count == 1 ? null : days[..(count - 1)]);
    }
}

/// <summary>
/// A tie as its owner names it. <see cref="Other"/> is a resident's ordinal, or below zero the complement of an alter's. 20 bytes without
/// a reference, so that neither a copy nor the garbage collector looks into millions of them.
/// </summary>
/// <param name="Other">The other end.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day no longer.</param>
/// <param name="Latest">Latest contact; <see cref="ResidentNode.ContactUpTo(in TieRow, int)"/> looks at the earlier ones as well.</param>
/// <param name="KindByte">What the named person is to her.</param>
/// <param name="FrequencyByte">Lower half: 0 = not stated, else the word's number + 1. Upper half: the circle, 0 = not said.</param>
/// <param name="Earlier">0 = no earlier contact, else which list of them among her own, from 1.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct TieRow(int Other, int From, int Until, int Latest, byte KindByte, byte FrequencyByte, ushort Earlier)
{
    /// <summary>Nobody said how close the two are.</summary>
    public const int CircleNotSaid = 0;

    private const int CircleShift = 4;
    private const int FrequencyMask = (1 << CircleShift) - 1;

    public DaySpan Span => new(From, Until);

    public TieKind Kind => (TieKind)KindByte;

    public ContactFrequency? Frequency => (FrequencyByte & FrequencyMask) is > 0 and var word ? (ContactFrequency)(word - 1) : null;

    /// <summary>1 (closest) to 3; <see cref="CircleNotSaid"/> if nobody said how close the two are.</summary>
    public int Circle => FrequencyByte >> CircleShift;

    public bool IsAlter => Other < 0;

    public int Alter => ~Other;

    /// <summary>True if the tie holds on <paramref name="day"/>, whoever the other is.</summary>
    public bool Holds(int day) => From <= day && day < Until;

    public static TieRow Of(TieEntry tie, int other, int latest, ushort earlier)
    {
        var span = DaySpan.Of(tie.Since, tie.EndedOn);
        return new TieRow(
            other, span.From, span.Until, latest, (byte)tie.Kind,
            (byte)((tie.Frequency is { } stated ? (int)stated + 1 : 0) | ((tie.Circle ?? CircleNotSaid) << CircleShift)), earlier);
    }

    public bool SameEdge(in TieRow other) =>
        Other == other.Other && From == other.From && Until == other.Until && KindByte == other.KindByte;
}

/// <summary>A membership; its contacts are the days she came.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct MembershipRow(int Group, int From, int Until, int Latest, int Earlier)
{
    public DaySpan Span => new(From, Until);

    public bool SameEdge(in MembershipRow other) => Group == other.Group && From == other.From && Until == other.Until;
}

/// <summary>A match with a volunteer.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct MatchRow(int Volunteer, int From, int Until, int Latest, OfferKind Kind, int Earlier)
{
    public DaySpan Span => new(From, Until);

    public bool SameEdge(in MatchRow other) => Volunteer == other.Volunteer && From == other.From && Until == other.Until;
}
