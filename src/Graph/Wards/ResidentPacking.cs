using System.Collections.Immutable;
using Networks.Graph.Areas;

namespace Networks.Graph.Wards;

/// <summary>Packs entries one after the other, so that each can be let go as soon as it is packed.</summary>
internal sealed class ResidentPacking(GraphOrdinals ordinals, int residents = 0, int ties = 0, int memberships = 0)
{
    private Filling<int> own = new(residents);
    private Filling<ResidentRow> rows = new(residents);
    private Filling<ResidentFactsRow> facts = new(residents);
    private Filling<TieRow> tieRows = new(ties);
    private Filling<MembershipRow> membershipRows = new(memberships);
    private List<int[]>? earlier;
    private ResidentRest?[] rests = [];

    /// <summary>Packs all of them. They get their numbers first, so that those of one ward stand together.</summary>
    public static PackedResidents Of(ImmutableArray<ResidentEntry> entries, GraphOrdinals ordinals)
    {
        if (entries.IsEmpty)
        {
            return new PackedResidents(ordinals.Nobody, []);
        }

        int ties = 0, memberships = 0;
        var numbers = new int[entries.Length];
        for (var at = 0; at < numbers.Length; at++)
        {
            numbers[at] = ordinals.Residents.Of(entries[at].Id.Value);
            ties += entries[at].Ties.Length;
            memberships += entries[at].Memberships.Length;
        }

        var packing = new ResidentPacking(ordinals, numbers.Length, ties, memberships);
        for (var at = 0; at < numbers.Length; at++)
        {
            packing.Add(entries[at], numbers[at]);
        }

        return packing.Done();
    }

    /// <summary>Packs one more. A tie to herself is no connection between two people and is left out.</summary>
    public void Add(ResidentEntry entry) => Add(entry, ordinals.Residents.Of(entry.Id.Value));

    private void Add(ResidentEntry entry, int ordinal)
    {
        earlier?.Clear();
        foreach (var tie in entry.Ties)
        {
            var other = tie.Resident is { } resident ? ordinals.Residents.Of(resident.Value) : ~(tie.Alter ?? 0);
            if (other != ordinal)
            {
                var contacts = ContactDays.Of(tie.LastContact, tie.Contacts);
                tieRows.Add(TieRow.Of(tie, other, contacts.Latest, checked((ushort)Keep(contacts))));
            }
        }

        foreach (var row in entry.Memberships)
        {
            var contacts = ContactDays.Of(null, row.Attendances);
            var span = DaySpan.Of(row.Since, row.EndedOn);
            membershipRows.Add(new MembershipRow(
                ordinals.Groups.Of(row.Group.Value), span.From, span.Until, contacts.Latest, Keep(contacts)));
        }

        if (Rest(entry) is { } rest)
        {
            if (own.Count >= rests.Length)
            {
                Array.Resize(ref rests, Math.Max(residents, 2 * own.Count + 1));
            }

            rests[own.Count] = rest;
        }

        var register = DaySpan.Of(entry.RegisteredOn, entry.LeftOn);
        own.Add(ordinal);
        facts.Add(new ResidentFactsRow(entry));
        rows.Add(new ResidentRow(
            entry.Version, ordinals.Wards.Of(entry.Ward), register.From, register.Until, tieRows.Count, membershipRows.Count));
    }

    public PackedResidents Done()
    {
        if (rests.Length > 0)
        {
            Array.Resize(ref rests, own.Count);
        }

        return new PackedResidents(
            new ResidentBlock(ordinals, rows.Done(), facts.Done(), tieRows.Done(), membershipRows.Done(), rests), own.Done());
    }

    private ResidentRest? Rest(ResidentEntry entry)
    {
        MatchRow[] matches = entry.Matches.IsEmpty ? [] : [.. entry.Matches.Select(Row)];
        var few = entry.Introductions.Length + entry.IntroductionsAskedOn.Length + entry.DeclinedOn.Length;
        return few + matches.Length + (earlier?.Count ?? 0) == 0 ? null : new ResidentRest
        {
            Introductions = entry.Introductions.IsEmpty ? []
                : [.. entry.Introductions.Select(span => DaySpan.Of(span.From, span.Until))],
            IntroductionsAskedOn = entry.IntroductionsAskedOn.IsEmpty ? []
                : [.. entry.IntroductionsAskedOn.Select(day => day.DayNumber)],
            DeclinedOn = entry.DeclinedOn.IsEmpty ? [] : [.. entry.DeclinedOn.Select(day => day.DayNumber)],
            Matches = matches,
            Earlier = earlier is null or [] ? [] : [.. earlier],
        };
    }

    private MatchRow Row(MatchEntry match)
    {
        var contacts = ContactDays.Of(match.LastContact, match.Contacts);
        var span = DaySpan.Of(match.Since, match.EndedOn);
        return new MatchRow(
            ordinals.Volunteers.Of(match.Volunteer.Value), span.From, span.Until, contacts.Latest, match.Kind, Keep(contacts));
    }

    // Which list of earlier contacts, from 1; 0 where there is none.
    private int Keep(ContactDays contacts)
    {
        if (contacts.Earlier is null)
        {
            return 0;
        }

        earlier ??= [];
        earlier.Add(contacts.Earlier);
        return earlier.Count;
    }
}

/// <summary>Residents packed for a graph, in any order.</summary>
internal sealed class PackedResidents(ResidentBlock block, int[] ordinals)
{
    public int Count => ordinals.Length;

    public ReadOnlySpan<int> Ordinals => ordinals;

    public ResidentNode this[int at] => new(block, at, ordinals[at]);
}
