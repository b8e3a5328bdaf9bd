using System.Globalization;
using Networks.Domain.Measures;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Matches;

/// <summary>Answers who is waiting.</summary>
internal static class WaitingSearch
{
    private const string CursorName = "waiting";

    public static WaitingAnswer Answer(AreaGraph graph, WaitingQuery query, DateOnly asOf)
    {
        if (Ranges.Empty("seeking", query.Seeking) is { } fault)
        {
            return Refused(asOf, fault);
        }

        var wanted = query.Seeking is { } kinds ? KindBits.Of(kinds) : -1;
        Row[] rows =
        [
            .. WardChoice.Of(graph, query.Wards)
                .SelectMany(ward => ward.Waiting(graph, asOf.DayNumber).People)
                .Where(person => person.IsPaused == query.Paused && (person.Seeking & wanted) != 0)
                .Select(person => RowOf(graph.Resident(person.Ordinal), person.Seeking)),
        ];
        Array.Sort(rows, Compare);
        var page = query.All ? new Page { First = Page.RowsMax } : query.Page;
        var window = query.All
            ? new PageWindow(0, rows.Length, false, false, null)
            : PageWindow.Of(page, rows.Length, cursor => Rows(rows, cursor, 0), cursor => Rows(rows, cursor, -1));
        return window.Fault is { } pageFault ? Refused(asOf, pageFault) : new WaitingAnswer
        {
            People = [.. rows[window.From..window.To].Select(row => Person(row, asOf))],
            TotalCount = rows.Length,
            HasNextPage = window.HasNext,
            HasPreviousPage = window.HasPrevious,
            AsOf = asOf,
            Complete = true,
        };
    }

    /// <summary>
    /// What a person waits for on a day, as bits, paused or not: nothing off the register. Any current match of a one-to-one kind she
    /// names ends her wait for all of those, and a current membership of a group kind she names her wait for those.
    /// </summary>
    public static int Seeks(AreaGraph graph, ResidentNode person, int day)
    {
        if (person.Seeking == 0 || !person.Register.Holds(day))
        {
            return 0;
        }

        var has = 0;
        foreach (ref readonly var match in person.Matches)
        {
            has |= match.Span.Holds(day) ? KindBits.Of(match.Kind) : 0;
        }

        foreach (ref readonly var row in person.Memberships)
        {
            has |= row.Span.Holds(day) && graph.GroupRuns(row.Group, day) ? KindBits.Of(graph.Group(row.Group)!.Entry.Kind) : 0;
        }

        has &= person.Seeking;
        int oneToOne = person.Seeking & KindBits.OneToOne, groups = person.Seeking & ~KindBits.OneToOne;
        return ((has & KindBits.OneToOne) == 0 ? oneToOne : 0) | ((has & ~KindBits.OneToOne) == 0 ? groups : 0);
    }

    /// <summary>
    /// The day her wait is counted from: her own, else that of the referral, else her first on the register, else that of her record. A
    /// record older than such stamps is taken to begin on the day asked about.
    /// </summary>
    public static DateOnly Since(ResidentNode person, DateOnly asOf) => person.WaitingSince
        ?? (person.Register.From == DaySpan.Always ? person.RecordedOn : DateOnly.FromDayNumber(person.Register.From))
        ?? asOf;

    /// <summary>Days waited; 0 where the start lies ahead.</summary>
    public static int Days(ResidentNode person, DateOnly asOf) => Math.Max(0, asOf.DayNumber - Since(person, asOf).DayNumber);

    private static WaitingAnswer Refused(DateOnly asOf, string fault) => new()
    {
        People = [],
        TotalCount = 0,
        HasNextPage = false,
        HasPreviousPage = false,
        AsOf = asOf,
        Complete = true,
        Fault = fault,
    };

    private static Row RowOf(ResidentNode person, int seeking) => new(
        person, person.PriorityBand ?? PriorityBand.Least, person.WaitingSince?.DayNumber ?? DaySpan.Never, person.Id.Value, seeking);

    private static WaitingResident Person(Row row, DateOnly asOf) => Person(row, row.Person!.Value, asOf);

    private static WaitingResident Person(Row row, ResidentNode person, DateOnly asOf) => new()
    {
        Resident = person.Id,
        Ward = person.Ward,
        Seeking = KindBits.Kinds(row.Seeking),
        Since = Since(person, asOf),
        Days = Days(person, asOf),
        PriorityBand = person.PriorityBand,
        ProposalsDeclined = Declined(person, asOf.DayNumber),
        Cursor = Cursor.Write(CursorName, Text(row.Band), Text(row.Since), row.Reference),
    };

    private static int Declined(ResidentNode person, int day)
    {
        var count = 0;
        foreach (var on in person.DeclinedOn)
        {
            count += on <= day ? 1 : 0;
        }

        return count;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Rows(Row[] rows, string cursor, int limit)
    {
        if (Cursor.Read(cursor, CursorName, 3) is not [var bandText, var sinceText, var reference]
            || !int.TryParse(bandText, NumberStyles.Integer, CultureInfo.InvariantCulture, out var band)
            || !int.TryParse(sinceText, NumberStyles.Integer, CultureInfo.InvariantCulture, out var since))
        {
            return null;
        }

        var place = new Row(null, band, since, reference, 0);
        return Bisect.Count(rows.Length, at => Compare(rows[at], place) <= limit);
    }

    private static int Compare(Row left, Row right)
    {
        var byBand = left.Band.CompareTo(right.Band);
        var bySince = byBand != 0 ? byBand : left.Since.CompareTo(right.Since);
        return bySince != 0 ? bySince : References.Compare(left.Reference, right.Reference);
    }

    private readonly record struct Row(ResidentNode? Person, int Band, int Since, string Reference, int Seeking);
}

/// <summary>Someone waiting, for what, and whether she is left in peace for now.</summary>
internal readonly record struct WaitingNode(int Ordinal, int Seeking, bool IsPaused);
