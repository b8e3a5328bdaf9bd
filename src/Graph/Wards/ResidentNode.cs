using Networks.Domain.Groups;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Areas;

namespace Networks.Graph.Wards;

/// <summary>
/// A resident in the graph: her rows packed into three arrays, everybody else as a number. About 400 bytes with two ties.
/// </summary>
internal sealed class ResidentNode
{
    public required int Ordinal { get; init; }

    public required ResidentId Id { get; init; }

    public required int Version { get; init; }

    public required WardCode Ward { get; init; }

    public required DaySpan Register { get; init; }

    public required DateOnly? AskedOn { get; init; }

    public required int? BirthYear { get; init; }

    public required bool? LivesAlone { get; init; }

    public required GeoPoint? Home { get; init; }

    /// <summary>Bit n set = kind n is sought.</summary>
    public required int Seeking { get; init; }

    public required DateOnly? WaitingSince { get; init; }

    public required DateOnly? PausedUntil { get; init; }

    public required int? PriorityBand { get; init; }

    public required TieRow[] Ties { get; init; }

    public required MembershipRow[] Memberships { get; init; }

    public required MatchRow[] Matches { get; init; }

    /// <summary>When she may be asked to introduce somebody.</summary>
    public required DaySpan[] Introductions { get; init; }

    /// <summary>Day numbers on which a proposal to her was declined.</summary>
    public required int[] DeclinedOn { get; init; }

    public required DateOnly? RecordedOn { get; init; }

    /// <summary>True if she has agreed to introduce people and the agreement holds on <paramref name="day"/>.</summary>
    public bool Introduces(int day) => Introductions.Any(span => span.Holds(day));

    /// <summary>Packs <paramref name="entry"/>. A tie to herself is no connection between two people and is left out.</summary>
    public static ResidentNode Of(ResidentEntry entry, GraphOrdinals ordinals)
    {
        var own = ordinals.Residents.Of(entry.Id.Value);
        return new ResidentNode
        {
            Ordinal = own,
            Id = entry.Id,
            Version = entry.Version,
            Ward = entry.Ward,
            Register = DaySpan.Of(entry.RegisteredOn, entry.LeftOn),
            AskedOn = entry.ConnectionsAskedOn,
            BirthYear = entry.BirthYear,
            LivesAlone = entry.LivesAlone,
            Home = entry.Home,
            Seeking = KindBits.Of(entry.Seeking),
            WaitingSince = entry.WaitingSince,
            PausedUntil = entry.PausedUntil,
            PriorityBand = entry.PriorityBand,
            Ties = entry.Ties.IsEmpty ? [] : [.. entry.Ties.Select(tie => Row(tie, ordinals)).Where(row => row.Other != own)],
            Memberships = entry.Memberships.IsEmpty ? [] : [.. entry.Memberships.Select(row => Row(row, ordinals))],
            Matches = entry.Matches.IsEmpty ? [] : [.. entry.Matches.Select(row => Row(row, ordinals))],
            Introductions = entry.Introductions.IsEmpty ? []
                : [.. entry.Introductions.Select(span => DaySpan.Of(span.From, span.Until))],
            DeclinedOn = entry.DeclinedOn.IsEmpty ? [] : [.. entry.DeclinedOn.Select(day => day.DayNumber)],
            RecordedOn = entry.RecordedOn,
        };
    }

    /// <summary>The entry again, for boards of other silos; contacts come back as one list.</summary>
    public ResidentEntry ToEntry(GraphOrdinals ordinals) => new()
    {
        Id = Id,
        Version = Version,
        Ward = Ward,
        RegisteredOn = Day(Register.From),
        LeftOn = Day(Register.Until),
        ConnectionsAskedOn = AskedOn,
        BirthYear = BirthYear,
        LivesAlone = LivesAlone,
        Home = Home,
        Seeking = KindBits.Kinds(Seeking),
        WaitingSince = WaitingSince,
        PausedUntil = PausedUntil,
        PriorityBand = PriorityBand,
        Ties = [.. Ties.Select(row => new TieEntry(
            row.IsAlter ? null : ResidentId.Of(ordinals.Residents[row.Other]), row.IsAlter ? row.Alter : null, row.Kind, row.Frequency,
            Day(row.Span.From), Day(row.Span.Until), null, [.. row.Contacts.All()]))],
        Memberships = [.. Memberships.Select(row => new MembershipEntry(
            GroupId.Of(ordinals.Groups[row.Group]), Day(row.Span.From), Day(row.Span.Until), [.. row.Contacts.All()]))],
        Matches = [.. Matches.Select(row => new MatchEntry(
            VolunteerId.Of(ordinals.Volunteers[row.Volunteer]), row.Kind, Day(row.Span.From), Day(row.Span.Until), null,
            [.. row.Contacts.All()]))],
        Introductions = [.. Introductions.Select(span => new ConsentSpan(Day(span.From), Day(span.Until)))],
        DeclinedOn = [.. DeclinedOn.Select(DateOnly.FromDayNumber)],
        RecordedOn = RecordedOn,
    };

    /// <summary>True if both have the same edges on every day, whatever else changed.</summary>
    public bool SameEdges(ResidentNode other) =>
        Register == other.Register && Ward == other.Ward
        && AllSame(Ties, other.Ties, (mine, theirs) => mine.SameEdge(theirs))
        && AllSame(Memberships, other.Memberships, (mine, theirs) => mine.SameEdge(theirs))
        && AllSame(Matches, other.Matches, (mine, theirs) => mine.SameEdge(theirs));

    /// <summary>True if both would answer every question alike: what a check compares.</summary>
    public bool Same(ResidentNode other) =>
        SameEdges(other) && Version == other.Version && AskedOn == other.AskedOn && BirthYear == other.BirthYear
        && LivesAlone == other.LivesAlone && Home == other.Home && Seeking == other.Seeking && WaitingSince == other.WaitingSince
        && PausedUntil == other.PausedUntil && PriorityBand == other.PriorityBand && RecordedOn == other.RecordedOn
        && Introductions.AsSpan().SequenceEqual(other.Introductions) && DeclinedOn.AsSpan().SequenceEqual(other.DeclinedOn)
        && AllSame(Ties, other.Ties, (mine, theirs) => mine.Same(theirs))
        && AllSame(Memberships, other.Memberships, (mine, theirs) => mine.Same(theirs))
        && AllSame(Matches, other.Matches, (mine, theirs) => mine.Same(theirs));

    private static bool AllSame<T>(T[] mine, T[] theirs, Func<T, T, bool> same)
    {
        if (mine.Length != theirs.Length)
        {
            return false;
        }

        for (var at = 0; at < mine.Length; at++)
        {
            if (!same(mine[at], theirs[at]))
            {
                return false;
            }
        }

        return true;
    }

    private static DateOnly? Day(int number) => number is DaySpan.Always or DaySpan.Never ? null : DateOnly.FromDayNumber(number);

    private static TieRow Row(TieEntry tie, GraphOrdinals ordinals) => new(
        tie.Resident is { } other ? ordinals.Residents.Of(other.Value) : ~(tie.Alter ?? 0),
        DaySpan.Of(tie.Since, tie.EndedOn),
        ContactDays.Of(tie.LastContact, tie.Contacts),
        tie.Kind,
        tie.Frequency);

    private static MembershipRow Row(MembershipEntry membership, GraphOrdinals ordinals) =>
        new(
            ordinals.Groups.Of(membership.Group.Value),
            DaySpan.Of(membership.Since, membership.EndedOn),
            ContactDays.Of(null, membership.Attendances));

    private static MatchRow Row(MatchEntry match, GraphOrdinals ordinals) => new(
        ordinals.Volunteers.Of(match.Volunteer.Value),
        match.Kind,
        DaySpan.Of(match.Since, match.EndedOn),
        ContactDays.Of(match.LastContact, match.Contacts));
}
