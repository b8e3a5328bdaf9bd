using Networks.Domain.Residents;
using Networks.Import.Assessments;
using Networks.Import.Groups;
using Networks.Import.LifeEvents;
using Networks.Import.Refusals;
using Networks.Import.Residents;
using Networks.Import.Ties;
using Networks.Import.Volunteers;

namespace Networks.Import.Deliveries;

/// <summary>
/// Takes people who were erased out of a delivery: an old file must not bring them back. Every row about them and every row of others that
/// names them is refused; a volunteer's row is kept and no longer names them.
/// </summary>
public static class ErasedPeople
{
    /// <summary>Refuses what the delivery says of <paramref name="erased"/>.</summary>
    public static void Refuse(Delivery delivery, IReadOnlySet<ResidentId> erased, Findings findings)
    {
        if (erased.Count == 0)
        {
            return;
        }

        var refusing = new Refusing(erased, findings);
        foreach (var id in erased)
        {
            if (delivery.Residents.Remove(id, out var resident))
            {
                refusing.Whole(resident);
            }

            if (delivery.ContactCards.Remove(id, out var card))
            {
                refusing.Row(ContactCardFile.Layout.File, card.Line, "resident");
            }
        }

        foreach (var resident in delivery.Residents.Values)
        {
            refusing.Naming(resident);
        }

        foreach (var (id, volunteer) in delivery.Volunteers.ToArray())
        {
            var facts = volunteer.Facts;
            if (facts.Exclusions.Any(erased.Contains) || facts.Resident is { } self && erased.Contains(self))
            {
                findings.Tally(VolunteerFile.Layout.File, "", "Somebody who was erased was left out of the row (rows: {n}).");
                delivery.Volunteers[id] = volunteer with
                {
                    Facts = facts with
                    {
                        Exclusions = facts.Exclusions.RemoveAll(erased.Contains),
                        Resident = facts.Resident is { } same && erased.Contains(same) ? null : facts.Resident,
                    },
                };
            }
        }
    }

    private sealed class Refusing(IReadOnlySet<ResidentId> erased, Findings findings)
    {
        public void Whole(DeliveredResident resident)
        {
            if (resident.Line > 0)
            {
                Row(ResidentFile.Layout.File, resident.Line, "id");
            }

            resident.Ties.ForEach(row => Row(TieFile.Layout.File, row.Line, "from"));
            resident.Memberships.ForEach(row => Row(MembershipFile.Layout.File, row.Line, "resident"));
            resident.Matches.ForEach(row => Row(BefriendingFile.Layout.File, row.Line, "resident"));
            resident.Contacts.ForEach(row => Row(ContactFile.Layout.File, row.Line, "resident"));
            resident.Attendances.ForEach(row => Row(AttendanceFile.Layout.File, row.Line, "resident"));
            resident.Assessments.ForEach(row => Row(AssessmentFile.Layout.File, row.Line, "resident"));
            resident.LifeEvents.ForEach(row => Row(LifeEventFile.Layout.File, row.Line, "resident"));
        }

        public void Naming(DeliveredResident resident)
        {
            Take(resident.Ties, tie => IsErased(tie.Resident), TieFile.Layout.File, "to");
            Take(resident.Contacts, contact => IsErased(contact.With.Resident), ContactFile.Layout.File, "with");
            Take(resident.Attendances, attendance => attendance.AccompaniedBy is { } companion && erased.Contains(ResidentId.Of(companion)),
                AttendanceFile.Layout.File, "accompanied_by");
        }

        public void Row(string file, int line, string column)
        {
            findings.Recount(file);
            findings.Refuse(new RowRefusal(file, line, column, RefusalCode.Erased, "This person was erased; nothing of the row was kept.",
                "Take the row out of the file."));
        }

        private bool IsErased(ResidentId? id) => id is { } known && erased.Contains(known);

        private void Take<T>(List<Delivered<T>> rows, Predicate<T> isNaming, string file, string column) => rows.RemoveAll(row =>
        {
            if (isNaming(row.Value))
            {
                Row(file, row.Line, column);
                return true;
            }

            return false;
        });
    }
}
