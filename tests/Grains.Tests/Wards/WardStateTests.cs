using Networks.Grains.Wards;

namespace Networks.Grains.Tests.Wards;

public sealed class WardStateTests
{
    private static readonly EntityKey Her = new(EntityKind.Resident, "R1");

    [Theory]
    [InlineData("+1 +2", 2)]
    [InlineData("+2 +1", 2)] // old news
    [InlineData("+2 +2", 2)] // told twice
    [InlineData("+1 -2", 0)]
    [InlineData("-2 +1", 0)] // she left before the ward heard that she had come
    [InlineData("-2 +3", 3)] // she came back
    [InlineData("+3 -2", 3)] // an old departure
    [InlineData("+1 -2 +1", 0)]
    [InlineData("-2 -4 +3", 0)]
    [InlineData("-4 -2 +3", 0)]
    public void News_in_any_order_leave_the_ward_with_the_newest(string news, int version)
    {
        var state = new Shown();
        Tell(state, news);
        Assert.Equal(version == 0 ? [] : [version], Versions(state));
    }

    [Fact]
    public void Every_order_of_the_same_news_ends_alike()
    {
        // Here at 1 and 2, gone at 3, back at 4 and 5, gone at 6, back at 7.
        string[] news = ["+1", "+2", "-3", "+4", "+5", "-6", "+7"];
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var some = news.Concat(news.Where(_ => random.Next(2) == 0)).ToArray();
            random.Shuffle(some);
            var state = new Shown();
            Tell(state, string.Join(' ', some));
            Assert.True(Versions(state) is [7], $"seed {seed}: {string.Join(' ', some)}");
        }
    }

    [Fact]
    public void A_sweep_lets_go_of_whom_no_row_holds_but_not_of_whom_it_was_told_since()
    {
        var state = new Shown();
        Tell(state, "+1");
        var note = state.Known.Begin();
        state.Come(new EntityKey(EntityKind.Group, "G1"), 1); // written and told while the sweep reads
        var dropped = state.DropAbsent(note);
        Assert.Equal([(Her, 1)], dropped);
        Assert.Equal(1, state.Count);
    }

    [Fact]
    public void Being_told_the_same_again_also_keeps_somebody_from_a_sweep_that_has_already_read()
    {
        var state = new Shown();
        Tell(state, "+1");
        var note = state.Known.Begin();
        Tell(state, "+1");
        Assert.Empty(state.DropAbsent(note));
    }

    [Fact]
    public void A_sweep_that_ends_takes_nothing_from_one_that_began_before_it()
    {
        var state = new Shown();
        Tell(state, "+1");
        EntityKey arrived = new(EntityKind.Group, "G1"), left = new(EntityKind.Group, "G2");
        state.Come(left, 1);

        var first = state.Known.Begin(); // reads rows that lack G1 and still hold G2
        state.Come(arrived, 1);
        state.Go(left, 2);
        state.Known.End(state.Known.Begin(), finished: true);

        Assert.Empty(state.Known.Newer([Row(left, 1)]));
        Assert.Equal([(Her, 1)], state.DropAbsent(first));
        state.Known.End(first, finished: true);
        Assert.Equal(2, state.Known.Remembered); // whom the first let go of, and who left while it was under way
        state.Known.End(state.Known.Begin(), finished: true);
        Assert.Equal(0, state.Known.Remembered);
    }

    [Fact]
    public void A_sweep_that_fails_forgets_nobody_who_has_left()
    {
        var state = new Shown();
        Tell(state, "-2");
        state.Known.End(state.Known.Begin(), finished: false);
        Assert.False(state.Come(Her, 1));
        state.Known.End(state.Known.Begin(), finished: true);
        Assert.True(state.Come(Her, 1));
    }

    [Fact]
    public void A_sweep_reads_rows_that_are_newer_and_none_that_a_departure_has_overtaken()
    {
        var state = new Shown();
        Tell(state, "+3");
        EntityKey same = new(EntityKind.Volunteer, "V1"), left = new(EntityKind.Group, "G1"), missed = new(EntityKind.Group, "G2");
        state.Come(same, 2);
        state.Go(left, 5);
        EntityVersion[] rows = [Row(Her, 4), Row(same, 2), Row(left, 5), Row(missed, 1)];
        Assert.Equal([Her, missed], state.Known.Newer(rows));
    }

    [Fact]
    public void A_departure_is_forgotten_once_a_sweep_that_began_after_it_has_finished()
    {
        var state = new Shown();
        var before = state.Known.Begin();
        Tell(state, "-2");
        state.Known.End(before, finished: true);
        Tell(state, "+1");
        Assert.Empty(Versions(state));
        state.Known.End(state.Known.Begin(), finished: true);
        Tell(state, "+1");
        Assert.Equal([1], Versions(state));
    }

    [Fact]
    public void Whoever_comes_is_remembered_only_while_a_sweep_could_miss_her()
    {
        var state = new Shown();
        ComeHundred();
        Assert.Equal(0, state.Known.Remembered);

        var note = state.Known.Begin();
        ComeHundred();
        Assert.Equal(100, state.Known.Remembered);
        Assert.Empty(state.DropAbsent(note));
        state.Known.End(note, finished: true);
        Assert.Equal((100, 0), (state.Count, state.Known.Remembered));
        Assert.Equal(100, state.DropAbsent(state.Known.Begin()).Count); // no row has any of them: forgetting does not keep them

        void ComeHundred()
        {
            for (var at = 1; at <= 100; at++)
            {
                state.Come(new EntityKey(EntityKind.Resident, $"R{at}"), 1);
            }
        }
    }

    private static EntityVersion Row(EntityKey key, int version) => new(key.Kind, key.Reference, version);

    private static void Tell(Shown state, string news)
    {
        foreach (var one in news.Split(' '))
        {
            var version = one[1] - '0';
            _ = one[0] == '+' ? state.Come(Her, version) : state.Go(Her, version);
        }
    }

    // What she is held at, found by asking which row versions would be newer.
    private static int[] Versions(Shown state) => state.Count == 0
        ? []
        : [Enumerable.Range(1, 9).Last(version => !state.Known.Newer([Row(Her, version)]).Any())];

    /// <summary>A ward's state beside what its board shows, which takes whatever the state lets through.</summary>
    private sealed class Shown
    {
        private readonly Dictionary<EntityKey, int> _held = [];

        public Shown() => Known = new WardState(key => _held.GetValueOrDefault(key));

        public WardState Known { get; }

        public int Count => _held.Count;

        public bool Come(EntityKey key, int version)
        {
            var isNews = Known.Offer(key, version);
            if (isNews)
            {
                _held[key] = version;
            }

            return isNews;
        }

        public bool Go(EntityKey key, int version) => Known.OfferGone(key, version) && _held.Remove(key);

        public IReadOnlyList<(EntityKey Key, int Version)> DropAbsent(long note)
        {
            var dropped = Known.DropAbsent([.. _held.Select(pair => (pair.Key, pair.Value))], note);
            foreach (var (key, _) in dropped)
            {
                _held.Remove(key);
            }

            return dropped;
        }
    }
}
