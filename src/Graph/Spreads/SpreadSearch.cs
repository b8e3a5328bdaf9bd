using System.Collections.Immutable;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Spreads;

/// <summary>
/// Answers how connections, contacts and support are spread over people: each ward counts its own, side by side, and the counts are added
/// up. Cost: residents and rows of the wards in which somebody may differ since they were last asked; else a few hundred numbers a ward.
/// </summary>
internal static class SpreadSearch
{
    public static ConnectionSpread Connections(AreaGraph graph, SpreadQuery query, DateOnly asOf)
    {
        if (query.Fault() is { } fault)
        {
            return ConnectionSpread.Refused(asOf, fault);
        }

        var spread = Sum(Tallies(graph, query, asOf).Select(ward => ward.Tally.Connections));
        return new ConnectionSpread
        {
            Residents = spread.Residents,
            NeverAsked = spread.NeverAsked,
            Connections = spread.Total,
            Counts = spread.Counts,
            AsOf = asOf,
            Complete = true,
        };
    }

    public static ContactSpread Contacts(AreaGraph graph, SpreadQuery query, DateOnly asOf)
    {
        if (query.Fault() is { } fault)
        {
            return ContactSpread.Refused(asOf, fault);
        }

        var tallies = Tallies(graph, query, asOf);
        var spread = Sum(tallies.Select(ward => ward.Tally.Connections));
        return new ContactSpread
        {
            Residents = spread.Residents,
            NeverAsked = spread.NeverAsked,
            Unconnected = spread.Between(0, 0).Residents,
            Bands =
            [
                .. Enum.GetValues<ContactBand>().Select(band => new ContactBandCount(
                    band,
                    tallies.Sum(ward => (long)ward.Tally.ConnectionsIn[(int)band]),
                    tallies.Sum(ward => ward.Tally.ResidentsIn[(int)band]))),
            ],
            AsOf = asOf,
            Complete = true,
        };
    }

    public static SupportSpread Supports(AreaGraph graph, SupportQuery query, DateOnly asOf)
    {
        if (query.Of.Fault() is { } fault)
        {
            return SupportSpread.Refused(asOf, fault);
        }

        var key = query.Of.KeyOn(asOf);
        var tallies = Tallies(graph, query.Of, asOf);
        var spread = Sum(tallies.Select(ward => ward.Tally.Supports));
        var rows = new OneSupportRows(graph, tallies, key);
        var window = PageWindow.Of(query.Page, rows.Count, rows.RowsUpTo, rows.RowsBefore);
        return window.Fault is { } pageFault ? SupportSpread.Refused(asOf, pageFault) : new SupportSpread
        {
            Residents = spread.Residents,
            NeverAsked = spread.NeverAsked,
            Counts = spread.Counts,
            OnOne = [.. Enumerable.Range(window.From, window.To - window.From).Select(rows.At)],
            OnOneCount = rows.Count,
            HasNextPage = window.HasNext,
            HasPreviousPage = window.HasPrevious,
            AsOf = asOf,
            Complete = true,
        };
    }

    private static Spread Sum(IEnumerable<Spread> wards)
    {
        var sum = new Spread();
        foreach (var ward in wards)
        {
            sum.Add(ward);
        }

        return sum;
    }

    private static ImmutableArray<(WardPart Ward, WardTally Tally)> Tallies(AreaGraph graph, SpreadQuery query, DateOnly asOf)
    {
        var key = query.KeyOn(asOf);
        WardPart[] parts = [.. WardChoice.Of(graph, query.Wards)];
        var tallies = new (WardPart, WardTally)[parts.Length];
        WardWork.ForEach(parts, part => part.Remembers(key), at => tallies[at] = (parts[at], parts[at].Tally(graph, key)));
        return [.. tallies];
    }
}
