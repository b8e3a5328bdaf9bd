using System.Collections.Immutable;
using Networks.Domain.Assessments;
using Networks.Domain.Residents;
using Networks.Import.Csv;
using Networks.Import.Deliveries;
using Networks.Import.Refusals;

namespace Networks.Import.Assessments;

/// <summary>assessments.csv: answered questionnaires, item by item. Key: resident, instrument, on.</summary>
public static class AssessmentFile
{
    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("assessments.csv", ["resident", "instrument", "on", "answers"],
        ["asked_by", "version"]);

    internal static (ResidentId Resident, Assessment Assessment)? Read(CsvRow row, Register register)
    {
        var resident = register.Resident(row, "resident");
        row.Required("instrument");
        var instrument = row.Word<Instrument>("instrument");
        var assessment = new Assessment
        {
            Instrument = instrument ?? default,
            On = row.PastDate("on", register.Today),
            Answers = Answers(row, instrument),
            AskedBy = row.Word<AskedBy>("asked_by"),
            Version = row.Text("version"),
        };
        return row.IsRefused ? null : (resident, assessment);
    }

    /// <summary>The stored assessment with what the file says put over it.</summary>
    public static Assessment Merge(Assessment stored, Assessment read, IReadOnlySet<string> columns) => stored with
    {
        Answers = read.Answers,
        AskedBy = columns.Contains("asked_by") ? read.AskedBy : stored.AskedBy,
        Version = columns.Contains("version") ? read.Version : stored.Version,
    };

    /// <summary>The row that <see cref="Layout"/> reads back.</summary>
    public static IEnumerable<string?> Write(ResidentId resident, Assessment assessment) =>
    [
        resident.Value, CellText.Word((Instrument?)assessment.Instrument), CellText.Of((DateOnly?)assessment.On),
        CellText.List(assessment.Answers), CellText.Word(assessment.AskedBy), assessment.Version,
    ];

    // Places matter here: "2;;3" is three answers of which the second was not given.
    private static ImmutableArray<string> Answers(CsvRow row, Instrument? instrument)
    {
        ImmutableArray<string> answers = [.. row.Required("answers").Split(';', StringSplitOptions.TrimEntries)];
        if (instrument is { } known && !row.IsRefused && known.Fault(answers) is { } fault)
        {
            row.Refuse("answers", RefusalCode.NotAnswers, fault, "Write the codes in the order of the items, such as 2;;3.");
        }

        return answers;
    }
}
