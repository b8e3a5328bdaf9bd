using Networks.Domain.Residents;
using Networks.Graph.Areas;
using Networks.Graph.Residents;

namespace Networks.Graph.Tests.Residents;

public sealed class OrderTests
{
    [Fact]
    public void Every_order_is_total_puts_nulls_last_and_ends_on_the_reference() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        var day = area.Day();
        var order = Order(area);
        var oracle = new Oracle(area, day);
        var expected = oracle.Register();
        expected.Sort((left, right) => Compare(oracle, order, left, right));
        var answer = Ask(graph, order, new Page { First = 100 }, day);
        Assert.True(
            expected.Select(one => one.Id).SequenceEqual(answer.People.Select(person => person.Resident)),
            $"seed {seed}, {string.Join(' ', order)}: expected {string.Join(' ', expected.Select(one => one.Id))}");
    });

    [Fact]
    public void Pages_forward_and_backward_show_everybody_once_whatever_their_size() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        var day = area.Day();
        var order = Order(area);
        var all = Ask(graph, order, new Page { First = 100 }, day).People.Select(person => person.Resident).ToList();
        var size = 1 + area.Below(4);
        List<ResidentId> forward = [], backward = [];
        for (Page? page = new() { First = size }; page is not null;)
        {
            var answer = Ask(graph, order, page, day);
            Assert.Equal(forward.Count > 0, answer.HasPreviousPage);
            forward.AddRange(answer.People.Select(person => person.Resident));
            Assert.Equal(forward.Count < all.Count, answer.HasNextPage);
            page = answer.HasNextPage ? new Page { First = size, After = answer.People[^1].Cursor } : null;
        }

        for (Page? page = new() { Last = size }; page is not null;)
        {
            var answer = Ask(graph, order, page, day);
            backward.InsertRange(0, answer.People.Select(person => person.Resident));
            Assert.Equal(backward.Count < all.Count, answer.HasPreviousPage);
            page = answer.HasPreviousPage ? new Page { Last = size, Before = answer.People[0].Cursor } : null;
        }

        Assert.Equal(all, forward);
        Assert.Equal(all, backward);
        Assert.True(all.Count == all.Distinct().Count(), $"seed {seed}");
    });

    [Fact]
    public void A_cursor_stays_in_its_place_when_people_come_and_go() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        var day = area.Day();
        var page = Ask(graph, [], new Page { First = 3 }, day);
        if (page.People.IsEmpty)
        {
            return;
        }

        var last = page.People[^1];
        for (var change = 0; change < 5; change++)
        {
            graph = area.Change(graph);
        }

        var rest = Ask(graph, [], new Page { First = 100, After = last.Cursor }, day).People;
        var expected = new Oracle(area, day).Register().Where(one =>
            Oracle.CompareBytes(one.Facts.Ward.Value, last.Ward.Value) is var byWard && byWard > 0
            || byWard == 0 && Oracle.CompareBytes(one.Id.Value, last.Resident.Value) > 0);
        Assert.True(expected.Select(one => one.Id).SequenceEqual(rest.Select(person => person.Resident)), $"seed {seed}");
    });

    [Theory]
    [InlineData("not a cursor")]
    [InlineData("")]
    [InlineData("AAAA")]
    public void What_is_no_cursor_of_the_list_is_refused(string cursor)
    {
        var graph = new RandomArea(1).Built();
        var answer = Ask(graph, [], new Page { First = 1, After = cursor }, RandomArea.Middle);
        Assert.Contains("after is no cursor of this list", answer.Fault, StringComparison.Ordinal);
        Assert.Contains("before is no cursor", Ask(graph, [], new Page { Last = 1, Before = cursor }, RandomArea.Middle).Fault,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_cursor_of_another_order_is_refused()
    {
        var graph = new RandomArea(1).Built();
        var byContact = Ask(graph, [new(UnconnectedOrderField.LastContact, false)], new Page { First = 1 },
            RandomArea.Middle).People[0].Cursor;
        Assert.NotNull(Ask(graph, [], new Page { First = 1, After = byContact }, RandomArea.Middle).Fault);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100_001)]
    public void A_page_of_an_impossible_size_is_refused_with_its_range(int size)
    {
        var answer = Ask(AreaGraph.Empty(), [], new Page { First = size }, RandomArea.Middle);
        Assert.Equal($"first is {size}; it must be from 0 to 100000.", answer.Fault);
    }

    private static List<UnconnectedOrder> Order(RandomArea area) =>
    [
        .. Enumerable.Range(0, area.Below(4))
            .Select(_ => new UnconnectedOrder((UnconnectedOrderField)area.Below(6), area.Below(2) == 0)),
    ];

    private static UnconnectedAnswer Ask(AreaGraph graph, List<UnconnectedOrder> order, Page page, DateOnly day) => graph.Unconnected(
        new UnconnectedQuery { Rule = new() { IsolationAtLeast = 0 }, OrderBy = [.. order], Page = page }, day);

    private static int Compare(Oracle oracle, List<UnconnectedOrder> order, Resident left, Resident right)
    {
        foreach (var step in order.Count == 0 ? [new(UnconnectedOrderField.Ward, false)] : order)
        {
            var compared = step.Field switch
            {
                UnconnectedOrderField.Ward =>
                    Oracle.CompareBytes(left.Facts.Ward.Value, right.Facts.Ward.Value) * (step.Descending ? -1 : 1),
                UnconnectedOrderField.Id => Oracle.CompareBytes(left.Id.Value, right.Id.Value) * (step.Descending ? -1 : 1),
                _ => NullsLast(Value(oracle, step.Field, left), Value(oracle, step.Field, right), step.Descending),
            };
            if (compared != 0)
            {
                return compared;
            }
        }

        return Oracle.CompareBytes(left.Id.Value, right.Id.Value);
    }

    private static int? Value(Oracle oracle, UnconnectedOrderField field, Resident one) => field switch
    {
        UnconnectedOrderField.LastContact => oracle.LastContact(one)?.DayNumber,
        UnconnectedOrderField.WaitingSince => one.Facts.Seeking.IsEmpty ? null
            : (one.Facts.WaitingSince ?? one.Facts.ReferredOn)?.DayNumber,
        UnconnectedOrderField.PriorityBand => one.Facts.PriorityBand,
        _ => oracle.Connections(one, new UnconnectedRule()).Count,
    };

    private static int NullsLast(int? left, int? right, bool descending) =>
        left is null || right is null ? (left is null).CompareTo(right is null) : left.Value.CompareTo(right.Value) * (descending ? -1 : 1);
}
