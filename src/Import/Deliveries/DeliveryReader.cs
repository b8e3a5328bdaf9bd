using Networks.Domain.Matches;
using Networks.Import.Csv;
using Networks.Import.Groups;
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
    private readonly Register register;

    private DeliveryReader(Func<string, Stream?> open, KnownArea known, DateOnly today, Findings findings, Action<string> onFile)
    {
        (this.open, this.known, this.findings, this.onFile) = (open, known, findings, onFile);
        register = new Register(known, delivery, today);
    }

    /// <summary>The files read, in the order of reading.</summary>
    public static IReadOnlyList<CsvLayout> Layouts { get; } =
    [
        WardFile.Layout, VolunteerFile.Layout, GroupFile.Layout, ResidentFile.Layout, ContactCardFile.Layout, TieFile.Layout,
        MembershipFile.Layout, BefriendingFile.Layout, ContactFile.Layout,
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
        ReadFile(WardFile.Layout, [], ReadWard);
        ReadFile(VolunteerFile.Layout, [], ReadVolunteer, "id");
        ReadFile(GroupFile.Layout, [], ReadGroup);
        ReadFile(ResidentFile.Layout, [], ReadResident, "id");
        ReadFile(ContactCardFile.Layout, [ResidentFile.Layout], ReadContactCard, "resident");
        ReadFile(TieFile.Layout, [ResidentFile.Layout], ReadTie);
        ReadFile(MembershipFile.Layout, [ResidentFile.Layout, GroupFile.Layout], ReadMembership);
        ReadFile(BefriendingFile.Layout, [ResidentFile.Layout, VolunteerFile.Layout], ReadBefriending);
        ReadFile(ContactFile.Layout, [ResidentFile.Layout], ReadContact);
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

    private void ReadWard(CsvRow row)
    {
        if (WardFile.Read(row) is { } ward && TakeId(row, "code", ward.Code.Value, delivery.Wards.TryAdd(ward.Code, ward)))
        {
            register.Add(ward);
        }
    }

    private void ReadVolunteer(CsvRow row)
    {
        if (VolunteerFile.Read(row, register) is { } volunteer)
        {
            TakeId(row, "id", volunteer.Id.Value, delivery.Volunteers.TryAdd(volunteer.Id, volunteer));
        }
        else
        {
            register.AddRefused(row.Table.Layout.File, row.Text("id"), row.Line);
        }
    }

    private void ReadGroup(CsvRow row)
    {
        if (GroupFile.Read(row, register) is { } group)
        {
            TakeId(row, "id", group.Id.Value, delivery.Groups.TryAdd(group.Id, group));
        }
        else
        {
            register.AddRefused(row.Table.Layout.File, row.Text("id"), row.Line);
        }
    }

    private void ReadResident(CsvRow row)
    {
        if (ResidentFile.Read(row, register) is not { } read)
        {
            register.AddRefused(row.Table.Layout.File, row.Text("id"), row.Line);
            return;
        }

        if (TakeId(row, "id", read.Id.Value, !delivery.Residents.ContainsKey(read.Id)))
        {
            var resident = delivery.Resident(read.Id);
            (resident.Facts, resident.Line) = (read.Facts, row.Line);
        }
    }

    private void ReadContactCard(CsvRow row)
    {
        if (ContactCardFile.Read(row, register) is { } read && !delivery.ContactCards.TryAdd(read.Resident, read.Card))
        {
            row.Refuse("resident", RefusalCode.DuplicateId, "A card of this resident stands on an earlier line already.",
                "Keep one of the two rows.");
        }
    }

    private void ReadTie(CsvRow row)
    {
        if (TieFile.Read(row, register) is { } read)
        {
            Take(row, delivery.Resident(read.From).Ties, read.Tie, known => TieFile.SameKey(known, read.Tie));
        }
    }

    private void ReadMembership(CsvRow row)
    {
        if (MembershipFile.Read(row, register) is { } read)
        {
            Take(row, delivery.Resident(read.Resident).Memberships, read.Membership,
                known => known.Group == read.Membership.Group && known.Since == read.Membership.Since);
        }
    }

    private void ReadBefriending(CsvRow row)
    {
        if (BefriendingFile.Read(row, register) is not { } read)
        {
            return;
        }

        var matches = delivery.Resident(read.Resident).Matches;
        var active = matches.FirstOrDefault(known => IsSecond(known.Value, read.Match, register.Today));
        if (active.Value is not null)
        {
            row.Refuse("resident", RefusalCode.SecondActiveMatch,
                $"{CsvRow.Short(read.Resident.Value)} has an active match already, with {CsvRow.Short(active.Value.Volunteer.Value)}.",
                $"End it first: line {active.Line}.");
            return;
        }

        Take(row, matches, read.Match, known => known.Volunteer == read.Match.Volunteer && known.Since == read.Match.Since);
    }

    private void ReadContact(CsvRow row)
    {
        if (ContactFile.Read(row, register) is { } read)
        {
            Take(row, delivery.Resident(read.Resident).Contacts, (read.With, read.Contact),
                known => known.With == read.With && known.Contact.On == read.Contact.On);
        }
    }

    /// <summary>True if both are active matches of one kind on the day, and not the same match twice.</summary>
    internal static bool IsSecond(Match one, Match other, DateOnly day) =>
        one.Kind == other.Kind && one.Holds(day) && other.Holds(day) && (one.Volunteer != other.Volunteer || one.Since != other.Since);

    private static bool TakeId(CsvRow row, string column, string id, bool isNew)
    {
        if (!isNew)
        {
            row.Refuse(column, RefusalCode.DuplicateId, $"{CsvRow.Short(id)} stands on an earlier line already.",
                "Keep one of the two rows.");
        }

        return isNew;
    }

    private static void Take<T>(CsvRow row, List<Delivered<T>> rows, T value, Func<T, bool> isSame)
    {
        if (rows.Find(known => isSame(known.Value)) is { Line: > 0 } earlier)
        {
            row.Refuse("", RefusalCode.DuplicateRow, $"The same stands on line {earlier.Line} already.", "Keep one of the two rows.");
        }
        else if (rows.Count == DeliveredResident.RowsMax)
        {
            row.Refuse("", RefusalCode.TooLong, $"One resident has at most {DeliveredResident.RowsMax} rows in this file.", "");
        }
        else
        {
            rows.Add(new Delivered<T>(row.Line, value));
        }
    }
}
