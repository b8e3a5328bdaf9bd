using Networks.Import.Assessments;
using Networks.Import.Csv;
using Networks.Import.Groups;
using Networks.Import.Indicators;
using Networks.Import.Interests;
using Networks.Import.LifeEvents;
using Networks.Import.Organisations;
using Networks.Import.Refusals;
using Networks.Import.Residents;
using Networks.Import.Templates;
using Networks.Import.Ties;
using Networks.Import.Volunteers;
using Networks.Import.Wards;

namespace Networks.Import.Deliveries;

/// <summary>
/// Reads a folder of CSV files: each row becomes part of whom it is about, or a refusal. Files are read row by row in the order in which
/// they refer to each other; a refused row never stops a good one.
/// </summary>
public sealed class DeliveryReader
{
    private readonly Func<string, Stream?> open;
    private readonly KnownArea known;
    private readonly Findings findings;
    private readonly Action<string> onFile;
    private readonly Delivery delivery = new();
    private readonly DeliveryRows rows;

    private DeliveryReader(Func<string, Stream?> open, KnownArea known, DateOnly today, Findings findings, Action<string> onFile)
    {
        (this.open, this.known, this.findings, this.onFile) = (open, known, findings, onFile);
        rows = new DeliveryRows(delivery, new Register(known, delivery, today));
    }

    /// <summary>The files read, in the order of reading.</summary>
    public static IReadOnlyList<CsvLayout> Layouts { get; } =
    [
        OrganisationFile.Layout, InterestFile.Layout, AreaFile.Layout, WardFile.Layout, IndicatorFile.Layout, VolunteerFile.Layout,
        GroupFile.Layout, ResidentFile.Layout, ContactCardFile.Layout, TieFile.Layout, MembershipFile.Layout, BefriendingFile.Layout,
        ContactFile.Layout, AttendanceFile.Layout, AssessmentFile.Layout, LifeEventFile.Layout,
    ];

    /// <summary>Reads every file the delivery has.</summary>
    /// <param name="open">Opens a file by name as a seekable stream; null if the delivery has none of that name.</param>
    /// <param name="known">What the store holds already.</param>
    /// <param name="today">The day of import.</param>
    /// <param name="findings">Takes refusals, notes and counts.</param>
    /// <param name="onFile">Told the name of each file before it is read.</param>
    public static Delivery Read(
        Func<string, Stream?> open, KnownArea known, DateOnly today, Findings findings, Action<string>? onFile = null) =>
        new DeliveryReader(open, known, today, findings, onFile ?? (_ => { })).Read();

    private Delivery Read()
    {
        findings.TakesExamples = ExampleRows.AreAlone(open, known);
        ReadFile(OrganisationFile.Layout, [], rows.Organisation);
        ReadFile(InterestFile.Layout, [], rows.Interest);
        ReadFile(AreaFile.Layout, [], rows.Area);
        ReadFile(WardFile.Layout, [], rows.Ward);
        ReadFile(IndicatorFile.Layout, [WardFile.Layout], rows.Indicator);
        ReadFile(VolunteerFile.Layout, [], rows.Volunteer, "id");
        ReadFile(GroupFile.Layout, [], rows.Group);
        ReadFile(ResidentFile.Layout, [], rows.Resident, "id");
        rows.RefuseVolunteersWhoNameNobody(findings);
        ReadFile(ContactCardFile.Layout, [ResidentFile.Layout], rows.ContactCard, "resident");
        ReadFile(TieFile.Layout, [ResidentFile.Layout], rows.Tie);
        ReadFile(MembershipFile.Layout, [ResidentFile.Layout, GroupFile.Layout], rows.Membership);
        ReadFile(BefriendingFile.Layout, [ResidentFile.Layout, VolunteerFile.Layout], rows.Befriending);
        ReadFile(ContactFile.Layout, [ResidentFile.Layout], rows.Contact);
        ReadFile(AttendanceFile.Layout, [ResidentFile.Layout, GroupFile.Layout], rows.Attendance);
        ReadFile(AssessmentFile.Layout, [ResidentFile.Layout], rows.Assessment);
        ReadFile(LifeEventFile.Layout, [ResidentFile.Layout], rows.LifeEvent);
        return delivery;
    }

    private void ReadFile(CsvLayout layout, CsvLayout[] needs, Action<CsvRow> read, string? people = null)
    {
        using var stream = open(layout.File);
        if (stream is null)
        {
            return;
        }

        onFile(layout.File);
        if (needs.FirstOrDefault(need => findings.IsRefused(need.File)) is { } refused)
        {
            findings.RefuseFile(new RowRefusal(layout.File, 1, "", RefusalCode.NeedsRefusedFile,
                $"{refused.File} was refused whole, so nothing of this file was read.", $"Mend {refused.File} first."));
            return;
        }

        if (people is not null && HoldsNhsNumbers(layout, stream, people) || CsvTable.Open(layout, stream, findings) is not { } table)
        {
            return;
        }

        delivery.SetColumns(layout.File, layout.Read.Where(table.Has));
        foreach (var row in table.Rows())
        {
            read(row);
        }
    }

    // Decided before any row is taken in, so that nothing of such a file is ever stored or repeated.
    private bool HoldsNhsNumbers(CsvLayout layout, Stream stream, string column)
    {
        var silent = new Findings(_ => { });
        var ids = CsvTable.Open(layout, stream, silent)?.Rows().Select(row => row.Text(column)).OfType<string>();
        var found = ids is not null && NhsNumbers.AreMostOf(ids);
        if (found)
        {
            findings.RefuseFile(new RowRefusal(layout.File, 1, column, RefusalCode.LooksLikeNhsNumbers,
                "Most ids in this file are valid NHS numbers.", "Use your own client numbers; nothing of this file was stored."));
        }

        stream.Position = 0;
        return found;
    }
}
