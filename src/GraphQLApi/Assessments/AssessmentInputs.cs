using Networks.Domain.Assessments;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Residents;

namespace Networks.GraphQLApi.Assessments;

/// <summary>What a resident answered to a published set of questions.</summary>
public sealed record RecordAssessmentInput : ResidentCommandInput
{
    /// <summary>Which questions: ucla-3, direct, djg-6, lsns-6, social-contact.</summary>
    public required string Instrument { get; init; }

    /// <summary>The day she answered.</summary>
    public required DateOnly On { get; init; }

    /// <summary>
    /// The answers' codes in the order of the items; null is an item not answered. ucla-3: 1 to 3; direct: 1 to 5, 5 is often or always;
    /// djg-6: yes, more-or-less, no; lsns-6: 0 to 5; social-contact: 1 to 4, 1 is as much as she wants.
    /// </summary>
    public required IReadOnlyList<string?> Answers { get; init; }

    /// <summary>How the questions were put: self, interview, telephone.</summary>
    public string? AskedBy { get; init; }

    /// <summary>Which edition of the questions; left out, the usual one.</summary>
    public string? Version { get; init; }
}

/// <summary>What came of recording an assessment.</summary>
public sealed record RecordAssessmentPayload : ResidentPayload<IRecordAssessmentError>
{
    /// <summary>The assessment as it is recorded now; null when refused.</summary>
    public AssessmentType? Assessment { get; init; }

    internal static RecordAssessmentPayload Done(ResidentDeed deed, Assessment assessment) => new()
    {
        Resident = new ResidentType(deed.Reading!),
        Assessment = deed.Reading!.Resident.Assessments
            .FirstOrDefault(known => known.Instrument == assessment.Instrument && known.On == assessment.On) is { } kept
            ? new AssessmentType(kept)
            : null
    };

    internal static RecordAssessmentPayload Refused(IReadOnlyList<UserError> errors) =>
        new() { Errors = [.. errors.SelectMany(error => error.As<IRecordAssessmentError>())] };
}
