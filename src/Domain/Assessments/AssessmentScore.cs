using System.Collections.Immutable;

namespace Networks.Domain.Assessments;

/// <summary>What the answers of one assessment add up to by the rules of the instrument's authors.</summary>
public sealed record AssessmentScore
{
    /// <summary>The total; null where more items are unanswered than the authors allow.</summary>
    public required int? Score { get; init; }

    /// <summary>Scores of the parts, in the authors' order; none for an instrument without parts.</summary>
    public required ImmutableArray<SubscaleScore> Subscales { get; init; }

    /// <summary>How many items were not answered.</summary>
    public required int Missing { get; init; }

    /// <summary>Which edition of the questions was asked; the usual one where the assessment names none.</summary>
    public required string Version { get; init; }

    /// <summary>How the score is usually read.</summary>
    public required string Convention { get; init; }

    /// <summary>Scores an assessment whose answers are in order (<see cref="AssessmentRules.Fault"/>).</summary>
    public static AssessmentScore Of(Assessment assessment)
    {
        var asked = Questionnaire.Of(assessment.Instrument);
        int?[] points =
            [.. asked.Items.Select((_, item) => item < assessment.Answers.Length ? asked.PointsOf(item, assessment.Answers[item]) : null)];
        var missing = points.Count(point => point is null);
        return new AssessmentScore
        {
            Score = missing <= asked.MissingMax ? points.Sum() : null,
            Subscales =
            [
                .. asked.Subscales.Select(part => new SubscaleScore(
                    part.Name, part.Items.All(item => points[item] is not null) ? part.Items.Sum(item => points[item]) : null)),
            ],
            Missing = missing,
            Version = assessment.Version ?? asked.Edition,
            Convention = asked.Convention,
        };
    }
}

/// <summary>The score of a part of a questionnaire.</summary>
/// <param name="Name">emotional, social, family or friends.</param>
/// <param name="Score">Null where one of its items is unanswered.</param>
public sealed record SubscaleScore(string Name, int? Score);
