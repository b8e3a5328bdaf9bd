using System.Collections.Immutable;
using System.Text.Json;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Graph.Wards;

namespace Networks.Grains.Wards;

/// <summary>
/// The edges of one stored resident while they are read; contacts stand after the ties and matches they belong to, or before.
/// </summary>
internal sealed class ResidentRows
{
    private readonly List<(int Number, TieEntry Tie)> _ties = [];
    private readonly List<(int Number, MatchEntry Match)> _matches = [];
    private readonly List<MembershipEntry> _memberships = [];
    private readonly List<string> _alters = [];
    private readonly List<DateOnly> _declined = [];
    private List<(int? Tie, int? Match, DateOnly On)>? _contacts;
    private List<(GroupId Group, DateOnly On)>? _attendances;

    public void ReadTies(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            _ties.Add(Tie(ref reader));
        }
    }

    public void ReadMemberships(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            _memberships.Add(Membership(ref reader));
        }
    }

    public void ReadMatches(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            _matches.Add(Match(ref reader));
        }
    }

    public void ReadContacts(ref Utf8JsonReader reader)
    {
        reader.Read();
        _contacts = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            _contacts.Add(Contact(ref reader));
        }
    }

    public void ReadAttendances(ref Utf8JsonReader reader)
    {
        reader.Read();
        _attendances = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            _attendances.Add(Attendance(ref reader));
        }
    }

    public void ReadDeclined(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            while (EntryReader.Property(ref reader))
            {
                if (reader.ValueTextEquals("on"u8)) { _declined.Add(EntryReader.Day(ref reader)); }
                else { reader.Skip(); }
            }
        }
    }

    /// <summary>The entry with its edges.</summary>
    public ResidentEntry Into(ResidentEntry facts) => facts with
    {
        Ties = [.. _ties.Select(row => _contacts is null ? row.Tie
            : row.Tie with { Contacts = DaysOf(contact => contact.Tie == row.Number) })],
        Memberships =
        [
            .. _memberships.Select(row => _attendances is null ? row
                : row with { Attendances = [.. _attendances.Where(came => came.Group == row.Group).Select(came => came.On)] }),
        ],
        Matches =
        [
            .. _matches.Select(row => _contacts is null ? row.Match
                : row.Match with { Contacts = DaysOf(contact => contact.Match == row.Number) }),
        ],
        DeclinedOn = [.. _declined],
    };

    private ImmutableArray<DateOnly> DaysOf(Func<(int? Tie, int? Match, DateOnly On), bool> belongs) =>
        [.. _contacts!.Where(belongs).Select(contact => contact.On)];

    private (int Number, TieEntry Tie) Tie(ref Utf8JsonReader reader)
    {
        var number = 0;
        string? resident = null, alter = null;
        int? circle = null;
        var kind = default(TieKind);
        ContactFrequency? frequency = null;
        DateOnly? since = null, ended = null, last = null;
        while (EntryReader.Property(ref reader))
        {
            if (reader.ValueTextEquals("number"u8)) { number = EntryReader.Number(ref reader); }
            else if (reader.ValueTextEquals("resident"u8)) { resident = EntryReader.Text(ref reader); }
            else if (reader.ValueTextEquals("alter"u8)) { alter = EntryReader.Text(ref reader); }
            else if (reader.ValueTextEquals("kind"u8)) { kind = EntryReader.Word<TieKind>(ref reader); }
            else if (reader.ValueTextEquals("circle"u8)) { circle = EntryReader.Number(ref reader); }
            else if (reader.ValueTextEquals("frequency"u8)) { frequency = EntryReader.Word<ContactFrequency>(ref reader); }
            else if (reader.ValueTextEquals("lastContact"u8)) { last = EntryReader.Day(ref reader); }
            else if (reader.ValueTextEquals("since"u8)) { since = EntryReader.Day(ref reader); }
            else if (reader.ValueTextEquals("endedOn"u8)) { ended = EntryReader.Day(ref reader); }
            else { reader.Skip(); }
        }

        return (number, new TieEntry(
            resident is null ? null : ResidentId.Of(resident),
            resident is null ? OrdinalOf(alter ?? "") : null,
            kind, frequency, since, ended, last, [], circle));
    }

    private int OrdinalOf(string label)
    {
        var at = _alters.IndexOf(label);
        if (at < 0)
        {
            at = _alters.Count;
            _alters.Add(label);
        }

        return at;
    }

    private static MembershipEntry Membership(ref Utf8JsonReader reader)
    {
        var group = "";
        DateOnly? since = null, ended = null;
        while (EntryReader.Property(ref reader))
        {
            if (reader.ValueTextEquals("group"u8)) { group = EntryReader.Text(ref reader)!; }
            else if (reader.ValueTextEquals("since"u8)) { since = EntryReader.Day(ref reader); }
            else if (reader.ValueTextEquals("endedOn"u8)) { ended = EntryReader.Day(ref reader); }
            else { reader.Skip(); }
        }

        return new MembershipEntry(GroupId.Of(group), since, ended, []);
    }

    private static (GroupId Group, DateOnly On) Attendance(ref Utf8JsonReader reader)
    {
        var group = "";
        var on = default(DateOnly);
        while (EntryReader.Property(ref reader))
        {
            if (reader.ValueTextEquals("group"u8)) { group = EntryReader.Text(ref reader)!; }
            else if (reader.ValueTextEquals("on"u8)) { on = EntryReader.Day(ref reader); }
            else { reader.Skip(); }
        }

        return (GroupId.Of(group), on);
    }

    private static (int Number, MatchEntry Match) Match(ref Utf8JsonReader reader)
    {
        var number = 0;
        var volunteer = "";
        var kind = default(OfferKind);
        DateOnly? since = null, ended = null, last = null;
        while (EntryReader.Property(ref reader))
        {
            if (reader.ValueTextEquals("number"u8)) { number = EntryReader.Number(ref reader); }
            else if (reader.ValueTextEquals("volunteer"u8)) { volunteer = EntryReader.Text(ref reader)!; }
            else if (reader.ValueTextEquals("kind"u8)) { kind = EntryReader.Word<OfferKind>(ref reader); }
            else if (reader.ValueTextEquals("since"u8)) { since = EntryReader.Day(ref reader); }
            else if (reader.ValueTextEquals("endedOn"u8)) { ended = EntryReader.Day(ref reader); }
            else if (reader.ValueTextEquals("lastContact"u8)) { last = EntryReader.Day(ref reader); }
            else { reader.Skip(); }
        }

        return (number, new MatchEntry(VolunteerId.Of(volunteer), kind, since, ended, last, []));
    }

    private static (int? Tie, int? Match, DateOnly On) Contact(ref Utf8JsonReader reader)
    {
        int? tie = null, match = null;
        var on = default(DateOnly);
        while (EntryReader.Property(ref reader))
        {
            if (reader.ValueTextEquals("on"u8)) { on = EntryReader.Day(ref reader); }
            else if (reader.ValueTextEquals("tie"u8)) { tie = EntryReader.Number(ref reader); }
            else if (reader.ValueTextEquals("match"u8)) { match = EntryReader.Number(ref reader); }
            else { reader.Skip(); }
        }

        return (tie, match, on);
    }
}
