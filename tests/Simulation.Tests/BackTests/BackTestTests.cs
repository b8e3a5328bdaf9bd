using System.Globalization;
using Networks.Simulation.Communities;
using Networks.Simulation.Estimates;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Streams;
using Networks.Simulation.Studies;
using Xunit.Abstractions;

namespace Networks.Simulation.Tests.BackTests;

public class BackTestTests(ITestOutputHelper output)
{
    private const int Histories = 200;
    private const int FewHistories = 60;
    private const int FirstSeed = 7_340_000;

    private const int Runs = 79;

    private static readonly (string Name, Func<Followed, double> Read)[] Told =
    [
        ("starts", one => one.Starts), ("ends", one => one.Ends), ("left the list", one => one.LeftList),
        ("waiting at the end", one => one.Waiting), ("mean wait", one => one.MeanWait), ("9 in 10 within", one => one.LongWait),
    ];

    [Theory]
    [InlineData(26)]
    [InlineData(104)]
    public void What_followed_lies_in_19_of_20_prediction_intervals(int weeks)
    {
        var covered = Covered(Histories, weeks, "measured");
        output.WriteLine(string.Join("; ", covered));

        // Of 200 that cover with 95 % each, fewer than 180 or all 200 do so once in 500 times.
        Assert.All(covered, one => Assert.True(one.Share is >= 0.90 and < 1, $"{weeks} weeks: {string.Join("; ", covered)}"));
    }

    [Fact]
    public void A_study_that_is_wrong_about_how_long_matches_last_is_found_out()
    {
        var covered = Covered(FewHistories, 104, "{ mean: 36 weeks, shape: lognormal, sd: 26 weeks }");
        Assert.True(covered.Single(one => one.Name == "ends").Share < 0.7, string.Join("; ", covered));
    }

    private static (string Name, double Share)[] Covered(int histories, int weeks, string matchLength)
    {
        var inside = new int[Told.Length];
        Parallel.For(0, histories, history =>
        {
            var town = new PlainTown(FirstSeed + history);
            var followed = PlainHistory.Followed(town, weeks * 7);
            var runs = RunAhead(PlainHistory.AsKnown(town), Asked(weeks, matchLength), (ulong)history);
            for (var outcome = 0; outcome < Told.Length; outcome++)
            {
                var range = FutureRange.Of(runs.Select(Told[outcome].Read));
                Assert.Equal(0.95, range.Share);
                if (range.Covers(Told[outcome].Read(followed)))
                {
                    Interlocked.Increment(ref inside[outcome]);
                }
            }
        });
        return [.. Told.Select((told, at) => (told.Name, inside[at] / (double)histories))];
    }

    private static Followed[] RunAhead(AreaSnapshot fork, Scenario scenario, ulong seed)
    {
        // As it is read again from a file.
        var (ground, faults) = StudyGround.Of(SnapshotFile.Read(SnapshotFile.Write(fork)), scenario, seed);
        Assert.Empty(faults);
        return [.. Enumerable.Range(0, Runs).Select(run => Outcome(ground!, new RandomStreams(seed, (ulong)run)))];
    }

    private static Followed Outcome(StudyGround ground, RandomStreams streams)
    {
        var run = CommunityRun.Run(ground.PlanOf(-1, streams), streams);
        var helped = run.All.Helped;
        return new Followed(run.Started, run.Ended, run.LeftList, run.Waiting.Value, helped.MeanDays, helped.WithinDays(0.9));
    }

    private static Scenario Asked(int weeks, string matchLength)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $$"""
            scenario: back-test
            question: What followed?
            length: {{weeks}} weeks
            rounds: { every: 2 weeks, on: tuesday, policy: live, method: exact }
            inputs:
              referralsPerWeek: measured
              leavesListAfter: { mean: {{PlainTown.PatienceDays}} days, shape: exponential, source: "as it was drawn" }
              matchLength: {{matchLength}}
              gapBeforeNextMatch: {{PlainTown.GapDays}} days
              volunteersLeavePerYear: 10%
            """);
        return Assert.IsType<ScenarioReading.Accepted>(Scenario.Read(text)).Scenario;
    }
}
