using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Graph.Areas;
using Networks.Graph.Matches;
using Networks.Graph.Residents;

namespace Networks.Graph.Tests.Residents;

public sealed class ResidentListTests
{
    [Fact]
    public void Every_filter_keeps_those_whom_plain_loops_keep_before_and_after_changes() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        for (var change = 0; change < 4; change++)
        {
            var day = area.Day();
            var oracle = new Oracle(area, day);
            var query = Query(area);
            var open = query.HasOpenOption is null ? null
                : area.Residents.Keys.Where(_ => area.Below(2) == 0).ToHashSet();
            var waiting = graph.Waiting(new WaitingQuery { All = true }, day).People.ToDictionary(one => one.Resident, one => one.Days);
            var expected = oracle.Register().Where(me =>
                (query.Wards is not { } wards || wards.Contains(me.Facts.Ward))
                && (query.AgeBands is not { } bands || bands.Contains(AgeBands.Of(me.Facts.BirthYear, day)))
                && (query.LivesAlone is not { } alone || me.Facts.LivesAlone == alone)
                && (query.Seeking is not { } seeking || me.Facts.Seeking.Any(seeking.Contains))
                && (query.PriorityBands is not { } priorities || priorities.Contains(me.Facts.PriorityBand ?? 0))
                && (query.WaitingAtLeastDays is not { } days || (waiting.TryGetValue(me.Id, out var waited) && waited >= days))
                && (query.HasOpenOption is not { } has || open!.Contains(me.Id) == has)
                && (query.IsolationAtLeast is not { } score || oracle.Isolation(me) >= score)
                && (query.Rule is not { } rule || oracle.Listed(me, rule))).ToList();
            expected.Sort((left, right) => Compare(query.OrderBy, left, right));
            var answer = graph.ListResidents(query with { Page = new Page { First = 100 } }, day, open);
            Assert.True(
                expected.Select(one => one.Id).SequenceEqual(answer.People.Select(person => person.Resident)),
                $"seed {seed}, {query}: expected {string.Join(' ', expected.Select(one => one.Id))}, "
                    + $"got {string.Join(' ', answer.People.Select(person => person.Resident))}");
            Assert.Equal(expected.Count, answer.TotalCount);
            Page(graph, query, day, open, [.. expected.Select(one => one.Id)]);
            graph = area.Change(graph);
        }
    });

    [Fact]
    public void What_cannot_hold_is_refused_by_name()
    {
        var graph = new RandomArea(1).Built();
        foreach (var (query, fault) in new (ResidentQuery, string)[]
        {
            (new() { AgeBands = [] }, "ageBands is an empty list"),
            (new() { Seeking = [] }, "seeking is an empty list"),
            (new() { PriorityBands = [] }, "priorityBands is an empty list"),
            (new() { PriorityBands = [1, 5] }, "priorityBands is 5; it must be from 1 to 4."),
            (new() { WaitingAtLeastDays = -1 }, "waitingAtLeastDays is -1; it must be from 0 to 3650."),
            (new() { IsolationAtLeast = 6 }, "isolationAtLeast is 6; it must be from 0 to 5."),
            (new() { Rule = new() { ComponentAtMost = 0 } }, "componentAtMost is 0"),
            (new() { Page = new Page { First = 1, After = "x" } }, "after is no cursor"),
        })
        {
            Assert.StartsWith(fault, graph.ListResidents(query, RandomArea.Middle).Fault, StringComparison.Ordinal);
        }
    }

    private static ResidentQuery Query(RandomArea area) => new()
    {
        Wards = area.SomeWards(),
        AgeBands = Maybe(area) ? area.Some(Enum.GetValues<AgeBand>()) : null,
        LivesAlone = Maybe(area) ? area.Below(2) == 0 : null,
        Seeking = Maybe(area) ? area.Some(Enum.GetValues<OfferKind>()) : null,
        PriorityBands = Maybe(area) ? area.Some([1, 2, 3, 4]) : null,
        WaitingAtLeastDays = Maybe(area) ? area.Below(20) : null,
        HasOpenOption = Maybe(area) ? area.Below(2) == 0 : null,
        IsolationAtLeast = Maybe(area) ? area.Below(6) : null,
        Rule = area.Below(2) == 0 ? area.Rule() : null,
        OrderBy =
        [
            .. Enumerable.Range(0, area.Below(3))
                .Select(_ => new ResidentOrder((ResidentOrderField)area.Below(5), area.Below(2) == 0)),
        ],
    };

    private static bool Maybe(RandomArea area) => area.Below(4) == 0;

    private static void Page(AreaGraph graph, ResidentQuery query, DateOnly day, HashSet<ResidentId>? open, List<ResidentId> all)
    {
        List<ResidentId> forward = [], backward = [];
        for (Page? page = new() { First = 2 }; page is not null;)
        {
            var answer = graph.ListResidents(query with { Page = page }, day, open);
            forward.AddRange(answer.People.Select(person => person.Resident));
            page = answer.HasNextPage ? new Page { First = 2, After = answer.People[^1].Cursor } : null;
        }

        for (Page? page = new() { Last = 2 }; page is not null;)
        {
            var answer = graph.ListResidents(query with { Page = page }, day, open);
            backward.InsertRange(0, answer.People.Select(person => person.Resident));
            page = answer.HasPreviousPage ? new Page { Last = 2, Before = answer.People[0].Cursor } : null;
        }

        Assert.Equal(all, forward);
        Assert.Equal(all, backward);
    }

    private static int Compare(IEnumerable<ResidentOrder> order, Resident left, Resident right)
    {
        foreach (var step in order.DefaultIfEmpty(new ResidentOrder(ResidentOrderField.Ward, false)))
        {
            var sign = step.Descending ? -1 : 1;
            var compared = step.Field switch
            {
                ResidentOrderField.Ward => Oracle.CompareBytes(left.Facts.Ward.Value, right.Facts.Ward.Value) * sign,
                ResidentOrderField.Id => Oracle.CompareBytes(left.Id.Value, right.Id.Value) * sign,
                ResidentOrderField.WaitingSince => NullsLast(Waits(left), Waits(right), sign),
                ResidentOrderField.PriorityBand => NullsLast(left.Facts.PriorityBand, right.Facts.PriorityBand, sign),
                _ => NullsLast(left.Facts.RegisteredOn?.DayNumber, right.Facts.RegisteredOn?.DayNumber, sign),
            };
            if (compared != 0)
            {
                return compared;
            }
        }

        return Oracle.CompareBytes(left.Id.Value, right.Id.Value);
    }

    private static int? Waits(Resident one) =>
        one.Facts.Seeking.IsEmpty ? null : (one.Facts.WaitingSince ?? one.Facts.ReferredOn)?.DayNumber;

    private static int NullsLast(int? left, int? right, int sign) =>
        left is null || right is null ? (left is null).CompareTo(right is null) : left.Value.CompareTo(right.Value) * sign;
}
