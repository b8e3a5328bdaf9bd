using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Import.Assessments;
using Networks.Import.Groups;
using Networks.Import.LifeEvents;
using Networks.Import.Refusals;
using Networks.Import.Residents;
using Networks.Import.Ties;
using Networks.Import.Volunteers;

namespace Networks.Import.Deliveries;

/// <summary>
/// Puts what a delivery says of a resident over what the store holds. A row that is not in the delivery means nothing: only what a file
/// names is added or changed, and the same delivery again changes nothing.
/// </summary>
internal sealed class ResidentMerge(Delivery delivery, Findings findings, DateOnly today)
{
    public Resident Of(DeliveredResident said, Resident? stored)
    {
        var facts = said.Facts is { } read
            ? ResidentFile.Merge(stored?.Facts, read, delivery.Columns(ResidentFile.Layout.File))
            : stored!.Facts;
        facts = WithConsent(facts);
        var merged = (stored ?? new Resident { Id = said.Id, Facts = facts, RecordedOn = today }) with
        {
            Facts = facts,
            Ties = Ties(said, stored),
            Memberships = Upserted(stored?.Memberships ?? [], said.Memberships, MembershipFile.SameKey,
                (known, read) => MembershipFile.Merge(known, read, delivery.Columns(MembershipFile.Layout.File))),
            Matches = Matches(said, stored),
            Attendances = Upserted(stored?.Attendances ?? [], said.Attendances, (a, b) => a.Group == b.Group && a.On == b.On,
                (known, read) => AttendanceFile.Merge(known, read, delivery.Columns(AttendanceFile.Layout.File)),
                (a, b) => (a.On, a.Group).CompareTo((b.On, b.Group))),
            Assessments = Upserted(stored?.Assessments ?? [], said.Assessments, (a, b) => a.Instrument == b.Instrument && a.On == b.On,
                (known, read) => AssessmentFile.Merge(known, read, delivery.Columns(AssessmentFile.Layout.File)),
                (a, b) => (a.On, a.Instrument).CompareTo((b.On, b.Instrument))),
            LifeEvents = Upserted(stored?.LifeEvents ?? [], said.LifeEvents, (a, b) => a.Kind == b.Kind && a.On == b.On,
                (known, read) => LifeEventFile.Merge(known, read, delivery.Columns(LifeEventFile.Layout.File)),
                (a, b) => a.On != b.On ? a.On.CompareTo(b.On) : References.Compare(a.Kind, b.Kind)),
        };
        merged = merged with { Contacts = Contacts(said, merged) };
        return facts.LeftOn is { } left ? Left(merged, left) : merged;
    }

    /// <summary>
    /// The stored rows with those of the files put over them: the same key is merged, another is added. Sorted by <paramref name="order"/>
    /// where one is given and something was added.
    /// </summary>
    internal static ImmutableArray<T> Upserted<T>(ImmutableArray<T> stored, List<Delivered<T>> said, Func<T, T, bool> isSame,
        Func<T, T, T> merge, Comparison<T>? order = null)
    {
        if (said.Count == 0)
        {
            return stored;
        }

        var merged = stored.ToBuilder();
        foreach (var (_, read) in said)
        {
            var at = IndexOf(merged, stored.Length, known => isSame(known, read));
            if (at < 0)
            {
                merged.Add(read);
            }
            else
            {
                merged[at] = merge(merged[at], read);
            }
        }

        if (order is not null && merged.Count > stored.Length)
        {
            merged.Sort(order);
        }

        return merged.ToImmutable();
    }

    // Special category facts may be held only with her consent to exactly that; without it they are dropped and the row kept.
    private ResidentFacts WithConsent(ResidentFacts facts)
    {
        if (facts.Situations.IsEmpty || facts.HasConsent(Consent.SpecialCategory, today))
        {
            return facts;
        }

        findings.Tally(ResidentFile.Layout.File, "situations", "Dropped where consents holds no special-category (rows: {n}).");
        return facts with { Situations = [] };
    }

    private ImmutableArray<Tie> Ties(DeliveredResident said, Resident? stored)
    {
        var ties = stored?.Ties ?? [];
        if (said.Ties.Count == 0)
        {
            return ties;
        }

        var merged = ties.ToBuilder();
        var next = merged.Count == 0 ? 1 : merged.Max(tie => tie.Number) + 1;
        var columns = delivery.Columns(TieFile.Layout.File);
        foreach (var (_, tie) in said.Ties)
        {
            var at = ties.IndexOf(tie, 0, ties.Length, SameTie.Instance);
            if (at < 0)
            {
                merged.Add(tie with { Number = next++ });
            }
            else
            {
                merged[at] = TieFile.Merge(ties[at], tie, columns);
            }
        }

        return merged.ToImmutable();
    }

    private ImmutableArray<Match> Matches(DeliveredResident said, Resident? stored)
    {
        var merged = (stored?.Matches ?? []).ToBuilder();
        var next = merged.Count == 0 ? 1 : merged.Max(match => match.Number) + 1;
        foreach (var (line, match) in said.Matches)
        {
            var at = IndexOf(merged, merged.Count, known => known.Volunteer == match.Volunteer && known.Since == match.Since);
            if (at >= 0)
            {
                merged[at] = BefriendingFile.Merge(merged[at], match, delivery.Columns(BefriendingFile.Layout.File));
            }
            else if (merged.FirstOrDefault(known => DeliveryRows.IsSecond(known, match, today)) is { } active)
            {
                var file = BefriendingFile.Layout.File;
                findings.Recount(file);
                findings.Refuse(new RowRefusal(file, line, "resident", RefusalCode.SecondActiveMatch,
                    $"{said.Id} has an active match already, with {active.Volunteer} since {active.Since:yyyy-MM-dd}.", "End it first."));
            }
            else
            {
                merged.Add(match with { Number = next++ });
            }
        }

        return merged.ToImmutable();
    }

    private ImmutableArray<Contact> Contacts(DeliveredResident said, Resident merged)
    {
        var contacts = merged.Contacts.ToBuilder();
        foreach (var (line, (with, contact)) in said.Contacts)
        {
            var over = Over(merged, with, contact);
            if (over is null)
            {
                var file = ContactFile.Layout.File;
                findings.Recount(file);
                findings.Refuse(new RowRefusal(file, line, "with", RefusalCode.UnknownTie,
                    $"{said.Id} names no tie and has no match with that person.", "Add the tie to ties.csv."));
                continue;
            }

            var at = IndexOf(contacts, contacts.Count, known => known.On == over.On && known.Tie == over.Tie && known.Match == over.Match);
            if (at < 0)
            {
                contacts.Add(over);
            }
            else
            {
                contacts[at] = ContactFile.Merge(contacts[at], over, delivery.Columns(ContactFile.Layout.File));
            }
        }

        return contacts.ToImmutable();
    }

    // The tie or match that held that day; failing that, the first with that person at all.
    private static Contact? Over(Resident merged, ContactWith with, Contact contact)
    {
        if (with.Volunteer is { } volunteer)
        {
            var matches = merged.Matches.Where(match => match.Volunteer == volunteer).ToArray();
            var match = matches.FirstOrDefault(match => match.Holds(contact.On)) ?? matches.FirstOrDefault();
            return match is null ? null : contact with { Match = match.Number };
        }

        var ties = merged.Ties.Where(tie => tie.Resident == with.Resident && tie.Alter == with.Alter).ToArray();
        var tie = ties.FirstOrDefault(tie => DateSpan.Holds(
            tie.Since, tie.EndedOn, contact.On)) ?? ties.FirstOrDefault();
        return tie is null ? null : contact with { Tie = tie.Number };
    }

    // Leaving the register ends what still held that day; what was to begin later ends as it begins.
    private static Resident Left(Resident resident, DateOnly left)
    {
        bool Outlives(DateOnly? ended) => ended is null || ended > left;
        DateOnly End(DateOnly? since) => since > left ? since.Value : left;
        return resident with
        {
            Ties = [.. resident.Ties.Select(tie => Outlives(tie.EndedOn) ? tie with { EndedOn = End(tie.Since) } : tie)],
            Memberships = [.. resident.Memberships.Select(m => Outlives(m.EndedOn) ? m with { EndedOn = End(m.Since) } : m)],
            Matches =
            [
                .. resident.Matches.Select(match => Outlives(match.EndedOn)
                    ? match with { EndedOn = End(match.Since), Ending = MatchEnding.ResidentLeft }
                    : match),
            ],
        };
    }

    private static int IndexOf<T>(ImmutableArray<T>.Builder items, int count, Func<T, bool> isIt)
    {
        for (var at = 0; at < count; at++)
        {
            if (isIt(items[at]))
            {
                return at;
            }
        }

        return -1;
    }

    private sealed class SameTie : IEqualityComparer<Tie>
    {
        public static SameTie Instance { get; } = new();

        public bool Equals(Tie? x, Tie? y) => x is not null && y is not null && TieFile.SameKey(x, y);

        public int GetHashCode(Tie tie) => HashCode.Combine(tie.Resident, tie.Alter, tie.Kind, tie.Since);
    }
}
