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
        Assert.Same(first, first.After([]));
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
        Assert.Null(first.After(null).ChangedSince(first));
    }
}
