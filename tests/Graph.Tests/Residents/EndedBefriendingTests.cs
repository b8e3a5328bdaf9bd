using Networks.Domain.Residents;

namespace Networks.Graph.Tests.Residents;

public sealed class EndedBefriendingTests
{
    [Fact]
    public void Whose_befriending_ended_is_whom_plain_loops_over_the_rows_name() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        for (var change = 0; change < 6; change++)
        {
            var (day, days, wards) = (area.Day(), area.Below(30) + 1, area.SomeWards());
            var oracle = new Oracle(area, day);
            List<(ResidentId Id, DateOnly On)> expected = [];
            foreach (var me in oracle.Register().Where(one => wards is null || wards.Value.Contains(one.Facts.Ward)))
            {
                DateOnly? last = null;
                foreach (var match in me.Matches)
                {
                    if (match.Since <= day && match.EndedOn <= day && !(last >= match.EndedOn))
                    {
                        last = match.EndedOn;
                    }
                }

                if (!me.Matches.Any(match => oracle.Holds(match.Since, match.EndedOn)) && last >= day.AddDays(-days))
                {
                    expected.Add((me.Id, last.Value));
                }
            }

            var listed = graph.BefriendingEnded(days, wards, day);
            Assert.True(
                expected.Select(one => one.Id).SequenceEqual(listed),
                $"seed {seed}, change {change}: {string.Join(' ', listed)}, not {string.Join(' ', expected)}");
            var people = graph.BefriendingEnded(days, area.Residents.Keys, day);
            Assert.Equal(
                expected.Select(one => (one.Id, (DateOnly?)one.On)).Order(), people.Where(one => listed.Contains(one.Resident))
                    .Select(one => (one.Resident, one.Evidence.Since)).Order());
            Assert.All(people, one => Assert.StartsWith("befriending ended ", one.Evidence.Sentence, StringComparison.Ordinal));
            graph = area.Change(graph);
        }
    });
}
