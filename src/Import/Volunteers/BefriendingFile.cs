using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Import.Csv;
using Networks.Import.Deliveries;

namespace Networks.Import.Volunteers;

/// <summary>befriending.csv: which volunteer sees which resident. Key: volunteer, resident, since.</summary>
public static class BefriendingFile
{
    // Ten years: more is a date or a number of another column.
    private const int WeeksMax = 520;

    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("befriending.csv", ["volunteer", "resident", "since"],
        ["ended_on", "mode", "last_contact", "ending", "review_due", "weeks_planned"])
    {
        Rare = ["household"],
    };

    internal static (ResidentId Resident, Match Match)? Read(CsvRow row, Register register)
    {
        var volunteer = register.Volunteer(row, "volunteer");
        var resident = register.Resident(row, "resident");
        row.Required("since");
        var (since, ended) = row.Span("since", "ended_on", register.Today);
        var match = new Match
        {
            Number = 0,
            Volunteer = volunteer,
            Kind = register.KindOf(volunteer),
            Since = since ?? default,
            EndedOn = ended,
            Mode = row.Word<ContactMode>("mode"),
            LastContact = row.Date("last_contact"),
            Ending = row.Word<MatchEnding>("ending"),
            ReviewDue = row.Date("review_due"),
            WeeksPlanned = row.Whole("weeks_planned", 1, WeeksMax),
            Household = row.Text("household"),
        };
        return row.IsRefused ? null : (resident, match);
    }

    /// <summary>The stored match with what the file says put over it.</summary>
    public static Match Merge(Match stored, Match read, IReadOnlySet<string> columns) => stored with
    {
        EndedOn = columns.Contains("ended_on") ? read.EndedOn : stored.EndedOn,
        Mode = columns.Contains("mode") ? read.Mode : stored.Mode,
        LastContact = columns.Contains("last_contact") ? read.LastContact : stored.LastContact,
        Ending = columns.Contains("ending") ? read.Ending : stored.Ending,
        ReviewDue = columns.Contains("review_due") ? read.ReviewDue : stored.ReviewDue,
        WeeksPlanned = columns.Contains("weeks_planned") ? read.WeeksPlanned : stored.WeeksPlanned,
        Household = columns.Contains("household") ? read.Household : stored.Household,
    };

    /// <summary>The row that <see cref="Layout"/> reads back.</summary>
    public static IEnumerable<string?> Write(ResidentId resident, Match match) =>
    [
        match.Volunteer.Value, resident.Value, CellText.Of((DateOnly?)match.Since), CellText.Of(match.EndedOn), CellText.Word(match.Mode),
        CellText.Of(match.LastContact), CellText.Word(match.Ending), CellText.Of(match.ReviewDue), CellText.Of(match.WeeksPlanned),
        match.Household,
    ];
}
