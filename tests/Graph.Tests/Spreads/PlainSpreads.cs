using Networks.Domain.Residents;
using Networks.Graph.Residents;
using Networks.Graph.Spreads;

namespace Networks.Graph.Tests.Spreads;

/// <summary>The spreads of a random area by plain loops over its rows.</summary>
internal sealed class PlainSpreads
{
    private readonly RandomArea _area;
    private readonly DateOnly _day;
    private readonly Oracle _oracle;
    private readonly UnconnectedRule _rule;

    public PlainSpreads(RandomArea area, DateOnly day, SpreadQuery query)
    {
        _area = area;
        _day = day;
        _oracle = new Oracle(area, day);
        _rule = new UnconnectedRule { Counting = query.Counting, TieKinds = query.TieKinds };
        Register = [.. _oracle.Register().Where(me => query.Wards is null || query.Wards.Value.Contains(me.Facts.Ward))];
    }

    public List<Resident> Register { get; }

    public List<SpreadCount> Connections() => Counts(me => _oracle.Connections(me, _rule).Count);

    public List<SpreadCount> Supports() => Counts(me => Supporters(me).Count);

    public List<string> OnOne() => [.. Register.Where(me => Supporters(me).Count == 1)
        .Select(me => $"{me.Id} {KindOf(Supporters(me).Single())} {_oracle.Basis(me)}")];

    public List<ContactBandCount> Contacts() => [.. Enum.GetValues<ContactBand>().Select(band => new ContactBandCount(
        band,
        Register.Sum(me => _oracle.Connections(me, _rule).Values.Count(rows => BandOf(rows) == band)),
        Register.Count(me => _oracle.Connections(me, _rule) is { Count: > 0 } all
            && BandOf([.. all.Values.SelectMany(one => one)]) == band)))];

    public List<HopCount> ToGroup() => [.. new int?[] { 0, 1, 2, 3, 4, 5, 6, null }.Select(hops => new HopCount(
        hops, Register.Count(me => _oracle.Hops(me) == hops), Register.Count(me => _oracle.Hops(me) == hops && NeverAsked(me))))];

    public List<ReachBandCount> WithinTwoTies() =>
    [
        .. new (int From, int? To)[] { (0, 0), (1, 5), (6, 20), (21, 50), (51, 150), (151, null) }.Select(band =>
        {
            var inside = Register.Where(me => Within(me) >= band.From && (band.To is null || Within(me) <= band.To)).ToList();
            return new ReachBandCount(band.From, band.To, inside.Count, inside.Count(NeverAsked));
        }),
    ];

    public int? Median()
    {
        if (Register.Count == 0)
        {
            return null;
        }

        var falling = Register.Select(Within).OrderDescending().ToList();
        return falling[((falling.Count + 1) / 2) - 1];
    }

    public int Within(Resident me)
    {
        var ties = new UnconnectedRule { Counting = [ConnectionKind.Tie] };
        var met = new HashSet<string> { $"resident {me.Id}" };
        for (var hop = 0; hop < 2; hop++)
        {
            foreach (var known in met.ToList())
            {
                met.UnionWith(_oracle.Connections(_area.Residents[ResidentId.Of(known["resident ".Length..])], ties).Keys);
            }
        }

        return met.Count - 1;
    }

    private static ConnectionKind KindOf(string with) => with.Split(' ')[0] switch
    {
        "resident" => ConnectionKind.Tie,
        "alter" => ConnectionKind.Alter,
        "group" => ConnectionKind.Membership,
        _ => ConnectionKind.Befriending,
    };

    private List<SpreadCount> Counts(Func<Resident, int> numberOf) =>
    [
        .. Register.GroupBy(numberOf).OrderBy(number => number.Key)
            .Select(number => new SpreadCount(number.Key, number.Count(), number.Count(NeverAsked))),
    ];

    private bool NeverAsked(Resident me) => _oracle.Basis(me) == EvidenceBasis.NeverAsked;

    // A volunteer who is a resident with a tie to her is one person with her.
    private HashSet<string> Supporters(Resident me)
    {
        var all = _oracle.Connections(me, _rule).Keys.ToHashSet();
        foreach (var volunteer in _area.Volunteers.Values)
        {
            if (volunteer.Facts.Resident is { } resident && all.Contains($"resident {resident}"))
            {
                all.Remove($"volunteer {volunteer.Id}");
            }
        }

        return all;
    }

    private ContactBand BandOf(List<Oracle.Row> rows)
    {
        var known = rows.SelectMany(row => row.Contacts).Where(contact => contact <= _day).ToList();
        if (known.Count == 0)
        {
            return ContactBand.NeverDated;
        }

        var days = _day.DayNumber - known.Max().DayNumber;
        return days <= 7 ? ContactBand.LastWeek
            : days <= 30 ? ContactBand.LastMonth
            : days <= 60 ? ContactBand.LastTwoMonths
            : days <= 90 ? ContactBand.LastQuarter
            : days <= 180 ? ContactBand.LastHalfYear
            : days <= 365 ? ContactBand.LastYear
            : ContactBand.Longer;
    }
}
