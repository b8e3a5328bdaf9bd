using Networks.Domain.Residents;
using Networks.Graph.Areas;
using Networks.Graph.Tests.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Tests.Areas;

public sealed class RowHolderTests
{
    [Fact]
    public void Every_group_and_volunteer_lists_whoever_has_a_row_there_after_every_change() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        for (var change = 0; change < 20; change++)
        {
            Agree(area, graph, $"seed {seed} after {change} changes");
            graph = area.Change(graph);
        }
    });

    [Fact]
    public void A_step_names_whom_it_touched_and_forgets_what_lies_far_back()
    {
        var town = new RandomArea(7);
        var first = town.Built();
        var second = town.Change(first);
        Assert.NotNull(second.Step.Since(first.Step));
        var later = second;
        for (var change = 0; change < 3 * PictureStep.EntitiesMax; change++)
        {
            later = later.Put(later.Pack(town.Wards[0], WardEntries.None));
        }

        Assert.Null(later.Step.Since(first.Step));
        Assert.Empty(later.Step.Since(later.Step)!);
    }

    private static void Agree(RandomArea area, AreaGraph graph, string when)
    {
        foreach (var group in area.Groups.Keys)
        {
            var expected = area.Residents.Values.Where(one => one.Memberships.Any(row => row.Group == group)).Select(one => one.Id);
            var found = graph.Ordinals.Groups.Find(group.Value) is >= 0 and var ordinal ? graph.MembersOf(ordinal).ToArray() : [];
            Same(graph, expected, found, when);
        }

        foreach (var volunteer in area.Volunteers.Keys)
        {
            var expected = area.Residents.Values.Where(one => one.Matches.Any(row => row.Volunteer == volunteer)).Select(one => one.Id);
            var found = graph.Ordinals.Volunteers.Find(volunteer.Value) is >= 0 and var ordinal
                ? graph.MatchedWith(ordinal).ToArray() : [];
            Same(graph, expected, found, when);
        }
    }

    private static void Same(AreaGraph graph, IEnumerable<ResidentId> expected, int[] found, string when)
    {
        int[] ordinals = [.. expected.Select(id => graph.Ordinals.Residents.Find(id.Value)).Order()];
        Assert.True(ordinals.SequenceEqual(found), $"{when}: expected {string.Join(' ', ordinals)}, found {string.Join(' ', found)}");
    }
}
