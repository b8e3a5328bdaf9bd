using Networks.Domain.Groups;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Graph.Paths;
using Networks.Graph.Residents;
using Networks.Graph.Tests.Residents;

namespace Networks.Graph.Tests.Paths;

public sealed class PathTests
{
    [Fact]
    public void Paths_are_the_best_of_all_that_trying_every_way_finds() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        for (var change = 0; change < 4; change++)
        {
            var day = area.Day();
            var toGroup = area.Below(2) == 0;
            var query = new PathQuery
            {
                From = ResidentId.Of("nobody"),
                Group = toGroup ? GroupId.Of($"G{area.Below(5)}") : null,
                Volunteer = toGroup ? null : VolunteerId.Of($"V{area.Below(4)}"),
                HopsMax = area.Below(5),
                First = area.Below(6),
            };
            var oracle = new Oracle(area, day);
            foreach (var me in oracle.Register())
            {
                var mine = query with { From = me.Id };
                var answer = graph.FindPaths(mine, day);
                Assert.Null(answer.Fault);
                var expected = Ranked(area, oracle, mine, me, day).Take(mine.First).Select(path => string.Join(' ', path));
                Assert.True(
                    expected.SequenceEqual(answer.Paths.Select(path => string.Join(' ', path.People))),
                    $"seed {seed}, {mine}: expected [{string.Join("; ", expected)}], got [{string.Join("; ", answer.Paths.Select(
                        path => string.Join(' ', path.People)))}]");
            }

            graph = area.Change(graph);
        }
    });

    [Theory]
    [InlineData(-1, 3, "hopsMax is -1; it must be from 0 to 6.")]
    [InlineData(7, 3, "hopsMax is 7; it must be from 0 to 6.")]
    [InlineData(3, 101, "first is 101; it must be from 0 to 100.")]
    [InlineData(3, 3, "from is nobody, but no resident of that reference is on the register.")]
    public void What_cannot_be_asked_is_refused_with_its_range(int hopsMax, int first, string fault)
    {
        var query = new PathQuery { From = ResidentId.Of("nobody"), Group = GroupId.Of("G1"), HopsMax = hopsMax, First = first };
        Assert.Equal(fault, new RandomArea(1).Built().FindPaths(query, RandomArea.Middle).Fault);
    }

    [Fact]
    public void Exactly_one_target_must_be_given()
    {
        var graph = new RandomArea(1).Built();
        var both = new PathQuery { From = ResidentId.Of("R1"), Group = GroupId.Of("G1"), Volunteer = VolunteerId.Of("V1") };
        Assert.Contains("exactly one of toGroup and toVolunteer", graph.FindPaths(both, RandomArea.Middle).Fault, StringComparison.Ordinal);
        Assert.Contains("exactly one", graph.FindPaths(both with { Group = null, Volunteer = null }, RandomArea.Middle).Fault,
            StringComparison.Ordinal);
    }

    // Every simple way of at most so many ties, by trying all; then sorted as the answer says it is.
    private static IEnumerable<List<ResidentId>> Ranked(RandomArea area, Oracle oracle, PathQuery query, Resident me, DateOnly day)
    {
        var self = query.Volunteer is { } id && area.Volunteers.TryGetValue(id, out var volunteer) ? volunteer.Facts.Resident : null;
        bool There(Resident one) => query.Group is { } group
            ? one.Memberships.Any(row => row.Group == group && oracle.Holds(row.Since, row.EndedOn) && oracle.Runs(group))
            : one.Id == self || one.Matches.Any(match => match.Volunteer == query.Volunteer && oracle.Holds(match.Since, match.EndedOn));
        bool Agrees(Resident one) => one.Id == self && query.Volunteer is not null
            || one.Facts.Consents.Any(consent => consent.Kind == "introductions" && oracle.Holds(consent.From, consent.Until));
        List<List<ResidentId>> found = [];
        void Walk(List<ResidentId> path)
        {
            if (path.Count == query.HopsMax)
            {
                return;
            }

            var last = path.Count == 0 ? me : area.Residents[path[^1]];
            foreach (var other in oracle.Connections(last, new UnconnectedRule { Counting = [ConnectionKind.Tie] }).Keys
                .Select(with => area.Residents[ResidentId.Of(with["resident ".Length..])])
                .Where(other => other.Id != me.Id && !path.Contains(other.Id) && Agrees(other)))
            {
                List<ResidentId> next = [.. path, other.Id];
                if (There(other))
                {
                    found.Add(next);
                }
                else
                {
                    Walk(next);
                }
            }
        }

        if (!There(me))
        {
            Walk([]);
        }

        found.Sort((left, right) => left.Count != right.Count ? left.Count.CompareTo(right.Count)
            : Compare(oracle, day, [me.Id, .. left], [me.Id, .. right]));
        return found;
    }

    private static int Compare(Oracle oracle, DateOnly day, List<ResidentId> left, List<ResidentId> right)
    {
        for (var at = 1; at < left.Count; at++)
        {
            var byContact = Contact(oracle, day, right[at - 1], right[at]).CompareTo(Contact(oracle, day, left[at - 1], left[at]));
            var compared = byContact != 0 ? byContact : References.Compare(left[at].Value, right[at].Value);
            if (compared != 0)
            {
                return compared;
            }
        }

        return 0;
    }

    private static DateOnly Contact(Oracle oracle, DateOnly day, ResidentId one, ResidentId other) => oracle.Rows(oracle.Find(one))
        .Where(row => row.With == $"resident {other}").SelectMany(row => row.Contacts).Where(on => on <= day)
        .DefaultIfEmpty(DateOnly.MinValue).Max();
}
