using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Tests.Residents;

/// <summary>A page that was asked for before says what it would say if nobody had ever asked.</summary>
public sealed class PageMemoryTests
{
    private const int Seeds = 300;
    private const int Changes = 12;

    private static readonly string[] Rules =
        ["no-ties", "no-contact:30", "component:3", "no-group-within:2", "isolation:4", "no-ties,isolation:3"];

    [Fact]
    public void Over_thousands_of_changes_a_page_says_what_a_picture_says_that_was_never_asked() => Parallel.For(0, Seeds, seed =>
    {
        var area = new RandomArea(seed);
        var graph = area.Built();
        UnconnectedQuery[] queries = [.. Queries(area)];
        for (var change = 0; change < Changes; change++)
        {
            graph = area.Change(graph);
            var fresh = area.Built();
            foreach (var query in queries)
            {
                foreach (var day in new[] { RandomArea.Middle, RandomArea.Middle.AddDays(-9) })
                {
                    var (expected, found) = (Text(fresh.Unconnected(query, day)), Text(graph.Unconnected(query, day)));
                    Assert.True(expected == found, $"seed {seed}, change {change}, {query.Rule}, {day}:\n{expected}\nis\n{found}");
                }
            }
        }
    });

    [Fact]
    public void A_contact_put_in_between_two_others_shows_on_the_page_of_the_other_end()
    {
        var (day, ward) = (RandomArea.Middle, WardCode.Of("W1"));
        ResidentEntry Entry(string id, int version, ImmutableArray<TieEntry> ties) =>
            new() { Id = ResidentId.Of(id), Version = version, Ward = ward, ConnectionsAskedOn = day.AddDays(-400), Ties = ties };
        ResidentEntry Namer(int version, params DateOnly[] contacts) => Entry("R1", version,
            [new TieEntry(ResidentId.Of("R2"), null, TieKind.Friend, null, null, null, null, [.. contacts])]);
        AreaGraph Tell(AreaGraph before, int version, params DateOnly[] contacts) =>
            before.Change(ward, WardGone.None, before.Pack(ward, new WardEntries([Namer(version, contacts)], [], [])));

        var query = new UnconnectedQuery { Rule = UnconnectedRule.Parse("no-contact:30").Rule!, Page = new Page { First = 5 } };
        var empty = AreaGraph.Empty();
        WardEntries entries = new([Namer(1, day.AddDays(-60), day.AddDays(10)), Entry("R2", 1, [])], [], []);
        var graph = empty.Replace(empty.Pack(ward, entries));
        Assert.Equal(2, graph.Unconnected(query, day).TotalCount);
        graph = Tell(graph, 2, day.AddDays(-5), day.AddDays(10));
        Assert.Equal(0, graph.Unconnected(query, day).TotalCount);
    }

    [Fact]
    public void A_page_is_not_worked_out_again_for_a_change_in_another_ward()
    {
        var reused = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var area = new RandomArea(seed);
            var graph = area.Built();
            UnconnectedQuery[] queries = [.. Queries(area).Where(query => query.Wards is not null)];
            var before = queries.Select(query => graph.Unconnected(query, RandomArea.Middle)).ToArray();
            var next = area.Change(graph);
            reused += queries.Where((query, at) => ReferenceEquals(before[at], next.Unconnected(query, RandomArea.Middle))).Count();
        }

        Assert.NotEqual(0, reused);
    }

    private static IEnumerable<UnconnectedQuery> Queries(RandomArea area) =>
        from rule in Rules
        from wards in area.Wards.Select(ward => (ImmutableArray<WardCode>?)[ward]).Append(null)
        select new UnconnectedQuery { Rule = UnconnectedRule.Parse(rule).Rule!, Wards = wards, Page = new Page { First = 5 } };

    private static string Text(UnconnectedAnswer answer) =>
        $"{answer.TotalCount} {answer.NeverAskedCount} {answer.HasNextPage} {answer.HasPreviousPage}\n" + string.Join('\n', answer.People
            .Select(one => $"{one.Resident} {one.Ward} {one.BirthYear} {one.LivesAlone} {one.WaitingSince} {one.PriorityBand} "
                + $"{string.Join('+', one.Evidence.Criteria)} {one.Evidence.Connections} {one.Evidence.Isolation} "
                + $"{one.Evidence.HopsToGroup} {one.Evidence.Basis} {one.Evidence.Since} {one.Evidence.Sentence}"));
}
