using System.Collections.Immutable;
using Networks.Simulation.Arrivals;
using Networks.Simulation.Communities;
using Networks.Simulation.Estimates;
using Networks.Simulation.Lengths;
using Networks.Simulation.Parameters;
using Networks.Simulation.Queues;
using Networks.Simulation.Replications;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Levers;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Tests.Communities;

public class CommunityRunTests
{
    private const double SchemeDays = 300_000;

    [Theory]
    [InlineData(RoundMethod.Exact)]
    [InlineData(RoundMethod.Fast)]
    public void A_scheme_whose_people_are_all_alike_is_the_queue_with_the_known_answer_tick_for_tick(RoundMethod method)
    {
        var compared = 0;
        foreach (var (comes, stay, patience) in new (double, Length, Length?)[]
        {
            (0.001, new ExponentialLength(10_000), new ExponentialLength(25_000)),
            (0.0008, LognormalLength.OfMean(11_000, 7500), null),
            (0.0012, GammaLength.OfMean(10_000, 2500), new WeibullLength(0.7, 15_000)),
        })
        {
            for (var at = 0UL; at < 40; at++)
            {
                var streams = new RandomStreams(3, at);
                if (TwoComeOnOneDay(comes, streams))
                {
                    continue;
                }

                compared++;
                var settings = new QueueSettings { Arrivals = RateProfile.Steady(comes), Stay = stay, Places = 8, Patience = patience };
                var queue = QueueRun.Run(settings, streams, SchemeDays);
                var town = CommunityRun.Run(Towns.Scheme(8, comes, stay, patience, SchemeDays) with { Method = method }, streams);
                Assert.Equal((queue.Arrived, queue.Helped, queue.GaveUp), (town.Referred, town.Started, town.LeftList));
                Assert.Equal((queue.Ended, queue.Stayed, queue.Waited), (town.Ended, town.Stayed, town.Waited));
                Assert.Equal(queue.WaitOfHelped.Sum, town.All.Helped.Sum);
            }
        }

        Assert.True(compared > 60, $"only {compared} runs could be compared");
    }

    [Fact]
    public void No_wish_and_no_match_is_lost_and_Littles_law_holds_in_hundreds_of_towns_under_every_lever()
    {
        long early = 0, left = 0, again = 0, active = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            // A run checks both laws itself and throws where they do not hold.
            var outcome = CommunityRun.Run(Levered(seed), new RandomStreams((ulong)seed, 0));
            Assert.Equal(outcome.Started, outcome.All.Helped.Count);
            Assert.Equal(outcome.Started + outcome.LeftList + outcome.Waiting.Value, outcome.All.Everybody.Count);
            Assert.InRange(outcome.Sustained, 0, outcome.Started);
            Assert.InRange(outcome.LivesTouched, outcome.StaysAtFork, outcome.StaysAtFork + outcome.Started);
            Assert.Equal(outcome.Started, outcome.Bands.Sum(band => (long)band.Helped.Count));
            (early, left) = (early + outcome.EndedEarly, left + outcome.LeftList);
            (again, active) = (again + outcome.WaitingAgain, active + outcome.BecameActive);
        }

        Assert.True(early > 500 && left > 500 && again > 500 && active > 500, $"{early}, {left}, {again}, {active}: too tame");
    }

    // Poisson referrals split by ward are Poisson again: shared out over wards or not, it is one queue. Parts with places of their own wait
    // longer, as places cannot help where they are not.
    [Fact]
    public void Referrals_split_over_wards_make_the_same_queue_and_places_split_with_them_do_not()
    {
        const double comes = 0.5;
        const double days = 4000;
        var scheme = Towns.Scheme(10, comes, new ExponentialLength(16), null, days);
        var split = scheme with
        {
            Referrals = [.. new[] { 0.1, 0.3, 0.6 }.Select(share => Towns.Referrals(comes * share))],
        };
        static double[] Waits(CommunityPlan plan, ulong seed) =>
            [.. Enumerable.Range(0, 150).AsParallel().AsOrdered().Select(
                at => CommunityRun.Run(plan, new RandomStreams(seed, (ulong)at)).All.Helped.MeanDays)];
        var (whole, parts) = (Intervals.Of(Waits(scheme, 31)), Intervals.Of(Waits(split, 32)));
        Assert.True(Math.Abs(whole.Mean - parts.Mean) < 1.5 * (whole.HalfWidth + parts.HalfWidth), $"{whole} and {parts}");
        var halves = Intervals.Of(Waits(Towns.Scheme(5, comes / 2, new ExponentialLength(16), null, days), 33));
        Assert.True(halves.Low > whole.High && halves.Low > parts.High, $"{halves} beside {whole}");
    }

    [Fact]
    public void One_thread_or_many_give_the_same_runs()
    {
        static ImmutableArray<string> Runs(int threads) =>
            ReplicationRun.Exactly(40, at => Digest(CommunityRun.Run(Levered(at), new RandomStreams(5, (ulong)at))), threads);
        Assert.Equal(Runs(1).ToList(), Runs(6).ToList());
    }

    [Fact]
    public void Levers_that_change_nothing_leave_every_run_as_it_was()
    {
        ImmutableArray<PlannedChange> nothing =
        [
            new PlannedChange.Opens(10, [], 0), new PlannedChange.Closes(20, [], EndedMatches.End),
            new PlannedChange.Enquire(30, [], true, 180), new PlannedChange.Priority(40, PriorityOrder.Bands),
            new PlannedChange.Inducting(50, null, null), new PlannedChange.Opens(60, [0], 0),
        ];
        for (var seed = 0; seed < 60; seed++)
        {
            var plan = Towns.Drawn(seed) with { StopPerYear = 0 };
            var streams = new RandomStreams(5, (ulong)seed);
            Assert.Equal(Digest(CommunityRun.Run(plan, streams)), Digest(CommunityRun.Run(plan with { Changes = nothing }, streams)));
        }
    }

    [Fact]
    public void A_lever_leaves_all_that_came_before_its_day_as_it_was()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var streams = new RandomStreams(5, (ulong)seed);
            var plan = Towns.Drawn(seed, days: 120);
            var changed = plan with { Changes = [.. Levered(seed).Changes.Select(change => change with { Day = 120.5 + change.Day })] };
            var (usual, later) = (CommunityRun.Run(plan, streams), CommunityRun.Run(changed, streams));
            Assert.Equal(Digest(usual), Digest(later));
        }
    }

    [Fact]
    public void The_same_people_are_referred_on_the_same_days_whatever_levers_are_pulled()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var streams = new RandomStreams(5, (ulong)seed);
            Assert.Equal(CommunityRun.Run(Towns.Drawn(seed), streams).Referred, CommunityRun.Run(Levered(seed), streams).Referred);
        }
    }

    [Fact]
    public void A_hundred_recruits_at_twenty_a_month_are_all_active_after_five_months_and_cost_what_they_cost()
    {
        var offers = Enumerable.Range(0, 100).ToImmutableArray();
        var plan = Towns.Scheme(1, 0.1, new ExponentialLength(100), null, 200) with
        {
            Fits = Towns.Fits([Towns.Person(1)], [.. offers.Select(at => Towns.Befriender(at))]),
            Offers = [.. offers.Select(_ => new PlannedOffer(1, false, true))],
            Inductions = new PlannedInductions { Size = 20, EveryDays = 30, CheckDays = 0 },
            Changes = [new PlannedChange.Enquire(1, offers, true, 180)],
        };
        long Active(double days) => CommunityRun.Run(plan with { Days = days }, new RandomStreams(1, 1)).BecameActive;
        Assert.Equal([0, 20, 20, 40, 80, 100, 100], new[] { 29.0, 30, 59, 60, 149, 150, 200 }.Select(Active));
        Assert.Equal(18_000, CommunityRun.Run(plan, new RandomStreams(1, 1)).Cost);
    }

    [Fact]
    public void What_a_volunteer_leaves_behind_waits_again_is_finished_or_keeps_its_wait()
    {
        CommunityOutcome After(EndedMatches matches) => CommunityRun.Run(
            Towns.Scheme(2, 1e-6, new ConstantLength(100), null, 50) with
            {
                Stays = [new PlannedStay(0, 0, 40), new PlannedStay(0, 0, 90)],
                Changes = [new PlannedChange.Closes(20, [0], matches), new PlannedChange.Opens(30, [0], 0)],
            },
            new RandomStreams(1, 1));
        var (ended, finished, handed) = (After(EndedMatches.End), After(EndedMatches.Finish), After(EndedMatches.HandOver));
        Assert.Equal((1, 1, 1), (ended.EndedEarly, ended.WaitingAgain, ended.Ended));
        Assert.Equal(10, ended.All.Helped.MeanDays);
        Assert.Equal((0, 0, 1), (finished.EndedEarly, finished.WaitingAgain, finished.Ended));
        Assert.Equal((1, 70), (handed.EndedEarly, handed.All.Helped.MeanDays));
    }

    [Fact]
    public void The_gap_before_the_next_match_keeps_a_place_free_for_so_long()
    {
        var plan = Towns.Scheme(1, 1e-6, new ConstantLength(10), null, 100) with
        {
            Waiting = [new PlannedWish(0, 0), new PlannedWish(0, 0), new PlannedWish(0, 0)], GapDays = 14,
        };
        var outcome = CommunityRun.Run(plan, new RandomStreams(1, 1));
        var waits = outcome.All.Helped;
        Assert.Equal((0, 24, 48), (waits.WithinDays(0), waits.WithinDays(0.5), waits.WithinDays(1)));
    }

    [Fact]
    public void Who_shares_no_language_with_any_open_offer_is_counted_as_unreachable()
    {
        var plan = Towns.Scheme(1, 1e-6, new ConstantLength(10), null, 100) with
        {
            Fits = Towns.Fits([Towns.Person(1, 4, "ur"), Towns.Person(2, 4, "en")], [Towns.Befriender(1, "en")]),
            Waiting = [new PlannedWish(0, 5), new PlannedWish(1, 5)],
        };
        var outcome = CommunityRun.Run(plan, new RandomStreams(1, 1));
        Assert.Equal((1, 1, 1), (outcome.Unreachable, outcome.Started, outcome.Waiting.Value));
    }

    [Fact]
    public void A_plan_with_faults_is_refused_by_the_paths_of_the_scenario()
    {
        var plan = Towns.Scheme(1, 1, new ExponentialLength(0), new ExponentialLength(-1), 0) with
        {
            GapDays = -1, StopPerYear = 1, Offers = [],
        };
        var refused = Assert.Throws<ParameterException>(() => CommunityRun.Run(plan, new RandomStreams(1, 1)));
        string[] paths =
        [
            "length", "inputs.matchLength.meanDays", "inputs.leavesListAfter.meanDays", "inputs.gapBeforeNextMatch",
            "inputs.volunteersLeavePerYear", "offers",
        ];
        Assert.Equal(paths, refused.Faults.Select(fault => fault.Path));
    }

    // A queue goes by the hour; rounds go by the day since when somebody waits, and draw lots within it.
    private static bool TwoComeOnOneDay(double comes, RandomStreams streams)
    {
        var arrivals = new LayeredArrivals(streams, 0, RateProfile.Steady(comes), comes, SchemeDays);
        var days = new HashSet<long>();
        for (var time = arrivals.NextGap(0); time <= Ticks.FromDays(SchemeDays); time += arrivals.NextGap(0))
        {
            if (!days.Add(time / Ticks.PerDay))
            {
                return true;
            }
        }

        return false;
    }

    private static CommunityPlan Levered(int seed) => Towns.Drawn(seed) with
    {
        Inductions = new PlannedInductions { ApplyShare = 0.8, CheckDays = 20, Size = 2, EveryDays = 28 },
        Changes =
        [
            new PlannedChange.Opens(20, [9], 500), new PlannedChange.Enquire(30, [10, 11], seed % 2 == 0, 100),
            new PlannedChange.Closes(60, [0, 1], (EndedMatches)(seed % 3)), new PlannedChange.Rounds(90, 7 * (seed % 3)),
            new PlannedChange.Priority(120, PriorityOrder.FirstCome), new PlannedChange.NewMatches(150, new ConstantLength(84)),
            new PlannedChange.Inducting(40, 1, 14),
        ],
    };

    private static string Digest(CommunityOutcome outcome) => string.Join(
        ' ', outcome.Referred, outcome.Started, outcome.Ended, outcome.EndedEarly, outcome.LeftList, outcome.Waited, outcome.Stayed,
        outcome.All.Helped.Sum, outcome.All.Helped.WithinDays(0.9).ToString("R"),
        outcome.Waiting.Most, outcome.Unreachable, outcome.Stopped,
        outcome.Sustained, outcome.LivesTouched, outcome.WithoutConnection, string.Join(',', outcome.WaitingByWeek));
}
