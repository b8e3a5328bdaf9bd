using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Import.Assessments;
using Networks.Import.Csv;
using Networks.Import.Groups;
using Networks.Import.Indicators;
using Networks.Import.Interests;
using Networks.Import.LifeEvents;
using Networks.Import.Organisations;
using Networks.Import.Refusals;
using Networks.Import.Residents;
using Networks.Import.Ties;
using Networks.Import.Volunteers;
using Networks.Import.Wards;

namespace Networks.Import.Deliveries;

/// <summary>Puts each row of a delivery where it belongs: with whom it is about, unless the same stands there already.</summary>
internal sealed class DeliveryRows(Delivery delivery, Register register)
{
    public void Organisation(CsvRow row)
    {
        if (OrganisationFile.Read(row) is { } read && TakeId(row, "id", read.Id.Value, delivery.Organisations.TryAdd(read.Id, read)))
        {
            register.Add(read);
        }
    }

    public void Interest(CsvRow row)
    {
        if (InterestFile.Read(row) is { } read && TakeId(row, "id", read.Word, delivery.Interests.TryAdd(read.Word, read)))
        {
            register.Add(read);
        }
    }

    public void Area(CsvRow row)
    {
        if (AreaFile.Read(row) is { } read && TakeId(row, "code", read.Code.Value, delivery.Areas.TryAdd(read.Code, read)))
        {
            register.Add(read);
        }
    }

    public void Ward(CsvRow row)
    {
        if (WardFile.Read(row) is { } ward && TakeId(row, "code", ward.Code.Value, delivery.Wards.TryAdd(ward.Code, ward)))
        {
            register.Add(ward);
        }
    }

    public void Indicator(CsvRow row)
    {
        if (IndicatorFile.Read(row, register) is { } read
            && !delivery.Indicators.TryAdd((read.Area, read.Name, read.Period), read))
        {
            row.Refuse("", RefusalCode.DuplicateRow, "The same area, indicator and period stand on an earlier line already.",
                "Keep one of the two rows.");
        }
    }

    public void Volunteer(CsvRow row)
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

    /// <summary>
    /// Volunteers are read before the residents whom they may name, so that is looked at once both are known. A mistyped exclusion would
    /// let exactly the wrong two people meet, so it refuses the row.
    /// </summary>
    public void RefuseVolunteersWhoNameNobody(Findings findings)
    {
        var file = VolunteerFile.Layout.File;
        foreach (var volunteer in delivery.Volunteers.Values.ToArray())
        {
            if (register.UnknownIn(volunteer.Facts) is { } unknown)
            {
                delivery.Volunteers.Remove(volunteer.Id);
                register.AddRefused(file, volunteer.Id.Value, volunteer.Line);
                findings.Recount(file);
                findings.Refuse(new RowRefusal(file, volunteer.Line, unknown.Column, RefusalCode.UnknownResident,
                    $"No resident {CsvRow.Short(unknown.Resident.Value)}.", "Add a row to residents.csv, or correct the id."));
            }
        }
    }

    public void Group(CsvRow row)
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

    public void Resident(CsvRow row)
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

    public void ContactCard(CsvRow row)
    {
        if (ContactCardFile.Read(row, register) is { } read
            && !delivery.ContactCards.TryAdd(read.Resident, new Delivered<ContactCard>(row.Line, read.Card)))
        {
            row.Refuse("resident", RefusalCode.DuplicateId, "A card of this resident stands on an earlier line already.",
                "Keep one of the two rows.");
        }
    }

    public void Tie(CsvRow row)
    {
        if (TieFile.Read(row, register) is { } read)
        {
            Take(row, delivery.Resident(read.From).Ties, read.Tie, known => TieFile.SameKey(known, read.Tie));
        }
    }

    public void Membership(CsvRow row)
    {
        if (MembershipFile.Read(row, register) is not { } read)
        {
            return;
        }

        var rows = read.Member.Resident is { } resident ? delivery.Resident(resident).Memberships
            : delivery.VolunteerMemberships.GetValueOrDefault(read.Member.Volunteer!.Value) ?? [];
        Take(row, rows, read.Membership, known => MembershipFile.SameKey(known, read.Membership));
        if (read.Member.Volunteer is { } volunteer)
        {
            delivery.VolunteerMemberships[volunteer] = rows;
        }
    }

    public void Befriending(CsvRow row)
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

    public void Contact(CsvRow row)
    {
        if (ContactFile.Read(row, register) is { } read)
        {
            Take(row, delivery.Resident(read.Resident).Contacts, (read.With, read.Contact),
                known => known.With == read.With && known.Contact.On == read.Contact.On);
        }
    }

    public void Attendance(CsvRow row)
    {
        if (AttendanceFile.Read(row, register) is { } read)
        {
            Take(row, delivery.Resident(read.Resident).Attendances, read.Attendance,
                known => known.Group == read.Attendance.Group && known.On == read.Attendance.On);
        }
    }

    public void Assessment(CsvRow row)
    {
        if (AssessmentFile.Read(row, register) is { } read)
        {
            Take(row, delivery.Resident(read.Resident).Assessments, read.Assessment,
                known => known.Instrument == read.Assessment.Instrument && known.On == read.Assessment.On);
        }
    }

    public void LifeEvent(CsvRow row)
    {
        if (LifeEventFile.Read(row, register) is { } read)
        {
            Take(row, delivery.Resident(read.Resident).LifeEvents, read.Event,
                known => known.Kind == read.Event.Kind && known.On == read.Event.On);
        }
    }

    /// <summary>
    /// True if neither has ended by the day, and they are not the same match twice: whichever one-to-one kind it is, and even if it is only
    /// agreed for a later day, she has one at a time.
    /// </summary>
    internal static bool IsSecond(Match one, Match other, DateOnly day) => Lasts(one, day) && Lasts(other, day)
        && (one.Volunteer != other.Volunteer || one.Since != other.Since);

    private static bool Lasts(Match match, DateOnly day) => match.EndedOn is null || match.EndedOn > day;

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
