using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Fairness;
using Networks.Matching.Policies;
using Networks.Simulation.Replications;
using Networks.Simulation.Reports;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Studies;
using Networks.Simulation.Tests.Kirklees;

namespace Networks.Simulation.Tests.Studies;

public class StudyTests
{
    private static readonly Lazy<AreaSnapshot> Town = new(() => SnapshotFile.Read(
        File.ReadAllText(Path.Combine(ShippedScenarioTests.Folder(), "kirklees", "snapshot.json"))));

    [Theory]
    [MemberData(nameof(ShippedScenarioTests.Names), MemberType = typeof(ShippedScenarioTests))]
    public void Every_shipped_scenario_gives_the_same_runs_with_one_thread_and_with_many_and_leaves_its_fork_alone(string name)
    {
        var before = SnapshotFile.Digest(Town.Value);
        var text = File.ReadAllText(Path.Combine(ShippedScenarioTests.Folder(), name, "scenario.yaml"));
        var alone = Run(text, Replicated(text, 4), threads: 1);
        Assert.Equal(Digest(alone), Digest(Run(text, Replicated(text, 4), threads: 5)));
        Assert.Equal(before, SnapshotFile.Digest(Town.Value));
        Assert.Equal(before, alone.SnapshotDigest);
        Assert.All(alone.Arms, arm => Assert.All(arm.Runs, run => Assert.True(run[Outcome.Starts] > 50, $"{arm.Name} hardly starts")));
        Assert.Equal(alone.Arms.Length, alone.Arms.Select(arm => string.Join(' ', arm.Runs[0].Values)).Distinct().Count());
    }

    [Fact]
    public void A_lever_at_zero_differs_by_exactly_nothing_in_every_outcome()
    {
        const string Text = """
            scenario: nothing
            question: Does nothing change nothing?
            length: 60 weeks
            seed: 3
            replications: { atLeast: 5, atMost: 5, precision: 10% }
            inputs: { volunteersLeavePerYear: [15%, 40%] }
            arms:
              nothing:
                - { lever: recruit, count: 0, counting: active, role: befriender, ward: Batley East, from: 2027-01-11, costEach: 180 }
                - { lever: referralGrowth, by: 0%, on: 2027-01-11 }
                - { lever: roundEvery, every: 2 weeks, on: 2026-11-24 }
                - { lever: priorityRule, rule: bands, on: 2027-02-01 }
            """;
        var report = StudyReport.Of(Run(Text, Read(Text)));
        Assert.All(report.Arms[1].Outcomes, row => Assert.Equal((0, 0), (row.Change!.Value.Mean, row.Change.Value.HalfWidth)));
    }

    [Fact]
    public void More_befrienders_shorten_waits_and_a_lost_grant_lengthens_them_with_intervals_that_leave_no_doubt()
    {
        var text = File.ReadAllText(Path.Combine(ShippedScenarioTests.Folder(), "grant-ends-in-march", "scenario.yaml"));
        var report = StudyReport.Of(Run(text, Replicated(text, 12)));
        var (grantEnds, recruited) = (report.Arms[1], report.Arms[2]);
        Assert.True(grantEnds[Outcome.WaitingAtEnd].Change!.Value.Low > 0);
        Assert.True(grantEnds[Outcome.EndedEarly].Change!.Value.Low > 0);
        Assert.True(recruited[Outcome.WaitingAtEnd].Value.Mean < grantEnds[Outcome.WaitingAtEnd].Value.Mean);
        Assert.Equal(20 * 180, recruited[Outcome.Cost].Value.Mean);
        Assert.Equal(0, grantEnds[Outcome.Cost].Value.Mean);
    }

    [Fact]
    public void The_exact_round_and_the_fast_rule_are_both_run_and_neither_loses_a_start()
    {
        var text = File.ReadAllText(Path.Combine(ShippedScenarioTests.Folder(), "round-cadence", "scenario.yaml"));
        var exact = StudyReport.Of(Run(text, Replicated(text, 6)));
        var fast = StudyReport.Of(Run(text, Read(text.Replace("method: exact", "method: fast", StringComparison.Ordinal)) with
        {
            Replications = new ReplicationPlan(6, 6, 0.1),
        }));
        Assert.NotEqual(Digest(exact.Runs), Digest(fast.Runs));
        var (one, other) = (exact.Arms[0][Outcome.Starts].Value.Mean, fast.Arms[0][Outcome.Starts].Value.Mean);
        Assert.True(Math.Abs(one / other - 1) < 0.1, $"{one} by the solver, {other} by turns");
    }

    /// <summary>The town with a lunch club that fetches two, and many who need fetching; everybody travels six kilometres.</summary>
    private static readonly Lazy<AreaSnapshot> Fetching = new(() => Town.Value with
    {
        People =
        [
            .. Town.Value.People.Select((person, at) => person with
            {
                Facts = person.Facts with
                {
                    AccessNeeds = at % 2 == 0 ? ["transport"] : [], TravelMetresMax = new Metres(30_000),
                    // Nobody waits in one band alone.
                    PriorityBand = (at % 4) + 1,
                },
            }),
        ],
        Offers =
        [
            .. Town.Value.Offers.Select(offer => offer with
            {
                Facts = offer.Facts with
                {
                    TravelMetresMax = offer.Facts.Offer.Volunteer is null ? null : new Metres(6000),
                    TransportSeats = offer.Facts.Offer.Group is null ? null : 1,
                },
            }),
        ],
    });

    [Theory]
    [InlineData("lever: travelLimit, kilometres: 6", "lever: travelLimit, kilometres: 1", Outcome.Starts, -1)]
    [InlineData("lever: travelLimit, kilometres: 6", "lever: travelLimit, kilometres: 0.5", Outcome.WaitingAtEnd, 1)]
    [InlineData("lever: seats, more: 0, costEach: 100", "lever: seats, more: 6, costEach: 100", Outcome.Starts, 1)]
    [InlineData("lever: seats, more: 0, group: G2", "lever: seats, more: 9, group: G2", Outcome.Starts, 1)]
    [InlineData("lever: quota, band: 4, atLeast: 0%", "lever: quota, band: 4, atLeast: 60%", Outcome.Over16Weeks, 0)]
    [InlineData("lever: quota, ward: Dalton, atLeast: 0%", "lever: quota, ward: Dalton, atLeast: 30%", Outcome.Over16Weeks, 0)]
    public void A_lever_at_what_is_so_already_changes_exactly_nothing_and_another_nothing_before_its_day(
        string same, string other, Outcome outcome, int sign)
    {
        var text = $$"""
            scenario: levers
            question: What does this lever do?
            length: 52 weeks
            seed: 3
            replications: { atLeast: 6, atMost: 6, precision: 10% }
            arms:
              same:
                - { {{same}}, on: 2027-03-01 }
              other:
                - { {{other}}, on: 2027-03-01 }
            """;
        var answer = Assert.IsType<StudyAnswer.Done>(Study.Run(Fetching.Value, Read(text), text, "test"));
        var report = StudyReport.Of(answer.Runs);
        Assert.All(report.Arms[1].Outcomes, row => Assert.Equal((0, 0), (row.Change!.Value.Mean, row.Change.Value.HalfWidth)));
        for (var run = 0; run < 6; run++)
        {
            var (baseline, changed) = (answer.Runs.Arms[0].Runs[run], answer.Runs.Arms[2].Runs[run]);
            Assert.Equal(baseline.WaitingByWeek.Take(14), changed.WaitingByWeek.Take(14));
            Assert.NotEqual(baseline.WaitingByWeek.Skip(14), changed.WaitingByWeek.Skip(14));
        }

        var change = report.Arms[2][outcome].Change!.Value;
        Assert.True(sign == 0 || (sign > 0 ? change.Low > 0 : change.High < 0), $"{outcome}: {change.Low} to {change.High}");
        if (sign == 0)
        {
            var (group, before) = other.Contains("band", StringComparison.Ordinal) ? (report.Arms[2].Bands[3], report.Arms[0].Bands[3])
                : (report.Arms[2].Wards.First(ward => ward.Name == "Dalton"), report.Arms[0].Wards.First(ward => ward.Name == "Dalton"));
            Assert.True(group.WaitingAtEnd.Mean < before.WaitingAtEnd.Mean, $"{group.WaitingAtEnd}, {before.WaitingAtEnd} before");
        }

        Assert.Equal(other.Contains("costEach", StringComparison.Ordinal) ? 6 * 100 * 6 : 0, report.Arms[2][Outcome.Cost].Value.Mean);
    }

    [Fact]
    public void A_policy_of_its_own_is_followed_and_told()
    {
        const string Text = """
            scenario: own-policy
            question: What if nobody asked for checks and everybody travelled?
            rounds: { every: 2 weeks, on: tuesday, policy: wide.yaml, method: fast }
            length: 26 weeks
            replications: { atLeast: 2, atMost: 2, precision: 50% }
            """;
        var scenario = Read(Text);
        var refused = Assert.IsType<StudyAnswer.Refused>(Study.Run(Town.Value, scenario, Text, "test"));
        Assert.Contains("line 3, column 48, rounds.policy: The policy 'wide.yaml' is a file", Assert.Single(refused.Faults).ToString());
        var none = MatchingPolicy.Default with { RequiredChecks = [new ModeChecks(ContactMode.Visit, ["never-passed"])] };
        var strict = Run(Text, scenario with { Rounds = scenario.Rounds with { Own = none } });
        Assert.All(strict.Arms[0].Runs, run => Assert.True(run[Outcome.NeverReachable] > 50));
        Assert.Contains(strict.Notes, note => note.StartsWith("Rounds follow the policy in wide.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void A_policys_own_bounds_are_kept_in_every_round_and_no_quota_is_added_to_them()
    {
        const string Text = """
            scenario: bounds
            question: What if nobody of band 4 was helped?
            length: 26 weeks
            replications: { atLeast: 2, atMost: 2, precision: 50% }
            arms:
              none: []
            """;
        var bounds = new RoundBounds(FairnessDimension.Band, [new GroupBound("4", null, 0)]);
        var town = Town.Value with { Policy = Town.Value.Policy with { Bounds = bounds } };
        var runs = Assert.IsType<StudyAnswer.Done>(Study.Run(town, Read(Text), Text, "test")).Runs;
        Assert.All(runs.Arms[0].Runs, run => Assert.True(double.IsNaN(run.Bands[3].TypicalWait)));
        Assert.All(runs.Arms[0].Runs, run => Assert.False(double.IsNaN(run.Bands[0].TypicalWait)));
        Assert.Contains(runs.Notes, note => note.StartsWith("Each round keeps the policy's guarantees", StringComparison.Ordinal));
        var quota = Text.Replace(
            "none: []", "quota: [ { lever: quota, ward: Dalton, atLeast: 10%, on: 2027-01-11 } ]", StringComparison.Ordinal);
        var refused = Assert.IsType<StudyAnswer.Refused>(Study.Run(town, Read(quota), quota, "test"));
        Assert.Contains("The policy has guarantees or quotas of its own", Assert.Single(refused.Faults).ToString());
        Assert.Equal(6, refused.Faults[0].At.Line);
    }

    [Fact]
    public void What_a_run_cannot_do_is_refused_with_its_line()
    {
        const string Text = """
            scenario: too-much
            question: What of levers that this version does not run?
            rounds: { every: 2 weeks, on: tuesday, policy: other.yaml }
            arms:
              far:
                - { lever: seats, more: 10, on: 2027-01-11 }
                - { lever: recruit, count: 2, counting: active, role: befriender, ward: Batly East, from: 2027-01-11 }
            """;
        var refused = Assert.IsType<StudyAnswer.Refused>(Study.Run(Town.Value, Read(Text), Text, "test"));
        var said = string.Join('\n', refused.Faults);
        Assert.Contains("line 3, column 48, rounds.policy: The policy 'other.yaml' is a file", said);
        Assert.Contains("line 6, column 7, arms.far[0]: No group with transport", said);
        Assert.Contains("There is no ward 'Batly East' in this area.", said);
    }

    [Fact]
    public void A_later_start_runs_the_same_years_and_counts_only_from_its_day()
    {
        static string Text(string days) => $"""
            scenario: later
            question: What of next year alone?
            {days}
            seed: 9
            replications: {"{ atLeast: 3, atMost: 3, precision: 10% }"}
            """;
        StudyRuns Of(string days) => Run(Text(days), Read(Text(days)));
        var (whole, before, counted) = (Of("length: 60 weeks"), Of("length: 20 weeks"), Of("start: 2027-04-12\nlength: 40 weeks"));
        for (var run = 0; run < 3; run++)
        {
            RunOutcome all = whole.Arms[0].Runs[run], first = before.Arms[0].Runs[run], later = counted.Arms[0].Runs[run];
            Assert.Equal(all[Outcome.WaitingAtEnd], later[Outcome.WaitingAtEnd]);
            foreach (var sum in (Outcome[])[Outcome.Starts, Outcome.EndedEarly, Outcome.LeftTheList])
            {
                Assert.Equal(all[sum] - first[sum], later[sum]);
            }

            Assert.Equal(all.WaitingByWeek.Skip(20), later.WaitingByWeek);
        }

        Assert.Equal(new DateOnly(2027, 4, 19), StudyReport.Of(counted).Arms[0].Waiting[0].On);
        Assert.Contains(counted.Notes, note => note.Contains("counted from 2027-04-12", StringComparison.Ordinal));
        Assert.Contains(counted.Notes, note => note.Contains("taken as renewed", StringComparison.Ordinal));
    }

    [Fact]
    public void Too_few_referrals_on_record_are_refused_and_a_number_given_instead_is_used()
    {
        var lately = Town.Value.Day.AddDays(-60);
        var few = Town.Value with { People = [.. Town.Value.People.Where(person => person.ReferredOn > lately).Take(29)] };
        const string Text = """
            scenario: few
            question: What if hardly anybody was referred?
            length: 30 weeks
            replications: { atLeast: 2, atMost: 2, precision: 50% }
            inputs: { referralsPerWeek: measured }
            """;
        var refused = Assert.IsType<StudyAnswer.Refused>(Study.Run(few, Read(Text), Text, "test"));
        Assert.Contains("it takes 30", Assert.Single(refused.Faults).ToString());
        Assert.Equal(5, refused.Faults[0].At.Line);
        var given = Text.Replace("measured", "3", StringComparison.Ordinal);
        var runs = Assert.IsType<StudyAnswer.Done>(Study.Run(few, Read(given), given, "test")).Runs;
        Assert.Contains(runs.Inputs, input => input is { Name: "referralsPerWeek", Value: "3 a week" });
        Assert.NotEqual(0UL, runs.Seed);
    }

    private static StudyRuns Run(string text, Scenario scenario, int threads = -1)
    {
        var answer = Study.Run(Town.Value, scenario, text, "test", threads);
        return answer is StudyAnswer.Done done
            ? done.Runs
            : throw new InvalidOperationException(string.Join('\n', ((StudyAnswer.Refused)answer).Faults));
    }

    private static Scenario Replicated(string text, int count) =>
        Read(text) with { Replications = new ReplicationPlan(count, count, 0.1) };

    private static Scenario Read(string text) => Scenario.Read(text) switch
    {
        ScenarioReading.Accepted accepted => accepted.Scenario,
        ScenarioReading.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Faults)),
        _ => throw new InvalidOperationException(),
    };

    private static string Digest(StudyRuns runs) => string.Join('\n', runs.Arms.SelectMany(arm => arm.Runs.Select(run => string.Join(
        ' ', run.Values.Concat(run.WaitingByWeek).Concat(run.Wards.Concat(run.Bands).SelectMany(Values))
            .Select(value => value.ToString("R", CultureInfo.InvariantCulture))))));

    private static double[] Values(GroupOutcome group) => [group.TypicalWait, group.LongWait, group.Over12Weeks, group.WaitingAtEnd];
}
