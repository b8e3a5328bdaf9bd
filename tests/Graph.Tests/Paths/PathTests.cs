using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Paths;
using Networks.Graph.Tests.Residents;
using Networks.Graph.Wards;

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
            var now = new DateTimeOffset(day, new TimeOnly(area.Below(24), 0), TimeSpan.Zero);
            var query = Query(area);
            var oracle = new PathOracle(area, new Oracle(area, day), query, day, now);
            foreach (var me in new Oracle(area, day).Register())
            {
                var answer = graph.FindPaths(query with { From = me.Id }, day, now);
                Assert.Null(answer.Fault);
                Assert.False(answer.IsBounded);
                var expected = oracle.Ranked(me).Take(query.First).ToList();
                var got = answer.Paths.Select(path => $"{string.Join(' ', path.People)} {path.Group}").ToList();
                var where = $"seed {seed}, change {change}, from {me.Id}, {query}: ";
                Assert.True(
                    expected.Select(path => path.Text).SequenceEqual(got),
                    $"{where}expected [{string.Join("; ", expected.Select(path => path.Text))}], got [{string.Join("; ", got)}]");
                Assert.True(
                    expected.SelectMany(path => path.Ties)
                        .SequenceEqual(answer.Paths.SelectMany(path => path.Ties)
                            .Select(tie => (tie.Strength, tie.Asked, tie.LastContact))),
                    where + "other ties");
                Assert.True(oracle.Outcome(me) == answer.Outcome, $"{where}{answer.Outcome}, not {oracle.Outcome(me)}");
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
        Assert.Equal(fault, new RandomArea(1).Built().FindPaths(query, RandomArea.Middle, default).Fault);
    }

    [Fact]
    public void Exactly_one_target_must_be_given()
    {
        var graph = new RandomArea(1).Built();
        var both = new PathQuery { From = ResidentId.Of("R1"), Group = GroupId.Of("G1"), Volunteer = VolunteerId.Of("V1") };
        Assert.Contains(
            "exactly one of toGroup, toAnyFittingGroup and toVolunteer", graph.FindPaths(both, RandomArea.Middle, default).Fault,
            StringComparison.Ordinal);
        Assert.Contains("exactly one", graph.FindPaths(both with { Group = null, Volunteer = null }, RandomArea.Middle, default).Fault,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_ties_of_one_strength_whoever_was_asked_less_in_the_last_year_stands_first()
    {
        var day = RandomArea.Middle;
        var answer = AmongFriends(
            ("R1", day, [day, day.AddDays(-365)]), ("R2", day, [day.AddDays(-366), day.AddDays(1)]), ("R3", day, [day]));
        Assert.Equal(["R2 0", "R3 1", "R1 2"], answer.Paths.Select(path => $"{path.People.Single()} {path.Ties.Single().Asked}"));
    }

    [Fact]
    public void Of_two_ties_of_one_strength_asked_alike_the_one_in_touch_last_stands_first_and_then_the_lower_reference()
    {
        var day = RandomArea.Middle;
        var answer = AmongFriends(
            ("R1", day.AddDays(-7), []), ("R2", day.AddDays(-5), []), ("R4", day.AddDays(-6), []), ("R3", day.AddDays(-6), []));
        Assert.Equal(["R2", "R3", "R4", "R1"], answer.Paths.Select(path => path.People.Single().Value));
    }

    // Her friends, all in the group she asks for, with the last contact of each tie and the days on which each was asked to introduce.
    private static PathAnswer AmongFriends(params (string Id, DateOnly LastContact, DateOnly[] AskedOn)[] friends)
    {
        var (ward, club) = (WardCode.Of("W1"), GroupId.Of("G1"));
        ResidentEntry[] people =
        [
            new()
            {
                Id = ResidentId.Of("R0"), Version = 1, Ward = ward,
                Ties =
                [
                    .. friends.Select(friend => new TieEntry(
                        ResidentId.Of(friend.Id), null, TieKind.Friend, null, null, null, friend.LastContact, [])),
                ],
            },
            .. friends.Select(friend => new ResidentEntry
            {
                Id = ResidentId.Of(friend.Id), Version = 1, Ward = ward, Introductions = [new ConsentSpan(null, null)],
                Memberships = [new MembershipEntry(club, null, null, [])], IntroductionsAskedOn = [.. friend.AskedOn],
            }),
        ];
        var group = new GroupEntry { Id = club, Version = 1, Ward = ward, Places = new Places() };
        var graph = AreaGraph.Empty();
        graph = graph.Replace(graph.Pack(ward, new WardEntries([.. people], [], [group])));
        return graph.FindPaths(new PathQuery { From = people[0].Id, Group = club, First = 5 }, RandomArea.Middle, default);
    }

    private static PathQuery Query(RandomArea area)
    {
        var query = new PathQuery { From = ResidentId.Of("nobody"), HopsMax = area.Below(7), First = area.Below(6) };
        return area.Below(3) switch
        {
            0 => query with { Group = GroupId.Of($"G{area.Below(5)}") },
            1 => query with { Volunteer = VolunteerId.Of($"V{area.Below(4)}") },
            _ => query with { AnyGroup = true, Without = area.Below(2) == 0 ? null : [GroupId.Of($"G{area.Below(5)}")] },
        };
    }
}
