using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Connectors;
using Networks.Graph.Residents;
using Networks.Graph.Spreads;
using Networks.Graph.Tests.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Tests.Connectors;

public sealed class ConnectorTests
{
    private static readonly WardCode Ward = WardCode.Of("W1");

    [Fact]
    public void Connectors_are_those_without_whom_a_recount_finds_people_cut_off() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        for (var change = 0; change < 2; change++)
        {
            var day = area.Day();
            var rule = new UnconnectedRule
            {
                Counting = area.Some(Enum.GetValues<ConnectionKind>()), TieKinds = area.Some(Enum.GetValues<TieKind>()),
            };
            var wards = area.SomeWards();
            var query = new SpreadQuery { Counting = rule.Counting, TieKinds = rule.TieKinds, Wards = wards };
            var answer = graph.ConnectorsOn(new ConnectorQuery { Of = query, Page = new Page { First = 1000 } }, day);
            var oracle = new Oracle(area, day);
            var register = oracle.Register().Where(me => wards is null || wards.Value.Contains(me.Facts.Ward)).ToList();
            Assert.Equal(
                Expected(oracle, area, rule, wards), answer.Connectors.Select(one => $"{Name(one)} {one.CutOff} {one.Parts}"));
            Assert.Equal(
                (register.Count, register.Count(me => oracle.Basis(me) == EvidenceBasis.NeverAsked), answer.Connectors.Length),
                (answer.Residents, answer.NeverAsked, answer.TotalCount));
            graph = area.Change(graph);
        }

        Assert.True(graph.Stamp > 0, $"seed {seed}");
    });

    [Fact]
    public void Thousands_of_small_graphs_have_the_connectors_that_taking_each_node_away_finds()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var people = random.Next(1, 10);
            var ties = Enumerable.Range(0, random.Next(0, 14)).Select(_ => (A: random.Next(people), B: random.Next(people)))
                .Where(tie => tie.A != tie.B).ToArray();
            var expected = Enumerable.Range(0, people).Select(gone => (Gone: gone, Parts: Without(gone, people, ties)))
                .Where(one => one.Parts.Length > 1)
                .Select(one => (one.Gone, CutOff: one.Parts.Sum() - one.Parts.Max(), one.Parts.Length))
                .OrderByDescending(one => one.CutOff).ThenBy(one => one.Gone)
                .Select(one => $"resident R{one.Gone:00000} {one.CutOff} {one.Length}");
            Assert.True(expected.SequenceEqual(All(Town(people, ties))), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    public void On_a_path_everybody_but_the_ends_connects_and_the_shorter_side_is_cut_off(int people)
    {
        var path = Town(people, [.. Enumerable.Range(0, people - 1).Select(at => (at, at + 1))]);
        var expected = Enumerable.Range(1, people - 2).Select(at => (At: at, CutOff: Math.Min(at, people - 1 - at)))
            .OrderByDescending(one => one.CutOff).ThenBy(one => one.At).Select(one => $"resident R{one.At:00000} {one.CutOff} 2");
        Assert.Equal(expected, All(path));
    }

    [Fact]
    public void In_a_star_the_middle_alone_connects_and_all_but_one_are_cut_off() =>
        Assert.Equal(["resident R00000 5 6"], All(Town(7, [.. Enumerable.Range(1, 6).Select(at => (0, at))])));

    [Fact]
    public void In_a_ring_and_where_everybody_knows_everybody_nobody_is_needed()
    {
        Assert.Empty(All(Town(6, [.. Enumerable.Range(0, 6).Select(at => (at, (at + 1) % 6))])));
        Assert.Empty(All(Town(5, [.. from a in Enumerable.Range(0, 5) from b in Enumerable.Range(a + 1, 4 - a) select (a, b)])));
        Assert.Empty(All(Town(2, [(0, 1), (1, 0)])));
        Assert.Empty(All(AreaGraph.Empty()));
    }

    [Fact]
    public void A_group_alone_between_its_members_connects_them_and_is_no_person_itself()
    {
        Assert.Equal(["group G1 2 3"], All(Town(4, [], members: [0, 1, 2])));
        Assert.Equal(["group G1 2 2", "resident R00002 1 2"], All(Town(4, [(0, 1), (2, 3)], members: [0, 1, 2])).Order());
        Assert.Empty(All(Town(4, [], members: [0])));
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_people_is_walked_without_running_out_of_stack()
    {
        const int people = 100_000;
        var chain = Town(people, [.. Enumerable.Range(0, people - 1).Select(at => (at, at + 1))]);
        var answer = chain.ConnectorsOn(new ConnectorQuery { Page = new Page { First = 1 } }, RandomArea.Middle);
        Assert.Equal((people - 2, people / 2 - 1, 2), (answer.TotalCount, answer.Connectors[0].CutOff, answer.Connectors[0].Parts));
    }

    [Fact]
    public void Pages_follow_each_other_until_everybody_was_on_one()
    {
        var path = Town(40, [.. Enumerable.Range(0, 39).Select(at => (at, at + 1))]);
        List<string> seen = [];
        string? after = null;
        do
        {
            var page = path.ConnectorsOn(new ConnectorQuery { Page = new Page { First = 7, After = after } }, RandomArea.Middle);
            seen.AddRange(page.Connectors.Select(one => $"{Name(one)} {one.CutOff} {one.Parts}"));
            after = page.HasNextPage ? page.Connectors[^1].Cursor : null;
        }
        while (after is not null);
        Assert.Equal(All(path), seen);
        var back = path.ConnectorsOn(new ConnectorQuery { Page = new Page { Last = 3 } }, RandomArea.Middle);
        Assert.Equal(seen.TakeLast(3), back.Connectors.Select(one => $"{Name(one)} {one.CutOff} {one.Parts}"));
        Assert.StartsWith("after ", path.ConnectorsOn(new ConnectorQuery { Page = new Page { After = "no" } }, RandomArea.Middle).Fault);
    }

    [Fact]
    public void What_else_is_known_of_a_connector_is_that_of_today_although_no_tie_has_changed()
    {
        var path = Town(3, [(0, 1), (1, 2)]);
        Assert.Null(path.ConnectorsOn(new ConnectorQuery(), RandomArea.Middle).Connectors.Single().Resident!.BirthYear);
        var middle = path.Entries(Ward).Residents.Single(one => one.Id.Value == "R00001") with { Version = 2, BirthYear = 1950 };
        path = path.Put(path.Pack(Ward, WardEntries.None with { Residents = [middle] }));
        Assert.Equal(1950, path.ConnectorsOn(new ConnectorQuery(), RandomArea.Middle).Connectors.Single().Resident!.BirthYear);
    }

    [Fact]
    public void Counting_nothing_is_refused_by_name()
    {
        Assert.StartsWith("counting ", AreaGraph.Empty().ConnectorsOn(new() { Of = new() { Counting = [] } }, RandomArea.Middle).Fault);
        Assert.StartsWith("tieKinds ", AreaGraph.Empty().ConnectorsOn(new() { Of = new() { TieKinds = [] } }, RandomArea.Middle).Fault);
    }

    private static IEnumerable<string> Expected(
        Oracle oracle, RandomArea area, UnconnectedRule rule, ImmutableArray<WardCode>? wards)
    {
        var edges = oracle.Register().SelectMany(me => oracle.Connections(me, rule).Keys
            .Where(with => !with.StartsWith("alter ", StringComparison.Ordinal))
            .Select(with => (A: $"resident {me.Id}", B: with))).ToList();
        var nodes = edges.SelectMany(edge => new[] { edge.A, edge.B }).Distinct().ToList();
        return nodes
            .Select(gone => (Gone: gone, Parts: Parts(nodes, edges, gone)))
            .Select(one => (one.Gone, CutOff: one.Parts.Sum() - one.Parts.DefaultIfEmpty().Max(), one.Parts.Count))
            .Where(one => one.CutOff > 0 && (wards is null || (WardOf(area, one.Gone) is { } ward && wards.Value.Contains(ward))))
            .OrderByDescending(one => one.CutOff)
            .ThenBy(one => one.Gone[(one.Gone.IndexOf(' ') + 1)..], Comparer<string>.Create(Oracle.CompareBytes))
            .ThenBy(one => Array.IndexOf(["resident", "group", "volunteer"], one.Gone[..one.Gone.IndexOf(' ')]))
            .Select(one => $"{one.Gone} {one.CutOff} {one.Count}");
    }

    private static WardCode? WardOf(RandomArea area, string node)
    {
        var reference = node[(node.IndexOf(' ') + 1)..];
        return node[0] == 'r' ? area.Residents[ResidentId.Of(reference)].Facts.Ward
            : node[0] == 'g' ? area.Groups[GroupId.Of(reference)].Facts.Ward
            : area.Volunteers[Domain.Volunteers.VolunteerId.Of(reference)].Facts.Ward;
    }

    // People in each part of the node's component once it is gone; parts without people do not count.
    private static List<int> Parts(List<string> nodes, List<(string A, string B)> edges, string gone)
    {
        var component = Reached(gone, edges);
        var left = edges.Where(edge => edge.A != gone && edge.B != gone).ToList();
        var others = nodes.Where(node => node != gone && component.Contains(node)).ToHashSet();
        var parts = new List<int>();
        while (others.Count > 0)
        {
            var part = Reached(others.First(), left);
            others.ExceptWith(part);
            parts.Add(part.Count(node => node.StartsWith("resident ", StringComparison.Ordinal)));
        }

        return [.. parts.Where(people => people > 0)];
    }

    private static HashSet<string> Reached(string from, List<(string A, string B)> edges)
    {
        var met = new HashSet<string> { from };
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var (a, b) in edges)
            {
                grown |= (met.Contains(a) && met.Add(b)) || (met.Contains(b) && met.Add(a));
            }
        }

        return met;
    }

    private static int[] Without(int gone, int people, (int A, int B)[] ties)
    {
        var edges = ties.Select(tie => ($"resident {tie.A}", $"resident {tie.B}")).ToList();
        return [.. Parts([.. Enumerable.Range(0, people).Select(at => $"resident {at}")], edges, $"resident {gone}")];
    }

    private static string[] All(AreaGraph graph) =>
        [.. graph.ConnectorsOn(new ConnectorQuery { Page = new Page { First = 1000 } }, RandomArea.Middle).Connectors
            .Select(one => $"{Name(one)} {one.CutOff} {one.Parts}")];

    private static string Name(Connector one) => one.Kind switch
    {
        ConnectorKind.Resident => $"resident {one.Resident!.Resident}",
        ConnectorKind.Group => $"group {one.Group}",
        _ => $"volunteer {one.Volunteer}",
    };

    private static AreaGraph Town(int people, (int A, int B)[] ties, int[]? members = null)
    {
        var named = ties.ToLookup(tie => tie.A, tie => tie.B);
        static ResidentId Id(int at) => ResidentId.Of($"R{at:00000}");
        var residents = Enumerable.Range(0, people).Select(at => new ResidentEntry
        {
            Id = Id(at),
            Version = 1,
            Ward = Ward,
            Ties = [.. named[at].Select(other => new TieEntry(Id(other), null, TieKind.Friend, null, null, null, null, []))],
            Memberships = members?.Contains(at) == true ? [new MembershipEntry(GroupId.Of("G1"), null, null, [])] : [],
        });
        var group = new GroupEntry { Id = GroupId.Of("G1"), Version = 1, Ward = Ward, Places = new Places() };
        var graph = AreaGraph.Empty();
        return graph.Replace(graph.Pack(Ward, new WardEntries([.. residents], [], members is null ? [] : [group])));
    }
}
