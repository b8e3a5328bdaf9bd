using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Tests.Areas;

/// <summary>Components and reach that follow changes, against plain loops over the rows as they stand.</summary>
public sealed class FollowTests
{
    private const int Seeds = 1000;

    private static readonly ConnectionKind[][] Kinds =
    [
        Enum.GetValues<ConnectionKind>(), [ConnectionKind.Tie], [ConnectionKind.Membership, ConnectionKind.Befriending],
        [ConnectionKind.Tie, ConnectionKind.Membership],
    ];

    private static readonly TieKind[][] TieKinds =
        [Enum.GetValues<TieKind>(), [TieKind.Friend, TieKind.Family, TieKind.Neighbour, TieKind.Parent], [TieKind.Friend]];

    [Fact]
    public void Whatever_happens_components_and_reach_are_those_of_plain_loops_over_the_rows() =>
        Live(FollowLimits.Usual, steps: 30);

    [Fact]
    public void They_are_so_when_the_work_of_following_is_cut_short_anywhere() =>
        Parallel.For(0, 6, work => Live(FollowLimits.Usual with { WorkMax = work * work }, steps: 12));

    [Fact]
    public void They_are_so_when_few_members_are_looked_up_and_few_sizes_told_apart() =>
        Parallel.For(0, 6, few => Live(
            FollowLimits.Usual with { MembersMax = few, SmallMax = 1 + (few / 2), SizeMax = 2 + few }, steps: 12));

    [Fact]
    public void A_tie_more_or_less_begins_nothing_anew()
    {
        var history = new RandomHistory(3, FollowLimits.Usual);
        Ask(history.Graph);
        var begun = history.Graph.Edges.Lineage.Begun;
        for (var step = 0; step < 200; step++)
        {
            history.Happen();
            Ask(history.Graph);
        }

        Assert.Equal(begun, history.Graph.Edges.Lineage.Begun);
    }

    [Fact]
    public void What_nobody_asked_about_for_long_begins_anew_and_holds_no_old_picture()
    {
        var history = new RandomHistory(4, FollowLimits.Usual);
        var old = AskedAndForgotten(history);
        for (var step = 0; step < 3 * PictureStep.EntitiesMax; step++)
        {
            history.Happen();
        }

        GC.Collect();
        Assert.False(old.IsAlive);
        var begun = history.Graph.Edges.Lineage.Begun;
        Ask(history.Graph);
        Assert.Equal(begun + 3, history.Graph.Edges.Lineage.Begun);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference AskedAndForgotten(RandomHistory history)
    {
        Ask(history.Graph);
        return new WeakReference(history.Graph);
    }

    private static void Ask(AreaGraph graph)
    {
        var day = RandomHistory.Days[0].DayNumber;
        graph.Edges.Components(graph, day, KindMask.AllConnections, KindMask.AllTies);
        graph.Edges.Reach(graph, day);
        graph.Edges.TwoTies(graph, day);
    }

    private static void Live(FollowLimits limits, int steps)
    {
        Parallel.For(0, Seeds / (FollowLimits.Usual == limits ? 1 : 8), seed =>
        {
            var history = new RandomHistory(seed, limits);
            var stamps = new StampedAnswers(limits);
            var seen = new List<(AreaGraph Graph, PlainRows Rows)>();
            for (var step = 0; step < steps; step++)
            {
                seen.Add((history.Graph, PlainRows.Of(history)));

                // Mostly the picture as it stands; now and then one that somebody still holds from before.
                var (graph, rows) = history.Below(6) == 0 ? history.Pick(seen.ToArray()) : seen[^1];
                if (history.Below(3) > 0)
                {
                    var when = $"seed {seed}, step {step}, {limits}";
                    var asked = new Question(history.Pick(RandomHistory.Days), history.Pick(Kinds), history.Pick(TieKinds), when);
                    Agree(graph, rows, asked, stamps);
                }

                history.Happen();
            }
        });
    }

    private static void Agree(AreaGraph graph, PlainRows rows, Question asked, StampedAnswers stamps)
    {
        int day = asked.Day.DayNumber, kinds = KindMask.Of(asked.Kinds), tieKinds = KindMask.Of(asked.TieKinds);
        var components = graph.Edges.Components(graph, day, kinds, tieKinds);
        var reach = graph.Edges.Reach(graph, day);
        var plain = new PlainGraph(rows.Residents, rows.Groups, asked.Day);
        var sizes = plain.Sizes(asked.Kinds, asked.TieKinds);
        var hops = plain.Hops();
        var near = plain.WithinTwoTies();
        var twoTies = graph.Edges.TwoTies(graph, day);
        foreach (var one in rows.Residents.Values)
        {
            var ordinal = graph.Ordinals.Residents.Find(one.Id.Value);
            int expected = sizes.GetValueOrDefault(one.Id), found = components.SizeAround(ordinal);
            Assert.True(expected == found, $"{asked}: component of {one.Id} has {found} instead of {expected}");
            int? way = hops.TryGetValue(one.Id, out var walked) ? walked : null;
            Assert.True(way == reach.From(ordinal), $"{asked}: {one.Id} is {reach.From(ordinal)} from a group instead of {way}");
            Assert.True(
                near.GetValueOrDefault(one.Id) == twoTies[ordinal],
                $"{asked}: {one.Id} has {twoTies[ordinal]} within two ties instead of {near.GetValueOrDefault(one.Id)}");
            if (plain.OnRegister(one.Id))
            {
                var who = $"{day} {one.Ward} {one.Id}";
                var key = $"components {kinds} {tieKinds} {who}";
                stamps.NoteSmall($"small {key} {components.StampOf(one.Ward, stamps.Limits.SmallMax)}", found, asked.When);
                stamps.NoteSize($"all {key} {components.StampOf(one.Ward, stamps.Limits.SizeMax)}", found, asked.When);
                stamps.Note($"reach {reach.StampOf(one.Ward)} {who}", way ?? -1, asked.When);
            }
        }

        Same(sizes, sizes.Keys, components.Summary(graph, null), asked);
        var some = rows.Residents.Values.Select(one => one.Ward).Distinct().Take(2).ToList();
        Same(sizes, sizes.Keys.Where(id => some.Contains(rows.Residents[id].Ward)), components.Summary(graph, some), asked);
    }

    // Each component of size n is seen by n people, so the whole area is counted by shares; a part of it by its smallest number instead.
    private static void Same(Dictionary<ResidentId, int> sizes, IEnumerable<ResidentId> people, ComponentSummary summary, Question asked)
    {
        var expected = people.Select(id => sizes[id]).Distinct().Order().ToList();
        Assert.True(expected.SequenceEqual(summary.Sizes.Select(size => size.Size)), $"{asked}: sizes");
        Assert.Equal((expected.LastOrDefault(), summary.Sizes.Sum(size => size.Count)), (summary.Largest, summary.Count));
        Assert.Equal(expected.Contains(1) ? summary.Sizes[0].Count : 0, summary.Isolates);
        if (people.Count() == sizes.Count)
        {
            Assert.All(summary.Sizes, size => Assert.Equal(sizes.Values.Count(value => value == size.Size), size.Size * size.Count));
        }
    }

    private sealed record Question(DateOnly Day, ConnectionKind[] Kinds, TieKind[] TieKinds, string When)
    {
        public override string ToString() => $"{When}, {Day}, {string.Join('+', Kinds)}, {string.Join('+', TieKinds)}";
    }

    private sealed record PlainRows(
        ImmutableDictionary<ResidentId, ResidentEntry> Residents, ImmutableDictionary<GroupId, GroupEntry> Groups)
    {
        public static PlainRows Of(RandomHistory history) =>
            new(history.Residents.ToImmutableDictionary(), history.Groups.ToImmutableDictionary());
    }

    /// <summary>One answer for each person and number of her ward: another under the same number would never be asked again.</summary>
    private sealed class StampedAnswers(FollowLimits limits)
    {
        private readonly Dictionary<string, int> answers = [];

        public FollowLimits Limits => limits;

        public void NoteSmall(string key, int size, string when) => Note(key, Math.Min(size, limits.SmallMax + 1), when);

        public void NoteSize(string key, int size, string when) => Note(key, Math.Min(size, limits.SizeMax + 1), when);

        public void Note(string key, int answer, string when)
        {
            var known = answers.GetValueOrDefault(key, answer);
            Assert.True(known == answer, $"{when}: {key} was {known} and is {answer}");
            answers[key] = answer;
        }
    }
}
