using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Tests.Residents;
using QuikGraph;
using QuikGraph.Algorithms;
using QuikGraph.Collections;

namespace Networks.Graph.Tests.Areas;

public sealed class ComponentTests
{
    [Fact]
    public void Components_are_those_of_two_other_implementations() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        var day = area.Day();
        var through = area.Some(Enum.GetValues<ConnectionKind>());
        var oracle = new Oracle(area, day);
        var register = oracle.Register();
        var rows = new UndirectedGraph<string, SEdge<string>>();
        var sets = new ForestDisjointSet<string>();
        void Add(string vertex)
        {
            if (rows.AddVertex(vertex))
            {
                sets.MakeSet(vertex);
            }
        }

        foreach (var me in register)
        {
            Add($"resident {me.Id}");
            foreach (var other in oracle.Connections(me, new UnconnectedRule { Counting = through }).Keys)
            {
                if (!other.StartsWith("alter ", StringComparison.Ordinal))
                {
                    Add(other);
                    rows.AddEdge(new SEdge<string>($"resident {me.Id}", other));
                    sets.Union($"resident {me.Id}", other);
                }
            }
        }

        var components = new Dictionary<string, int>();
        rows.ConnectedComponents(components);
        var sizes = register.GroupBy(me => components[$"resident {me.Id}"]).Select(component => component.Count()).Order().ToList();
        var summary = graph.ComponentsOn(new ComponentQuery { Through = through }, day);
        Assert.Equal(sizes, summary.Sizes.SelectMany(size => Enumerable.Repeat(size.Size, size.Count)));
        Assert.Equal(
            (sizes.Count, sizes.LastOrDefault(), sizes.Count(size => size == 1)), (summary.Count, summary.Largest, summary.Isolates));
        Assert.True(sets.SetCount == components.Values.Distinct().Count(), $"seed {seed}");
    });

    [Fact]
    public void A_ward_counts_the_components_its_people_are_in_each_at_its_whole_size() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        var day = area.Day();
        var oracle = new Oracle(area, day);
        var everything = new UnconnectedRule();
        var ward = area.Wards[0];
        var expected = oracle.Register().Where(me => me.Facts.Ward == ward).Select(me => oracle.Component(me, everything))
            .GroupBy(component => component.Min()).Select(component => component.First().Count).Order().ToList();
        var summary = graph.ComponentsOn(new ComponentQuery { Wards = [ward, ward] }, day);
        Assert.True(expected.SequenceEqual(summary.Sizes.SelectMany(size => Enumerable.Repeat(size.Size, size.Count))), $"seed {seed}");
    });

    [Fact]
    public void An_area_of_nobody_has_no_component()
    {
        var summary = AreaGraph.Empty().ComponentsOn(new ComponentQuery(), RandomArea.Middle);
        Assert.Equal((0, 0, 0), (summary.Count, summary.Largest, summary.Isolates));
    }

    [Fact]
    public void Walking_through_no_kind_at_all_is_refused() =>
        Assert.NotNull(AreaGraph.Empty().ComponentsOn(new ComponentQuery { Through = [] }, RandomArea.Middle).Fault);
}
