using Networks.Domain.Matches;
using Networks.Domain.Ties;

namespace Networks.Graph.Wards;

/// <summary>Days of contact, the latest beside the row itself because nearly every row has at most one.</summary>
internal readonly record struct ContactDays(int Latest, int[]? Earlier)
{
    public const int None = int.MinValue;

    public static ContactDays Of(DateOnly? last, IEnumerable<DateOnly> contacts)
    {
        int[] days = [.. contacts.Select(day => day.DayNumber).Append(last?.DayNumber ?? None).Where(day => day != None).Distinct()
            .Order()];
        return days.Length == 0 ? new ContactDays(None, null) : new ContactDays(days[^1], days.Length == 1 ? null : days[..^1]);
    }

    /// <summary>The latest contact on or before <paramref name="day"/>; contacts after it are not yet known on it.</summary>
    public int UpTo(int day)
    {
        if (Latest <= day || Earlier is null)
        {
            return Latest <= day ? Latest : None;
        }

        for (var at = Earlier.Length - 1; at >= 0; at--)
        {
            if (Earlier[at] <= day)
            {
                return Earlier[at];
            }
        }

        return None;
    }

    public IEnumerable<DateOnly> All() =>
        (Earlier ?? []).Append(Latest).Where(day => day != None).Select(DateOnly.FromDayNumber);

    public bool Same(ContactDays other) => Latest == other.Latest && (Earlier ?? []).AsSpan().SequenceEqual(other.Earlier ?? []);
}

/// <summary>A tie as its owner names it. <see cref="Other"/> is a resident's ordinal, or below zero the complement of an alter's.</summary>
internal readonly record struct TieRow(int Other, DaySpan Span, ContactDays Contacts, TieKind Kind, ContactFrequency? Frequency)
{
    public bool IsAlter => Other < 0;

    public int Alter => ~Other;

    public bool SameEdge(in TieRow other) => Other == other.Other && Span == other.Span && Kind == other.Kind;

    public bool Same(in TieRow other) => SameEdge(other) && Frequency == other.Frequency && Contacts.Same(other.Contacts);
}

/// <summary>A membership; its contacts are the days she came.</summary>
internal readonly record struct MembershipRow(int Group, DaySpan Span, ContactDays Contacts)
{
    public bool SameEdge(in MembershipRow other) => Group == other.Group && Span == other.Span;

    public bool Same(in MembershipRow other) => SameEdge(other) && Contacts.Same(other.Contacts);
}

/// <summary>A match with a volunteer.</summary>
internal readonly record struct MatchRow(int Volunteer, OfferKind Kind, DaySpan Span, ContactDays Contacts)
{
    public bool SameEdge(in MatchRow other) => Volunteer == other.Volunteer && Span == other.Span;

    public bool Same(in MatchRow other) => SameEdge(other) && Kind == other.Kind && Contacts.Same(other.Contacts);
}

/// <summary>Who names a resident: the namer's ordinal and which of her ties it is.</summary>
internal readonly record struct NamedBy(int Namer, int Tie);
