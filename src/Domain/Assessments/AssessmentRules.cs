using Networks.Domain.Commands;
using Networks.Domain.Measures;
using Networks.Domain.Residents;

namespace Networks.Domain.Assessments;

/// <summary>When an answered questionnaire may be written down.</summary>
public static class AssessmentRules
{
    /// <summary>Most assessments one record keeps.</summary>
    public const int AssessmentsMax = 1_000;

    /// <summary>
    /// Refusals in order: on, answers, version; left, full. The same instrument and day again puts the new answers over the old.
    /// </summary>
    public static Decision<Resident> Record(Resident present, RecordAssessment command, Moment at)
    {
        var added = command.Assessment;
        if (Values.First(Fault(added, at), ResidentRules.HadLeft(present, added.On)) is { } refusal)
        {
            return refusal;
        }

        var others = present.Assessments.RemoveAll(known => known.Instrument == added.Instrument && known.On == added.On);
        return others.Length >= AssessmentsMax
            ? new WrongState("full", $"The record keeps {AssessmentsMax} assessments already.")
            : Decision<Resident>.Accept(present with
            {
                Assessments = [.. others.Add(added).OrderBy(known => known.On).ThenBy(known => known.Instrument)],
            });
    }

    /// <summary>
    /// The first fault of an assessment, or null: as many answers as the instrument has items, each one of the item's codes or empty, and
    /// at least one given.
    /// </summary>
    public static Refusal? Fault(Assessment assessment, Moment at) => Values.First(
        Values.Past("on", assessment.On, at),
        assessment.Instrument.Fault(assessment.Answers) is { } fault
            ? new InvalidValue("answers", fault) { Allowed = [.. assessment.Instrument.Answers()] }
            : null,
        Values.Text("version", assessment.Version));
}
