using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Graph.Areas;
using Networks.Graph.Residents;

namespace Networks.Graph.Tests.Residents;

public sealed class UnconnectedTests
{
    private const int Seeds = 1000;

    [Fact]
    public void Every_rule_lists_whom_plain_loops_over_the_rows_list_in_the_same_order() => ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        for (var round = 0; round < 4; round++)
        {
            Agree(area, graph, $"seed {seed}");
        }
    });

    [Fact]
    public void After_every_change_answers_are_those_of_a_rebuild() => ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        var day = area.Day();
        UnconnectedRule[] rules = [new() { NoTies = true }, area.Rule(), area.Rule()];
        for (var change = 0; change < 12; change++)
        {
            // The same questions each time, so that anything remembered from before the change would show.
            Assert.All(rules, rule => Agree(area, graph, rule, day, $"seed {seed} after {change} changes", everywhere: true));
            graph = area.Change(graph);
        }

        Assert.All(rules, rule => Agree(area, graph, rule, day, $"seed {seed} at last", everywhere: true));
    });

    [Fact]
    public void Each_criterion_alone_is_right_on_every_day_of_two_months() => ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        UnconnectedRule[] rules =
        [
            new() { NoTies = true },
            new() { NoContactSinceDays = 10 },
            new() { ComponentAtMost = 2 },
            new() { NoGroupWithinHops = 1 },
            new() { IsolationAtLeast = 4 },
        ];
        for (var day = -32; day <= 32; day += 8)
        {
            Agree(area, graph, rules[area.Below(rules.Length)], RandomArea.Middle.AddDays(day), $"seed {seed}");
        }
    });

    [Fact]
    public void Evidence_gives_the_numbers_of_the_rows() => ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        var day = area.Day();
        var oracle = new Oracle(area, day);
        var answer = graph.Unconnected(new UnconnectedQuery { Rule = new() { IsolationAtLeast = 0 } }, day);
        foreach (var person in answer.People)
        {
            var me = area.Residents[person.Resident];
            var everything = new UnconnectedRule();
            var connections = oracle.Connections(me, everything);
            int Number(string kind) => connections.Keys.Count(with => with.StartsWith(kind, StringComparison.Ordinal));
            Assert.Equal(
                (Number("resident "), Number("alter "), Number("group "), Number("volunteer "), oracle.LastContact(me),
                    oracle.Component(me, everything).Count,
                    oracle.Basis(me), oracle.Isolation(me), oracle.Hops(me)),
                (person.Evidence.Connections.Residents, person.Evidence.Connections.Alters, person.Evidence.Connections.Groups,
                    person.Evidence.Connections.Befriending, person.Evidence.Connections.LastContact,
                        person.Evidence.Connections.ComponentSize,
                    person.Evidence.Basis, person.Evidence.Isolation, person.Evidence.HopsToGroup));
            Assert.Equal(graph.ConnectionsOf(person.Resident, day)!.Connections, person.Evidence.Connections);
        }

        Assert.True(answer.TotalCount == oracle.Register().Count, $"seed {seed}");
    });

    [Fact]
    public void A_criterion_is_named_in_the_evidence_exactly_when_it_alone_would_list_the_person() => ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        var day = area.Day();
        var rule = area.Rule() with { Combine = Combine.Any, OnlyIfConnected = false, Basis = null };
        var oracle = new Oracle(area, day);
        foreach (var person in graph.Unconnected(new UnconnectedQuery { Rule = rule }, day).People)
        {
            var me = area.Residents[person.Resident];
            var spelled = rule.Spelled();
            UnconnectedRule Alone() => new()
            {
                Counting = rule.Counting, TieKinds = rule.TieKinds, CountStatedFrequency = rule.CountStatedFrequency, NoTies = false,
            };
            List<UnconnectedCriterion> expected = [];
            void Expect(UnconnectedCriterion criterion, bool asked, UnconnectedRule alone)
            {
                if (asked && oracle.Listed(me, alone))
                {
                    expected.Add(criterion);
                }
            }

            Expect(UnconnectedCriterion.NoTies, spelled.NoTies, Alone() with { NoTies = true });
            Expect(UnconnectedCriterion.NoContact, rule.NoContactSinceDays is not null,
                Alone() with { NoContactSinceDays = rule.NoContactSinceDays });
            Expect(UnconnectedCriterion.SmallComponent, rule.ComponentAtMost is not null,
                Alone() with { ComponentAtMost = rule.ComponentAtMost });
            Expect(UnconnectedCriterion.NoGroupNearby, rule.NoGroupWithinHops is not null,
                Alone() with { NoGroupWithinHops = rule.NoGroupWithinHops });
            Expect(UnconnectedCriterion.Isolation, rule.IsolationAtLeast is not null,
                Alone() with { IsolationAtLeast = rule.IsolationAtLeast });
            Assert.True(expected.SequenceEqual(person.Evidence.Criteria), $"seed {seed}, {person.Resident}, {rule}");
        }
    });

    internal static void ForSeeds(Action<RandomArea, int> test) =>
        Parallel.For(0, Seeds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
    {
        try
        {
            test(new RandomArea(seed), seed);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"Seed {seed} fails: {fault.Message}", fault);
        }
    });

    private static void Agree(RandomArea area, AreaGraph graph, string where) => Agree(area, graph, area.Rule(), area.Day(), where);

    private static void Agree(
        RandomArea area, AreaGraph graph, UnconnectedRule rule, DateOnly day, string where, bool everywhere = false)
    {
        var wards = everywhere ? null : area.SomeWards();
        var oracle = new Oracle(area, day);
        var expected = oracle.Register()
            .Where(one => wards is null || wards.Value.Contains(one.Facts.Ward)).Where(one => oracle.Listed(one, rule)).ToList();
        var answer = graph.Unconnected(new UnconnectedQuery { Rule = rule, Wards = wards, Page = new Page { First = 100 } }, day);
        ImmutableArray<ResidentId> listed = [.. answer.People.Select(person => person.Resident)];
        Assert.True(
            expected.Select(one => one.Id).SequenceEqual(listed),
            $"{where}, {rule} on {day}: expected [{string.Join(' ', expected.Select(one => one.Id))}], got [{string.Join(' ', listed)}]");
        Assert.Equal(expected.Count, answer.TotalCount);
        Assert.Equal(expected.Count(one => oracle.Basis(one) == EvidenceBasis.NeverAsked), answer.NeverAskedCount);
    }
}
