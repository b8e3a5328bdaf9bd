using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Networks.Matching.Yaml;
using Networks.Simulation.Replications;
using Networks.Simulation.Scenarios.Questions;

namespace Networks.Simulation.Scenarios;

/// <summary>scenario.yaml, read node by node so that every fault has a line and a suggestion.</summary>
internal static partial class ScenarioYaml
{
    private const int ReplicationsMax = 10_000;
    private static readonly ScenarioFault Empty = new(
        new YamlPlace(1, 1, ""), "The file is empty.", "Begin with one of the templates: 'networks simulate --template NAME'.");

    public static ScenarioReading Read(string yaml)
    {
        var faults = new List<ScenarioFault>();
        var (root, notYaml) = YamlText.Read(yaml, "A scenario");
        if (root is null)
        {
            return new ScenarioReading.Refused(
                [notYaml is null ? Empty : new ScenarioFault(new YamlPlace(notYaml.Line, notYaml.Column, ""), notYaml.Reason, "")]);
        }

        var scenario = ReadScenario(new YamlKeys(root, "", faults), faults);
        return faults.Count == 0
            ? new ScenarioReading.Accepted(scenario)
            : new ScenarioReading.Refused([.. faults.OrderBy(fault => fault.At.Line).ThenBy(fault => fault.At.Column)]);
    }

    private static Scenario ReadScenario(YamlKeys keys, List<ScenarioFault> faults)
    {
        var usual = new Scenario { Name = "", Question = "" };
        var scenario = usual with
        {
            Name = Named(keys, "scenario", keys.Required("scenario", "a name of small letters, digits and hyphens")),
            Question = keys.Required("question", "what is asked, in a sentence"),
            From = Source(keys),
            Wards = keys.Words("wards"),
            Start = keys.Date("start"),
            StartAt = keys.Place("start"),
            Length = keys.DaysOrMore("length") ?? usual.Length,
            LengthAt = keys.Place("length"),
            Seed = keys.Seed("seed"),
            Replications = Replications(keys.Keys("replications")),
            Rounds = Rounds(keys.Keys("rounds")),
            Inputs = Inputs(keys.Keys("inputs")),
            Arms = Arms(keys.Keys("arms"), faults),
        };
        scenario = scenario with { Questions = QuestionReader.Read(keys, scenario.Arms) };
        keys.RefuseOthers();
        return scenario;
    }

    private static string Named(YamlKeys keys, string key, string name)
    {
        if (name != "" && !NamePattern().IsMatch(name))
        {
            keys.Refuse(
                keys.Place(key), $"'{name}' is no name: small letters, digits and hyphens, at most 60.",
                Tidied(name) is { Length: > 0 } tidy ? $"Did you mean '{tidy}'?" : "");
        }

        return name;
    }

    private static ScenarioSource Source(YamlKeys keys)
    {
        var text = keys.Text("from") ?? "live";
        var source = ScenarioSource.Parse(text);
        if (source is null)
        {
            keys.Refuse(keys.Place("from"), $"from is live, snapshot:FILE or data:FOLDER, not '{text}'.");
        }

        return source ?? ScenarioSource.Live;
    }

    private static ReplicationPlan Replications(YamlKeys? keys)
    {
        var usual = new ReplicationPlan();
        if (keys is null)
        {
            return usual;
        }

        var (least, most) = (keys.Whole("atLeast", 2, ReplicationsMax), keys.Whole("atMost", 2, ReplicationsMax));
        var plan = new ReplicationPlan(
            least ?? Math.Min(usual.AtLeast, most ?? usual.AtLeast), most ?? Math.Max(usual.AtMost, least ?? usual.AtMost),
            keys.Share("precision") ?? usual.Precision);
        if (plan.AtMost < plan.AtLeast)
        {
            keys.Refuse(keys.Place("atMost"), $"At most {plan.AtMost} runs are fewer than at least {plan.AtLeast}.");
        }

        if (plan.Precision <= 0)
        {
            keys.Refuse(keys.Place("precision"), "A precision of 0% is never reached.", "Did you mean 1%?");
        }

        keys.RefuseOthers();
        return plan;
    }

    private static RoundPlan Rounds(YamlKeys? keys)
    {
        var usual = new RoundPlan();
        if (keys is null)
        {
            return usual;
        }

        var plan = new RoundPlan(
            keys.DaysOrMore("every") ?? usual.Every, keys.Word("on", usual.On), keys.Text("policy") ?? usual.Policy,
            keys.Word("method", usual.Method))
        {
            PolicyAt = keys.Place("policy"),
        };
        keys.RefuseOthers();
        return plan;
    }

    private static ScenarioInputs Inputs(YamlKeys? keys)
    {
        var usual = new ScenarioInputs();
        if (keys is null)
        {
            return usual;
        }

        var inputs = new ScenarioInputs
        {
            ReferralsPerWeek = keys.Number("referralsPerWeek", InputUnit.Count) ?? usual.ReferralsPerWeek,
            ReferralGrowthPerYear = keys.Number("referralGrowthPerYear", InputUnit.YearlyGrowth) ?? usual.ReferralGrowthPerYear,
            LeavesListAfter = DurationReader.ReadOrNever(keys, "leavesListAfter", usual.LeavesListAfter),
            MatchLength = DurationReader.Read(keys, "matchLength", usual.MatchLength),
            GapBeforeNextMatch = keys.Number("gapBeforeNextMatch", InputUnit.Length) ?? usual.GapBeforeNextMatch,
            VolunteersLeavePerYear = keys.Number("volunteersLeavePerYear", InputUnit.YearlyLoss) ?? usual.VolunteersLeavePerYear,
            VolunteersJoinPerYear = keys.Number("volunteersJoinPerYear", InputUnit.Count) ?? usual.VolunteersJoinPerYear,
            ChecksRenewed = keys.Number("checksRenewed", InputUnit.AssumedShare) ?? usual.ChecksRenewed,
            Recruitment = Recruitment(keys.Keys("recruitment")),
        };
        keys.RefuseOthers();
        return inputs;
    }

    private static RecruitmentInput Recruitment(YamlKeys? keys)
    {
        var usual = new RecruitmentInput();
        if (keys is null)
        {
            return usual;
        }

        var input = new RecruitmentInput
        {
            ApplyShare = keys.Number("applyShare", InputUnit.Share) ?? usual.ApplyShare,
            CheckTakes = keys.Number("checkTakes", InputUnit.Length) ?? usual.CheckTakes,
            InductionBatch = keys.Whole("inductionBatch", 1, 10_000) ?? usual.InductionBatch,
            InductionEvery = keys.DaysOrMore("inductionEvery") ?? usual.InductionEvery,
        };
        keys.RefuseOthers();
        return input;
    }

    private static ImmutableArray<Arm> Arms(YamlKeys? keys, List<ScenarioFault> faults)
    {
        var arms = ImmutableArray.CreateBuilder<Arm>();
        foreach (var (name, at, value) in keys?.Entries() ?? [])
        {
            if (name == Scenario.Baseline)
            {
                keys!.Refuse(at, "The arm 'baseline' is always there, and nothing changes in it.", "Give this arm another name.");
            }
            else if (!NamePattern().IsMatch(name))
            {
                keys!.Refuse(at, $"'{name}' is no name: small letters, digits and hyphens, at most 60.", $"Did you mean '{Tidied(name)}'?");
            }

            arms.Add(new Arm(name, LeverReader.Read(value, at.Path, faults)));
        }

        if (arms.Count > Scenario.ArmsMax)
        {
            keys!.Refuse(keys.At, $"{arms.Count} arms are more than {Scenario.ArmsMax}.", "Ask in two scenarios.");
        }

        return arms.DrainToImmutable();
    }

    private static string Tidied(string name) => OddLetters().Replace(name.ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex OddLetters();
}
