using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Ties;

namespace Networks.Domain.Residents;

/// <summary>
/// When each thing was written down. Whatever changes a resident's record goes through <see cref="Kept"/>, which notes the day beside what
/// is new and keeps, at most once a day, what stood there before; <see cref="ResidentAsKnown"/> reads it back. Nothing is noted on the day
/// the record itself is made: before it nothing was known.
/// </summary>
public static class ResidentHistory
{
    /// <summary>Most earlier states that one row, or her facts, keep; the oldest go first.</summary>
    public const int EarlierMax = 1_000;

    /// <summary>
    /// <paramref name="next"/> with what it changes of <paramref name="present"/> noted as written down on <paramref name="today"/>.
    /// Cost: the rows of both.
    /// </summary>
    public static Resident Kept(Resident? present, Resident next, DateOnly today) => present is null || present.RecordedOn == today
        ? next
        : next with
        {
            Ties = Rows(present.Ties, next.Ties, (before, now) => Tie(before, now, today)),
            Memberships = Rows(present.Memberships, next.Memberships, (before, now) => Membership(before, now, today)),
            Matches = Rows(present.Matches, next.Matches, (before, now) => Match(before, now, today)),
            Contacts = Contacts(present, next, today),
            Attendances = Attendances(present, next, today),
            Earlier = Facts(present, next, today),
        };

    /// <summary>
    /// The earlier states with one more, unless the row was not there before today or today's first change is kept already.
    /// </summary>
    internal static ImmutableArray<T> Remember<T>(ImmutableArray<T> earlier, T before, DateOnly? recordedOn, Func<T, DateOnly> until)
    {
        if (recordedOn >= until(before) || (!earlier.IsEmpty && until(earlier[^1]) >= until(before)))
        {
            return earlier;
        }

        return earlier.Length < EarlierMax ? earlier.Add(before) : earlier.RemoveAt(0).Add(before);
    }

    // Rows are only ever added to and changed in place, so the same position is the same row.
    private static ImmutableArray<T> Rows<T>(ImmutableArray<T> before, ImmutableArray<T> next, Func<T?, T, T> kept)
        where T : class
    {
        if (before == next)
        {
            return next;
        }

        var rows = next.ToBuilder();
        for (var at = 0; at < rows.Count; at++)
        {
            var known = at < before.Length ? before[at] : null;
            if (!ReferenceEquals(known, rows[at]))
            {
                rows[at] = kept(known, rows[at]);
            }
        }

        return rows.ToImmutable();
    }

    private static Tie Tie(Tie? before, Tie now, DateOnly today)
    {
        if (before is null)
        {
            return now with { RecordedOn = now.RecordedOn ?? today };
        }

        var was = new TieBefore
        {
            Until = today,
            Circle = before.Circle,
            Frequency = before.Frequency,
            LastContact = before.LastContact,
            EndedOn = before.EndedOn,
            Support = before.Support,
        };
        var isSame = before.Circle == now.Circle && before.Frequency == now.Frequency && before.LastContact == now.LastContact
            && before.EndedOn == now.EndedOn && before.Support.AsSpan().SequenceEqual(now.Support.AsSpan());
        return isSame ? now : now with { Earlier = Remember(now.Earlier, was, before.RecordedOn, known => known.Until) };
    }

    private static Membership Membership(Membership? before, Membership now, DateOnly today) => before switch
    {
        null => now with { RecordedOn = now.RecordedOn ?? today },
        _ when before.EndedOn == now.EndedOn => now,
        _ => now with
        {
            Earlier = Remember(now.Earlier, new EdgeBefore(today, before.EndedOn, null), before.RecordedOn, known => known.Until),
        },
    };

    private static Match Match(Match? before, Match now, DateOnly today) => before switch
    {
        null => now with { RecordedOn = now.RecordedOn ?? today },
        _ when before.EndedOn == now.EndedOn && before.LastContact == now.LastContact => now,
        _ => now with
        {
            Earlier = Remember(
                now.Earlier, new EdgeBefore(today, before.EndedOn, before.LastContact), before.RecordedOn, known => known.Until),
        },
    };

    // A contact is written down on its own day far more often than not; only another day is worth its place.
    private static ImmutableArray<Contact> Contacts(Resident present, Resident next, DateOnly today) =>
        Rows(present.Contacts, next.Contacts, (before, now) => before is not null || now.On == today
            ? now : now with { RecordedOn = now.RecordedOn ?? today });

    // Days at groups stand in their order, not in that of writing down.
    private static ImmutableArray<Attendance> Attendances(Resident present, Resident next, DateOnly today) =>
        present.Attendances == next.Attendances ? next.Attendances
        : [.. next.Attendances.Select(now => now.On == today || now.RecordedOn is not null
            || present.Attendances.Any(known => known.Group == now.Group && known.On == now.On)
                ? now : now with { RecordedOn = today })];

    private static ImmutableArray<FactsBefore> Facts(Resident present, Resident next, DateOnly today)
    {
        if (ReferenceEquals(present.Facts, next.Facts))
        {
            return next.Earlier;
        }

        var was = FactsBefore.Of(present.Facts, today);
        return was.Says(FactsBefore.Of(next.Facts, today))
            ? next.Earlier
            : Remember(next.Earlier, was, present.RecordedOn, known => known.Until);
    }
}
