using System.Collections.Immutable;
using Networks.Domain.Pathways;
using Networks.Domain.Residents;

namespace Networks.Grains.Watches;

/// <summary>What a look at a list changes in its watch.</summary>
internal static class WatchRules
{
    /// <summary>
    /// The watch after a look that found <paramref name="people"/> on the list. Who is new has come, who is gone is forgotten, so that
    /// coming back is an event again. Whoever the first look finds was there before and makes no event.
    /// </summary>
    public static WatchState Look(
        WatchState? before, WatchQuestion question, ImmutableArray<ResidentId> people, DateTimeOffset now, DateOnly today) =>
        Look(before, question, [.. people.Select(person => (person, (PathwayStage?)null))], now, today);

    /// <summary>The same of people who stand still: somebody who does so at one stage and then at another comes twice.</summary>
    public static WatchState Look(
        WatchState? before,
        WatchQuestion question,
        ImmutableArray<(ResidentId Resident, PathwayStage? Stage)> people,
        DateTimeOffset now,
        DateOnly today)
    {
        if (before is null)
        {
            return new WatchState
            {
                Question = question,
                Listed = [.. people.Select(person => new WatchedPerson(person.Resident, null, null, person.Stage))],
                ReadOn = today,
            };
        }

        var known = before.Listed.ToDictionary(person => (person.Resident, person.Stage));
        var last = before.Last;
        ImmutableArray<WatchedPerson> listed =
        [
            .. people.Select(person => known.TryGetValue(person, out var was)
                ? was
                : new WatchedPerson(person.Resident, ++last, now, person.Stage)),
        ];
        return last == before.Last && listed.Length == before.Listed.Length ? before : before with { Listed = listed, Last = last };
    }

    /// <summary>Who came after the event numbered <paramref name="after"/> and still is on the list.</summary>
    public static ImmutableArray<WatchedPerson> CameAfter(WatchState watch, long after) =>
        [.. watch.Listed.Where(person => person.Number > after).OrderBy(person => person.Number)];
}
