using System.Text;
using Networks.Domain.Groups;
using Networks.Domain.Interests;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Import.Assessments;
using Networks.Import.Csv;
using Networks.Import.Groups;
using Networks.Import.Indicators;
using Networks.Import.Interests;
using Networks.Import.LifeEvents;
using Networks.Import.Organisations;
using Networks.Import.Residents;
using Networks.Import.Ties;
using Networks.Import.Volunteers;
using Networks.Import.Wards;

namespace Networks.Import.Deliveries;

/// <summary>
/// Writes records as the files they could have come from; reading those files gives the same records, and writing these again the same
/// bytes. Contact cards are not among them.
/// </summary>
public sealed class DeliveryWriter : IDisposable
{
    private readonly Dictionary<string, (StreamWriter Text, CsvWriter Csv)> files = [];
    private readonly Dictionary<string, int> rows = [];

    /// <summary>Creates every file with its header.</summary>
    public DeliveryWriter(Func<string, Stream> create)
    {
        foreach (var layout in DeliveryReader.Layouts.Where(layout => !layout.IsSecret))
        {
            var text = new StreamWriter(create(layout.File), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024);
            var csv = new CsvWriter(text);
            csv.Write(layout.Read);
            files.Add(layout.File, (text, csv));
            rows.Add(layout.File, 0);
        }
    }

    /// <summary>Rows written so far, by file.</summary>
    public IReadOnlyDictionary<string, int> Rows => rows;

    /// <summary>Cells a spreadsheet would take for a formula; written as they are, since altering them would alter the record.</summary>
    public int FormulaCells => files.Values.Sum(file => file.Csv.FormulaCells);

    /// <summary>Writes an organisation.</summary>
    public void Write(Organisation organisation) => Write(OrganisationFile.Layout, OrganisationFile.Write(organisation));

    /// <summary>Writes an interest of the area's own list.</summary>
    public void Write(Interest interest) => Write(InterestFile.Layout, InterestFile.Write(interest));

    /// <summary>Writes an area.</summary>
    public void Write(PublishedArea area) => Write(AreaFile.Layout, AreaFile.Write(area));

    /// <summary>Writes a published figure.</summary>
    public void Write(Indicator indicator) => Write(IndicatorFile.Layout, IndicatorFile.Write(indicator));

    /// <summary>Writes a ward.</summary>
    public void Write(WardFacts ward) => Write(WardFile.Layout, WardFile.Write(ward));

    /// <summary>Writes a volunteer and the groups the volunteer belongs to.</summary>
    public void Write(Volunteer volunteer)
    {
        Write(VolunteerFile.Layout, VolunteerFile.Write(volunteer));
        foreach (var membership in volunteer.Memberships)
        {
            Write(MembershipFile.Layout, MembershipFile.Write(volunteer.Id, membership));
        }
    }

    /// <summary>Writes a group.</summary>
    public void Write(Group group) => Write(GroupFile.Layout, GroupFile.Write(group));

    /// <summary>Writes a resident and every edge of hers.</summary>
    public void Write(Resident resident)
    {
        Write(ResidentFile.Layout, ResidentFile.Write(resident.Id, resident.Facts));
        foreach (var tie in resident.Ties)
        {
            Write(TieFile.Layout, TieFile.Write(resident.Id, tie));
        }

        foreach (var membership in resident.Memberships)
        {
            Write(MembershipFile.Layout, MembershipFile.Write(resident.Id, membership));
        }

        foreach (var match in resident.Matches)
        {
            Write(BefriendingFile.Layout, BefriendingFile.Write(resident.Id, match));
        }

        foreach (var contact in resident.Contacts)
        {
            if (ContactFile.Write(resident, contact) is { } row)
            {
                Write(ContactFile.Layout, row);
            }
        }

        foreach (var attendance in resident.Attendances)
        {
            Write(AttendanceFile.Layout, AttendanceFile.Write(resident.Id, attendance));
        }

        foreach (var assessment in resident.Assessments)
        {
            Write(AssessmentFile.Layout, AssessmentFile.Write(resident.Id, assessment));
        }

        foreach (var happened in resident.LifeEvents)
        {
            Write(LifeEventFile.Layout, LifeEventFile.Write(resident.Id, happened));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (text, _) in files.Values)
        {
            text.Dispose();
        }
    }

    private void Write(CsvLayout layout, IEnumerable<string?> row)
    {
        files[layout.File].Csv.Write(row);
        rows[layout.File]++;
    }
}
