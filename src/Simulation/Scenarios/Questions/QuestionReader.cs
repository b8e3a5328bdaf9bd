using System.Collections.Immutable;
using Networks.Simulation.Scenarios.Inputs;
using Networks.Simulation.Scenarios.Levers;
using Networks.Simulation.Studies;
using YamlDotNet.RepresentationModel;

namespace Networks.Simulation.Scenarios.Questions;

/// <summary>The questions of a scenario: the keys beside its arms.</summary>
internal static class QuestionReader
{
    private const int CountMost = 1000;
    private const int RunsMost = 10_000;
    private const int WardsMost = 30;

    public static AskedQuestions Read(YamlKeys keys, ImmutableArray<Arm> arms) => new()
    {
        Find = keys.Keys("find") is { } find ? Find(find, arms) : null,
        Published = keys.Keys("published") is { } published ? Published(published) : null,
        Sensitivity = keys.Keys("sensitivity") is { } sensitivity ? Sensitivity(sensitivity) : null,
    };

    /// <summary>The levers of an arm that a search can count.</summary>
    public static IEnumerable<Lever> Counted(Arm arm, string lever) =>
        arm.Levers.Where(one => one is Recruit && lever == "recruit" || one is OpenGroup && lever == "openGroup");

    private static FindQuestion? Find(YamlKeys keys, ImmutableArray<Arm> arms)
    {
        var usual = new FindQuestion
        {
            Place = keys.At, Lever = "", Arm = "", Least = 0, Most = 0, So = new Target("", null, 1, 0.5, true),
        };
        var find = usual with
        {
            Lever = keys.Required("lever", "recruit or openGroup"),
            Arm = keys.Required("arm", "the arm the lever stands in"),
            Wards = keys.Words("wards"),
            RunsAtMost = keys.Whole("runsAtMost", 20, RunsMost) ?? usual.RunsAtMost,
            Confidence = keys.Share("confidence") ?? usual.Confidence,
        };
        (find, var words) = (Counts(keys, find), keys.Required("so", "what must hold, " + Target.Allowed));
        var so = words == "" ? null : Target.Parse(words);
        if (words != "" && so is null)
        {
            keys.Refuse(keys.Place("so"), $"'{words}' is nothing that can be looked for.", $"Write what must hold, {Target.Allowed}.");
        }

        if (find.Confidence is < 0.5 or > 0.999)
        {
            keys.Refuse(keys.Place("confidence"), "An answer can be 50% to 99.9% sure.");
        }

        if (find.Wards.Length > WardsMost)
        {
            keys.Refuse(keys.Place("wards"), $"{find.Wards.Length} wards are more than {WardsMost} to look in.");
        }

        Check(keys, find, arms);
        keys.RefuseOthers();
        return find with { So = so ?? usual.So };
    }

    private static PublishedFigures Published(YamlKeys keys)
    {
        var figures = new PublishedFigures
        {
            Waiting = Figure(keys, "waiting"),
            WaitWeeks = Figure(keys, "waitWeeks"),
            Places = Figure(keys, "places"),
            MatchWeeks = Figure(keys, "matchWeeks"),
            MatchesPerYear = Figure(keys, "matchesPerYear"),
            ReferralsPerWeek = Figure(keys, "referralsPerWeek"),
        };
        keys.RefuseOthers();
        return figures;
    }

    private static NumberInput? Figure(YamlKeys keys, string key)
    {
        var figure = keys.Number(key, InputUnit.Count);
        if (figure is { IsMeasured: true } or { Low: 0 })
        {
            keys.Refuse(keys.Place(key), $"A published {key} is a number above 0, or a range of two such.");
        }

        return figure;
    }

    private static SensitivityQuestion Sensitivity(YamlKeys keys)
    {
        var usual = new SensitivityQuestion();
        var worth = keys.Keys("worth");
        var question = usual with
        {
            Of = Weighed(keys, "of", usual.Of),
            Runs = keys.Whole("runs", 5, RunsMost) ?? usual.Runs,
            Worth = worth is null ? null : new OutcomeWorth(Weighed(worth, "of", Outcome.SustainedStarts), worth.Pounds("each") ?? 0),
        };
        if (worth is not null && question.Worth!.PoundsEach == 0 && !worth.HasFault("each"))
        {
            worth.Refuse(worth.At, "'each' is missing: what one of the outcome is worth, in pounds.");
        }

        worth?.RefuseOthers();
        keys.RefuseOthers();
        return question;
    }

    private static Outcome Weighed(YamlKeys keys, string key, Outcome usual)
    {
        var outcome = keys.Word(key, usual);
        Outcome[] known = [.. SensitivityQuestion.LessIsBetter, .. SensitivityQuestion.MoreIsBetter];
        if (!known.Contains(outcome))
        {
            keys.Refuse(
                keys.Place(key), $"Nobody can say whether more or less of '{WrittenValues.Word(outcome)}' is better.",
                $"Outcomes to weigh by are {string.Join(", ", known.Select(WrittenValues.Word))}.");
        }

        return outcome;
    }

    private static FindQuestion Counts(YamlKeys keys, FindQuestion find)
    {
        int?[] counts = [.. keys.Items("count").Select(one => Count(one.Node))];
        if (counts is [{ } least, { } most] && least < most)
        {
            return find with { Least = least, Most = most };
        }

        keys.Refuse(keys.Place("count"), $"count is the range to look in, two whole numbers from 0 to {CountMost} such as [0, 60].");
        return find;
    }

    private static int? Count(YamlNode node) =>
        node is YamlScalarNode { Value: { } text } ? WrittenValues.Whole(text, 0, CountMost) : null;

    private static void Check(YamlKeys keys, FindQuestion find, ImmutableArray<Arm> arms)
    {
        if (find.Lever is not ("" or "recruit" or "openGroup"))
        {
            keys.Refuse(
                keys.Place("lever"), $"The count of '{find.Lever}' cannot be looked for; recruit and openGroup have one.",
                WrittenValues.Meant(find.Lever, ["recruit", "openGroup"]));
        }
        else if (find.Arm != "" && find.Lever != "")
        {
            var arm = arms.FirstOrDefault(arm => arm.Name == find.Arm);
            if (arm is null)
            {
                keys.Refuse(
                    keys.Place("arm"), $"There is no arm '{find.Arm}'.", WrittenValues.Meant(find.Arm, [.. arms.Select(one => one.Name)]));
            }
            else if (Counted(arm, find.Lever).Count() is var count and not 1)
            {
                keys.Refuse(
                    keys.Place("lever"), $"The arm '{find.Arm}' has {count} levers '{find.Lever}'; a count can be looked for of one.",
                    count == 0 ? "Write the lever into the arm; its count there is what the arm itself runs with." : "");
            }
        }
    }
}
