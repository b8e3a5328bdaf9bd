using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Graph.Matches;
using Networks.Graph.Residents;
using Networks.Graph.Tests.Residents;

namespace Networks.Graph.Tests.Matches;

public sealed class WaitingTests
{
    [Fact]
    public void The_waiting_list_is_that_of_plain_loops_before_and_after_changes() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        var day = area.Day();
        for (var change = 0; change < 4; change++)
        {
            var oracle = new Oracle(area, day);
            var seeking = area.Below(2) == 0 ? null : area.Some(Enum.GetValues<OfferKind>());
            var paused = area.Below(2) == 0;
            var expected = oracle.Register()
                .Select(me => (me, Open: Open(area, oracle, me, day)))
                .Where(one => one.me.Facts.PausedUntil > day == paused)
                .Where(one => one.Open.Any(kind => seeking is null || seeking.Value.Contains(kind)))
                .OrderBy(one => one.me.Facts.PriorityBand ?? 4)
                .ThenBy(one => one.me.Facts.WaitingSince ?? one.me.Facts.ReferredOn ?? DateOnly.MaxValue)
                .ThenBy(one => one.me.Id.Value, Comparer<string>.Create(Oracle.CompareBytes))
                .ToList();
            var answer = graph.Waiting(new WaitingQuery { Seeking = seeking, Paused = paused, All = true }, day);
            Assert.Equal(expected.Select(one => one.me.Id), answer.People.Select(person => person.Resident));
            Assert.True(expected.Zip(answer.People).All(pair => pair.First.Open.SequenceEqual(pair.Second.Seeking)), $"seed {seed}");
            Assert.Equal(
                expected.Select(one => Since(one.me, day)),
                answer.People.Select(person => (person.Since, person.Days, person.ProposalsDeclined)));
            if (expected.Count > 1)
            {
                var after = graph.Waiting(
                    new WaitingQuery { Seeking = seeking, Paused = paused, Page = new Page { First = 1, After = answer.People[0].Cursor } },
                    day);
                Assert.Equal(answer.People[1].Resident, Assert.Single(after.People).Resident);
            }

            graph = area.Change(graph);
        }
    });

    private static (DateOnly Since, int Days, int Declined) Since(Resident me, DateOnly day)
    {
        var since = me.Facts.WaitingSince ?? me.Facts.ReferredOn ?? me.Facts.RegisteredOn ?? me.RecordedOn ?? day;
        return (since, since > day ? 0 : day.DayNumber - since.DayNumber, me.Declined.Count(declined => declined.On <= day));
    }

    private static List<OfferKind> Open(RandomArea area, Oracle oracle, Resident me, DateOnly day)
    {
        var has = new List<OfferKind>();
        has.AddRange(me.Matches.Where(match => oracle.Holds(match.Since, match.EndedOn)).Select(match => match.Kind));
        has.AddRange(me.Memberships.Where(row => oracle.Holds(row.Since, row.EndedOn) && oracle.Runs(row.Group))
            .Select(row => area.Groups[row.Group].Facts.Kind));
        OfferKind[] oneToOne = [OfferKind.Befriending, OfferKind.PeerMentoring, OfferKind.Connecting, OfferKind.Homeshare,
            OfferKind.DigitalBuddy, OfferKind.Transport];
        var single = me.Facts.Seeking.Where(oneToOne.Contains).Order().ToList();
        var groups = me.Facts.Seeking.Where(kind => !oneToOne.Contains(kind)).Order().ToList();
        return [.. single.Any(has.Contains) ? [] : single, .. groups.Any(has.Contains) ? [] : groups];
    }
}
