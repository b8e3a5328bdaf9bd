using Networks.Graph.Wards;

namespace Networks.Graph.Tests.Wards;

public sealed class WardLogTests
{
    [Fact]
    public void A_later_step_names_everybody_who_changed_since_an_earlier_one()
    {
        var first = WardLog.Start();
        var third = first.After([1, 2]).After([2, 3]);
        Assert.Equal([1, 2, 3], third.ChangedSince(first)!.Order());
        Assert.Empty(third.ChangedSince(third)!);
    }

    [Fact]
    public void A_step_of_another_picture_is_not_known()
    {
        var first = WardLog.Start();
        Assert.Null(first.After([1]).ChangedSince(first.After([2])));
        Assert.Null(first.ChangedSince(first.After([1])));
    }

    [Fact]
    public void A_change_that_touches_nobody_is_no_step()
    {
        var first = WardLog.Start().After([1]);
        Assert.Equal(first, first.After([]));
    }

    [Fact]
    public void The_last_changes_are_known_and_those_long_ago_are_not()
    {
        var steps = new List<WardLog> { WardLog.Start() };
        for (var at = 0; at < 5 * WardLog.ResidentsMax; at++)
        {
            steps.Add(steps[^1].After([at]));
            var longAgo = 2 + (2 * WardLog.ResidentsMax);
            Assert.Null(steps.Count >= longAgo ? steps[^1].ChangedSince(steps[^longAgo]) : null);
            var recent = steps[Math.Max(0, steps.Count - 1 - WardLog.ResidentsMax)];
            Assert.Equal(Math.Min(at + 1, WardLog.ResidentsMax), steps[^1].ChangedSince(recent)!.Count);
        }
    }

    [Fact]
    public void Too_many_at_once_are_a_new_beginning()
    {
        var first = WardLog.Start();
        Assert.Null(first.After([.. Enumerable.Range(0, WardLog.ResidentsMax + 1)]).ChangedSince(first));
    }

    [Fact]
    public void Of_two_pictures_made_from_one_each_knows_what_both_go_back_to()
    {
        var shared = WardLog.Start().After([1]);
        WardLog left = shared.After([2]).After([3]), right = shared.After([4]).After([5]);
        Assert.Equal([2, 3], left.ChangedSince(shared)!.Order());
        Assert.Equal([4, 5], right.ChangedSince(shared)!.Order());
        Assert.Null(left.ChangedSince(right));
        Assert.Null(right.ChangedSince(left));
        Assert.NotEqual(left, right);
    }

    [Fact]
    public void Any_two_steps_agree_with_what_was_told_between_them()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var told = new Told(new Random(seed));
            for (var later = 0; later < told.Count; later++)
            {
                for (var earlier = 0; earlier < told.Count; earlier++)
                {
                    var known = told[later].ChangedSince(told[earlier]);
                    Assert.True(
                        known is null || (told.Between(earlier, later) is { } expected && expected.SetEquals(known)),
                        $"seed {seed}: {earlier} to {later}");
                    Assert.Equal(later == earlier, told[later] == told[earlier]);
                }
            }
        }
    }

    /// <summary>Steps, some of them made from an earlier one than the last; each with where it came from and whom it changed.</summary>
    private sealed class Told
    {
        private readonly List<(WardLog Log, int From, int[] Changed)> steps = [(WardLog.Start(), -1, [])];

        public Told(Random random)
        {
            while (Count < 60)
            {
                var from = random.Next(4) == 0 ? random.Next(Count) : Count - 1;
                var many = random.Next(10) == 0 ? 200 : 4;
                int[] changed = [.. Enumerable.Range(0, random.Next(1, many)).Select(_ => random.Next(1000))];
                steps.Add((steps[from].Log.After(changed), from, changed));
            }
        }

        public int Count => steps.Count;

        public WardLog this[int step] => steps[step].Log;

        /// <summary>Null if the later one was not made from the earlier.</summary>
        public HashSet<int>? Between(int earlier, int later)
        {
            HashSet<int> residents = [];
            for (; later > earlier; later = steps[later].From)
            {
                residents.UnionWith(steps[later].Changed);
            }

            return later == earlier ? residents : null;
        }
    }
}
