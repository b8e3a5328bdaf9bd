using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Volunteers;
using Networks.Simulation.Replications;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Inputs;
using Networks.Simulation.Scenarios.Levers;

namespace Networks.Simulation.Tests.Scenarios;

public class ScenarioYamlTests
{
    private const string Whole = """
        scenario: north-kirklees-2027
        question: What happens to waits if the befriending grant ends in March, and would 20 new befrienders make it good?
        from: live
        wards: [Batley East, Batley West]
        start: 2026-11-23
        length: 104 weeks
        seed: 20261122
        replications: { atLeast: 20, atMost: 500, precision: 10% }
        rounds: { every: 2 weeks, on: tuesday, policy: live, method: exact }
        inputs:
          referralsPerWeek: measured
          referralGrowthPerYear: 0%
          leavesListAfter: { mean: 40 weeks, shape: exponential, source: "assumption; none published" }
          matchLength: { mean: 52 weeks, shape: lognormal, sd: 39 weeks }
          gapBeforeNextMatch: 2 weeks
          volunteersLeavePerYear: [15%, 40%]
          recruitment: { applyShare: 35%, checkTakes: 6 weeks, inductionBatch: 10, inductionEvery: 4 weeks }
        arms:
          grant-ends-in-march:
            - { lever: grantEnds, fundedBy: community-fund, on: 2027-03-31, matches: end }
          grant-ends-but-recruit-20:
            - { lever: grantEnds, fundedBy: community-fund, on: 2027-03-31, matches: handOver }
            - { lever: recruit, count: 20, counting: active, role: befriender, ward: Batley East, from: 2027-01-11, costEach: 180,
                profile: { capacity: 1, modes: [visit], languages: [en, ur], travelKilometres: 5, available: measured } }
        """;

    [Theory]
    [InlineData("volunteersJoinPerYr: 3", "'volunteersJoinPerYear'")]
    [InlineData("checkRenewed: 90%", "'checksRenewed'")]
    public void A_misspelt_input_is_refused_with_what_was_meant(string input, string meant)
    {
        var fault = Assert.Single(Faults(Input + input + "\n"));
        Assert.Contains(meant, fault.Suggestion, StringComparison.Ordinal);
        Assert.Equal(4, fault.At.Line);
    }

    private const string Least = "scenario: s\nquestion: What then?\n";

    private const string Input = Least + "inputs:\n  ";

    private const string Arm = Least + "arms:\n  a:\n    - { ";

    private static Scenario Read(string yaml) => Scenario.Read(yaml) switch
    {
        ScenarioReading.Accepted accepted => accepted.Scenario,
        ScenarioReading.Refused refused => throw new InvalidOperationException(string.Join("\n", refused.Faults)),
        _ => throw new InvalidOperationException(),
    };

    private static ImmutableArray<ScenarioFault> Faults(string yaml) => Assert.IsType<ScenarioReading.Refused>(Scenario.Read(yaml)).Faults;

    private static Lever Lever(string lever) =>
        Assert.Single(Assert.Single(Read($"{Least}arms:\n  other:\n    - {{ {lever} }}\n").Arms).Levers);

    [Fact]
    public void Every_key_of_a_whole_scenario_is_read()
    {
        var scenario = Read(Whole);
        Assert.Equal("north-kirklees-2027", scenario.Name);
        Assert.StartsWith("What happens to waits", scenario.Question, StringComparison.Ordinal);
        Assert.Equal(ScenarioSource.Live, scenario.From);
        Assert.Equal(["Batley East", "Batley West"], scenario.Wards.Select(ward => ward.Word));
        Assert.Equal((new DateOnly(2026, 11, 23), Days.OfWeeks(104), (ulong?)20261122), (scenario.Start, scenario.Length, scenario.Seed));
        Assert.Equal(new ReplicationPlan(20, 500, 0.1), scenario.Replications);
        var rounds = new RoundPlan(new Days(14), DayOfWeek.Tuesday, "live", RoundMethod.Exact);
        Assert.Equal(rounds, scenario.Rounds with { PolicyAt = default });
        Assert.Equal((9, "rounds.policy"), (scenario.Rounds.PolicyAt.Line, scenario.Rounds.PolicyAt.Path));
        var inputs = scenario.Inputs;
        Assert.True(inputs.ReferralsPerWeek.IsMeasured);
        Assert.Equal(
            (DurationShape.Exponential, 280, "assumption; none published"),
            (inputs.LeavesListAfter!.Shape, inputs.LeavesListAfter.Mean.Low, inputs.LeavesListAfter.Source));
        var length = inputs.MatchLength;
        Assert.Equal((DurationShape.Lognormal, 364, 273), (length.Shape, length.Mean.Low, length.Deviation!.Low));
        var leaving = inputs.VolunteersLeavePerYear;
        Assert.Equal((14, 0.15, 0.4), (inputs.GapBeforeNextMatch.High, leaving.Low, leaving.High));
        Assert.Equal((0.35, 42, 10, 28), (
            inputs.Recruitment.ApplyShare.Low, inputs.Recruitment.CheckTakes.Low, inputs.Recruitment.InductionBatch,
            inputs.Recruitment.InductionEvery.Count));
        Assert.Equal(["grant-ends-in-march", "grant-ends-but-recruit-20"], scenario.Arms.Select(arm => arm.Name));
        var grant = Assert.IsType<GrantEnds>(scenario.Arms[1].Levers[0]);
        Assert.Equal(
            ("community-fund", EndedMatches.HandOver, new DateOnly(2027, 3, 31)), (grant.FundedBy.Word, grant.Matches, grant.On));
        var recruit = Assert.IsType<Recruit>(scenario.Arms[1].Levers[1]);
        Assert.Equal(
            (20, Counting.Active, VolunteerRole.Befriender, "Batley East", 180m, new DateOnly(2027, 1, 11)),
            (recruit.Count, recruit.Counting, recruit.Role, recruit.Ward.Word, recruit.CostEach, recruit.On));
        Assert.Equal(ContactMode.Visit, Assert.Single(recruit.Profile.Modes));
        Assert.Equal("en ur", string.Join(' ', recruit.Profile.Languages));
        Assert.Equal((1, 5.0), (recruit.Profile.Capacity, recruit.Profile.Travel!.Value.Kilometres));
        Assert.Null(recruit.Profile.Available);
    }

    [Fact]
    public void What_is_not_said_has_a_default_with_its_source()
    {
        var scenario = Read(Least);
        Assert.Equal((null, null, 728.0), (scenario.Start, scenario.Seed, scenario.Length.Count));
        Assert.Empty(scenario.Arms);
        Assert.All(
            (NumberInput[])
            [
                scenario.Inputs.ReferralsPerWeek, scenario.Inputs.ReferralGrowthPerYear, scenario.Inputs.LeavesListAfter!.Mean,
                scenario.Inputs.MatchLength.Mean, scenario.Inputs.GapBeforeNextMatch, scenario.Inputs.VolunteersLeavePerYear,
                scenario.Inputs.Recruitment.ApplyShare, scenario.Inputs.Recruitment.CheckTakes,
            ],
            input => Assert.NotEqual("", input.Source));
    }

    [Theory]
    [InlineData("lever: volunteerLeaves, volunteer: V7, on: 2027-01-04, matches: finish", typeof(VolunteerLeaves))]
    [InlineData(
        "lever: openGroup, ward: Batley East, places: 12, kind: peer-support, interests: [craft], meets: [tue-pm], on: 2027-01-04",
        typeof(OpenGroup))]
    [InlineData("lever: closeGroup, group: G1, on: 2027-01-04", typeof(CloseGroup))]
    [InlineData("lever: openHub, ward: Batley East, groups: 3, kinds: [hub], placesEach: 9, on: 2027-01-04", typeof(OpenHub))]
    [InlineData("lever: inductionBatch, size: 20, every: 1 month, on: 2027-01-04", typeof(InductionBatch))]
    [InlineData("lever: travelLimit, kilometres: 8, on: 2027-01-04", typeof(TravelLimit))]
    [InlineData("lever: seats, more: 4, on: 2027-01-04", typeof(Seats))]
    [InlineData("lever: fixedLength, length: 6 months, on: 2027-01-04", typeof(FixedLength))]
    [InlineData("lever: roundEvery, every: 1 week, on: 2027-01-04", typeof(RoundEvery))]
    [InlineData("lever: priorityRule, rule: firstCome, on: 2027-01-04", typeof(PriorityRule))]
    [InlineData("lever: quota, band: 1, atLeast: 25%, on: 2027-01-04", typeof(Quota))]
    [InlineData("lever: referralGrowth, by: [5%, 20%], ward: Batley East, from: 2027-01-04", typeof(ReferralGrowth))]
    public void Every_lever_is_read(string lever, Type type)
    {
        var read = Lever(lever);
        Assert.IsType(type, read);
        Assert.Equal(new DateOnly(2027, 1, 4), read.On);
    }

    [Theory]
    [InlineData("question: What?\n", 1, "", "'scenario' is missing", "")]
    [InlineData("scenario: s\n", 1, "", "'question' is missing", "")]
    [InlineData("scenario: S one\nquestion: W\n", 1, "scenario", "is no name", "'s-one'")]
    [InlineData(Least + "lenght: 3 weeks\n", 3, "", "Unknown key 'lenght'", "'length'")]
    [InlineData(Least + "length: 3 wekks\n", 3, "length", "6 weeks", "")]
    [InlineData(Least + "length: 0 weeks\n", 3, "length", "is a length", "")]
    [InlineData(Least + "start: 31.3.2027\n", 3, "start", "2027-03-31", "")]
    [InlineData(Least + "start: 2027-02-30\n", 3, "start", "2027-03-31", "")]
    [InlineData(Least + "from: yesterday\n", 3, "from", "snapshot:FILE", "")]
    [InlineData(Least + "seed: -1\n", 3, "seed", "whole number", "")]
    [InlineData(Least + "replications: { atLeast: 30, atMost: 20 }\n", 3, "replications.atMost", "fewer", "")]
    [InlineData(Least + "replications: { precision: 0% }\n", 3, "replications.precision", "never", "1%")]
    [InlineData(Least + "rounds: { on: tusday }\n", 3, "rounds.on", "'tusday' is no on", "'tuesday'")]
    [InlineData(Least + "rounds: weekly\n", 3, "rounds", "keys with values", "")]
    [InlineData(Input + "referralsPerWeek: -2\n", 4, "inputs.referralsPerWeek", "number from 0", "")]
    [InlineData(Input + "referralsPerWeek: [1, 2, 3]\n", 4, "inputs.referralsPerWeek", "[low, high]", "")]
    [InlineData(Input + "volunteersLeavePerYear: [40%, 15%]\n", 4, "inputs.volunteersLeavePerYear", "begins above its end", "[15%, 40%]")]
    [InlineData(Input + "volunteersLeavePerYear: 25\n", 4, "inputs.volunteersLeavePerYear", "0% to 99%", "")]
    [InlineData(Input + "referralGrowthPerYear: measured\n", 4, "inputs.referralGrowthPerYear", "10%", "")]
    [InlineData(Input + "matchLength: { shape: lognormal, mean: 3 weeks }\n", 4, "inputs.matchLength", "'sd' is missing", "")]
    [InlineData(Input + "matchLength: { shape: exponential }\n", 4, "inputs.matchLength", "'mean' is missing", "")]
    [InlineData(
        Input + "matchLength: { mean: 3 weeks, sd: 1 weeks }\n",
        4, "inputs.matchLength.sd", "no standard deviation", "Leave 'sd' out")]
    [InlineData(Input + "matchLength: never\n", 4, "inputs.matchLength", "is a length", "")]
    [InlineData(Input + "leavesListAfter: { mean: 0 weeks }\n", 4, "inputs.leavesListAfter.mean", "no time", "'never'")]
    [InlineData(Input + "gapBeforeNextMatch: { source: x }\n", 4, "inputs.gapBeforeNextMatch", "'value' is missing", "")]
    [InlineData(Least + "arms:\n  baseline: []\n", 4, "arms.baseline", "always there", "another name")]
    [InlineData(Least + "arms:\n  Grant_Ends: []\n", 4, "arms.Grant_Ends", "is no name", "'grant-ends'")]
    [InlineData(Least + "arms:\n  a: stop\n", 4, "arms.a", "list of levers", "")]
    [InlineData(Arm + "lever: recrut, on: 2027-01-04 }\n", 5, "arms.a[0].lever", "no lever 'recrut'", "'recruit'")]
    [InlineData(Arm + "on: 2027-01-04 }\n", 5, "arms.a[0]", "'lever' is missing", "")]
    [InlineData(Arm + "lever: closeGroup, group: G1 }\n", 5, "arms.a[0]", "'on' is missing", "")]
    [InlineData(Arm + "lever: closeGroup, grop: G1, group: G2, on: 2027-01-04 }\n", 5, "arms.a[0]", "Unknown key 'grop'", "'group'")]
    [InlineData(Arm + "lever: closeGroup, on: 2027-01-04 }\n", 5, "arms.a[0]", "'group' is missing", "")]
    [InlineData(Arm + "lever: closeGroup, group: G1, on: 2027-01-04, from: 2027-01-05 }\n", 5, "arms.a[0].from", "twice", "out")]
    [InlineData(Arm + "lever: recruit, count: -3, ward: W, on: 2027-01-04 }\n", 5, "arms.a[0].count", "whole number", "")]
    [InlineData(
        Arm + "lever: recruit, count: 3, ward: W, role: befreinder, on: 2027-01-04 }\n",
        5, "arms.a[0].role", "no role", "'befriender'")]
    [InlineData(
        Arm + "lever: recruit, count: 3, ward: W, on: 2027-01-04, profile: { available: [tue-pn] } }\n",
        5, "arms.a[0].profile.available[0]", "no time of the week", "'tue-")]
    [InlineData(Arm + "lever: quota, atLeast: 20%, on: 2027-01-04 }\n", 5, "arms.a[0]", "for a ward or for a band", "one of them")]
    public void What_is_wrong_is_refused_with_its_line_its_key_and_a_way_out(
        string yaml, int line, string path, string reason, string suggestion)
    {
        var fault = Assert.Single(Faults(yaml));
        Assert.Equal((line, path), (fault.At.Line, fault.At.Path));
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Contains(suggestion, fault.Suggestion, StringComparison.Ordinal);
        Assert.StartsWith($"s.yaml, line {line}, column ", fault.In("s.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("scenario: [", "not YAML")]
    [InlineData("scenario: s\nscenario: t\n", "not YAML")]
    [InlineData("a: b\n---\nc: d\n", "one document")]
    [InlineData("- a\n- b\n", "keys with values")]
    public void What_is_no_scenario_at_all_is_refused_and_never_a_crash(string yaml, string reason) =>
        Assert.Contains(Faults(yaml), fault => fault.Reason.Contains(reason, StringComparison.Ordinal));

    [Fact]
    public void All_faults_are_told_at_once_in_the_order_of_their_lines()
    {
        var faults = Faults(Whole.Replace("104 weeks", "104", StringComparison.Ordinal)
            .Replace("tuesday", "tues", StringComparison.Ordinal).Replace("fundedBy", "funder", StringComparison.Ordinal));
        Assert.Equal([6, 9, 20, 20, 22, 22], faults.Select(fault => fault.At.Line));
    }

    [Fact]
    public void An_eleventh_arm_is_one_too_many()
    {
        string Arms(int count) => Least + "arms:\n" + string.Concat(Enumerable.Range(1, count).Select(arm => $"  arm-{arm}: []\n"));
        Assert.Equal(10, Read(Arms(10)).Arms.Length);
        Assert.Contains("more than 10", Assert.Single(Faults(Arms(11))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_cut_or_garbled_file_is_answered_with_faults()
    {
        var random = new Random(7);
        for (var trial = 0; trial < 3_000; trial++)
        {
            var at = random.Next(Whole.Length);
            var text = random.Next(3) switch
            {
                0 => Whole[..at],
                1 => Whole.Remove(at, Math.Min(random.Next(1, 9), Whole.Length - at)),
                _ => Whole.Insert(at, "{[]:,-\n \"'%&*!|>#0aZ\t"[random.Next(21)].ToString()),
            };
            if (Scenario.Read(text) is ScenarioReading.Refused refused)
            {
                Assert.NotEmpty(refused.Faults);
                Assert.All(refused.Faults, fault => Assert.True(fault.At.Line >= 1 && fault.Reason != "", fault.ToString()));
            }
        }
    }
}
