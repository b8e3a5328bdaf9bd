using Networks.Domain.Matches;
using Networks.Domain.Volunteers;
using Networks.Graph.Groups;
using Networks.Graph.Residents;
using Networks.Graph.Tests.Residents;
using Networks.Graph.Volunteers;

namespace Networks.Graph.Tests.Groups;

public sealed class OfferListTests
{
    [Fact]
    public void Groups_are_those_that_plain_loops_keep_page_by_page() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        var day = area.Day();
        var now = new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero);
        var oracle = new Oracle(area, day);
        var query = new GroupQuery
        {
            Wards = area.SomeWards(),
            Kinds = area.Some(Enum.GetValues<OfferKind>()),
            Interests = area.Below(2) == 0 ? ["CARDS"] : null,
            HasFreePlace = area.Below(2) == 0 ? area.Below(2) == 0 : null,
            StaleSinceDays = area.Below(2) == 0 ? area.Below(20) : null,
            Page = new Page { First = 1 },
        };
        var expected = area.Groups.Values.Where(one => oracle.Runs(one.Id)
                && (query.Wards is not { } wards || wards.Contains(one.Facts.Ward))
                && (query.Kinds is not { } kinds || kinds.Contains(one.Facts.Kind))
                && (query.Interests is null || one.Facts.Interests.Contains("cards"))
                && (query.HasFreePlace is not { } free || IsFree(one.Places, one.Facts.OpenAccess, now, day) == free)
                && (query.StaleSinceDays is not { } days || !(one.Facts.AssuredOn >= day.AddDays(-days))))
            .OrderBy(one => one.Facts.Ward).ThenBy(one => one.Id).Select(one => one.Id).ToList();
        var found = graph.ListGroups(query, now, day);
        Assert.Equal(expected.Count, found.TotalCount);
        for (var at = 0; at < expected.Count; at++)
        {
            Assert.True(expected[at] == Assert.Single(found.Groups).Group, $"seed {seed}, row {at}");
            Assert.Equal(at < expected.Count - 1, found.HasNextPage);
            found = graph.ListGroups(query with { Page = new Page { First = 1, After = found.Groups[0].Cursor } }, now, day);
        }

        Assert.Empty(found.Groups);
    });

    [Fact]
    public void Volunteers_are_those_that_plain_loops_keep_page_by_page() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        var day = area.Day();
        var now = new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero);
        var oracle = new Oracle(area, day);
        var query = new VolunteerQuery
        {
            Wards = area.SomeWards(),
            Roles = area.Some(Enum.GetValues<VolunteerRole>()),
            Languages = area.Below(2) == 0 ? ["pl", "Urdu"] : null,
            HasFreePlace = area.Below(2) == 0 ? area.Below(2) == 0 : null,
            Page = new Page { First = 1 },
        };
        var expected = area.Volunteers.Values.Where(one => oracle.Holds(one.Facts.ActiveFrom, one.Facts.ActiveUntil)
                && (query.Wards is not { } wards || wards.Contains(one.Facts.Ward))
                && (query.Roles is not { } roles || one.Facts.Roles.Any(roles.Contains))
                && (query.Languages is null || one.Facts.Languages.Contains("ur") || one.Facts.Languages.Contains("Polish"))
                && (query.HasFreePlace is not { } free || (IsFree(one.Places, false, now, day)
                    && one.Facts.Roles.Any(role => role is not (VolunteerRole.LinkWorker or VolunteerRole.GroupLeader))) == free))
            .OrderBy(one => one.Facts.Ward).ThenBy(one => one.Id).Select(one => one.Id).ToList();
        var found = graph.ListVolunteers(query, now, day);
        Assert.Equal(expected.Count, found.TotalCount);
        for (var at = 0; at < expected.Count; at++)
        {
            Assert.True(expected[at] == Assert.Single(found.Volunteers).Volunteer, $"seed {seed}, row {at}");
            found = graph.ListVolunteers(query with { Page = new Page { First = 1, After = found.Volunteers[0].Cursor } }, now, day);
        }

        Assert.Empty(found.Volunteers);
    });

    [Fact]
    public void What_cannot_hold_is_refused_by_name()
    {
        var graph = new RandomArea(1).Built();
        Assert.StartsWith("kinds is an empty list", graph.ListGroups(new() { Kinds = [] }, default, RandomArea.Middle).Fault,
            StringComparison.Ordinal);
        Assert.StartsWith("interests is an empty list", graph.ListGroups(new() { Interests = [] }, default, RandomArea.Middle).Fault,
            StringComparison.Ordinal);
        Assert.StartsWith("staleSinceDays is -1; it must be from 0 to 3650.",
            graph.ListGroups(new() { StaleSinceDays = -1 }, default, RandomArea.Middle).Fault, StringComparison.Ordinal);
        Assert.StartsWith("roles is an empty list", graph.ListVolunteers(new() { Roles = [] }, default, RandomArea.Middle).Fault,
            StringComparison.Ordinal);
        Assert.StartsWith("languages is an empty list", graph.ListVolunteers(new() { Languages = [] }, default, RandomArea.Middle).Fault,
            StringComparison.Ordinal);
    }

    private static bool IsFree(Places places, bool openAccess, DateTimeOffset now, DateOnly day) => places.Capacity is not { } capacity
        ? openAccess
        : capacity - places.Others - places.Held.Count(held => held.ExpiresAt > now) - places.Taken.Count(taken => !(taken.EndedOn <= day))
            > 0;
}
