using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Wards;

namespace Networks.Graph.Wards;

/// <summary>
/// A resident in the graph: two words that say where among the packed ones she stands. Spans read through it must not outlive the
/// statement's picture; everything else may be kept. One whom no ward holds has no rows and is on the register on no day.
/// </summary>
internal readonly struct ResidentNode(ResidentBlock block, int index, int ordinal)
{
    public int Ordinal { get; } = ordinal;

    /// <summary>False for a number that ties name but no ward holds.</summary>
    public bool IsHeld => Row.Ward >= 0;

    /// <summary>Her reference; makes a string, so ask only for what is shown.</summary>
    public ResidentId Id => ResidentId.Of(block.Ordinals.Residents[Ordinal]);

    public int Version => block.VersionOf(index);

    public WardCode Ward => block.Ordinals.Wards[Row.Ward];

    public int WardNumber => Row.Ward;

    public DaySpan Register => new(Row.From, Row.Until);

    public bool IsOnRegister(int day)
    {
        ref readonly var row = ref Row;
        return row.From <= day && day < row.Until;
    }

    public DateOnly? AskedOn => Facts.AskedOn;

    public int? BirthYear => Facts.BirthYear;

    public bool? LivesAlone => Facts.LivesAlone;

    public GeoPoint? Home => Facts.Home;

    /// <summary>Bit n set = kind n is sought.</summary>
    public int Seeking => Facts.Seeking;

    public DateOnly? WaitingSince => Facts.WaitingSince;

    public DateOnly? PausedUntil => Facts.PausedUntil;

    public int? PriorityBand => Facts.PriorityBand;

    public DateOnly? RecordedOn => Facts.RecordedOn;

    public ReadOnlySpan<TieRow> Ties => block.TiesOf(index);

    public ReadOnlySpan<MembershipRow> Memberships => block.MembershipsOf(index);

    public ReadOnlySpan<MatchRow> Matches => Rest is { } rest ? rest.Matches : [];

    /// <summary>When she may be asked to introduce somebody.</summary>
    public ReadOnlySpan<DaySpan> Introductions => Rest is { } rest ? rest.Introductions : [];

    /// <summary>Day numbers on which she was asked to introduce somebody, one for each time, in order.</summary>
    public ReadOnlySpan<int> IntroductionsAskedOn => Rest is { } rest ? rest.IntroductionsAskedOn : [];

    /// <summary>Day numbers on which a proposal to her was declined.</summary>
    public ReadOnlySpan<int> DeclinedOn => Rest is { } rest ? rest.DeclinedOn : [];

    internal ResidentBlock Block => block;

    internal int Index => index;

    /// <summary>Her row, of which the version is asked elsewhere: <see cref="Version"/>.</summary>
    internal ref readonly ResidentRow Row => ref block.Rows[index];

    internal ref readonly ResidentFactsRow Facts => ref block.Facts[index];

    internal ResidentRest? Rest => block.RestOf(index);

    /// <summary>True if she has agreed to introduce people and the agreement holds on <paramref name="day"/>.</summary>
    public bool Introduces(int day)
    {
        foreach (ref readonly var span in Introductions)
        {
            if (span.Holds(day))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The latest contact of one of her ties on or before <paramref name="day"/>; contacts after it are not yet known on it.
    /// </summary>
    public int ContactUpTo(in TieRow tie, int day) => tie.Latest <= day ? tie.Latest : EarlierUpTo(tie.Earlier, day);

    /// <summary>The latest day up to <paramref name="day"/> on which she came to the group of one of her memberships.</summary>
    public int ContactUpTo(in MembershipRow row, int day) => row.Latest <= day ? row.Latest : EarlierUpTo(row.Earlier, day);

    /// <summary>The latest contact of one of her matches on or before <paramref name="day"/>.</summary>
    public int ContactUpTo(in MatchRow match, int day) => match.Latest <= day ? match.Latest : EarlierUpTo(match.Earlier, day);

    /// <summary>All days of contact of one of her ties, ascending.</summary>
    public IEnumerable<DateOnly> Contacts(in TieRow tie) => Contacts(tie.Latest, tie.Earlier);

    /// <summary>The days on which she came to the group of one of her memberships, ascending.</summary>
    public IEnumerable<DateOnly> Contacts(in MembershipRow row) => Contacts(row.Latest, row.Earlier);

    /// <summary>All days of contact of one of her matches, ascending.</summary>
    public IEnumerable<DateOnly> Contacts(in MatchRow match) => Contacts(match.Latest, match.Earlier);

    /// <summary>True if both have the same edges on every day, whatever else changed.</summary>
    public bool SameEdges(ResidentNode other)
    {
        if (!Row.SamePlace(in other.Row))
        {
            return false;
        }

        ReadOnlySpan<TieRow> ties = Ties, theirTies = other.Ties;
        ReadOnlySpan<MembershipRow> memberships = Memberships, theirMemberships = other.Memberships;
        ReadOnlySpan<MatchRow> matches = Matches, theirMatches = other.Matches;
        var same = ties.Length == theirTies.Length && memberships.Length == theirMemberships.Length
            && matches.Length == theirMatches.Length;
        for (var at = 0; same && at < ties.Length; at++)
        {
            same = ties[at].SameEdge(in theirTies[at]);
        }

        for (var at = 0; same && at < memberships.Length; at++)
        {
            same = memberships[at].SameEdge(in theirMemberships[at]);
        }

        for (var at = 0; same && at < matches.Length; at++)
        {
            same = matches[at].SameEdge(in theirMatches[at]);
        }

        return same;
    }

    /// <summary>True if both would answer every question alike: what a check compares.</summary>
    public bool Same(ResidentNode other) =>
        Version == other.Version && Row.SamePlace(in other.Row)
        && ResidentFactsRow.Same(in Facts, in other.Facts)
        && Ties.SequenceEqual(other.Ties) && Memberships.SequenceEqual(other.Memberships)
        && ResidentRest.Same(Rest, other.Rest);

    private int EarlierUpTo(int list, int day)
    {
        if (list == 0)
        {
            return ContactDays.None;
        }

        var earlier = Rest!.Earlier[list - 1];
        var at = Array.BinarySearch(earlier, day);
        return at >= 0 ? day : ~at == 0 ? ContactDays.None : earlier[~at - 1];
    }

    private IEnumerable<DateOnly> Contacts(int latest, int list) =>
        (list == 0 ? [] : Rest!.Earlier[list - 1]).Append(latest).Where(day => day != ContactDays.None).Select(DateOnly.FromDayNumber);
}
