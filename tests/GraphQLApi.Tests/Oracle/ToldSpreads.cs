using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Ties;
using Networks.Domain.Wards;
using Networks.Grains.Areas;
using Networks.Graph.Connectors;
using Networks.Graph.Residents;
using Networks.Graph.Spreads;

namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>
/// What the area answered about spreads over people, as the same lines of text. Of these only the area knows past evenings.
/// </summary>
internal static class ToldSpreads
{
    public static async Task<List<string>> LinesAsync(IAreaGrain area, DrawnQuestions asked)
    {
        var query = new SpreadQuery
        {
            Wards = [.. asked.Wards.Select(WardCode.Of)],
            AsOf = DateOnly.ParseExact(asked.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Counting = Words<ConnectionKind>(asked.Through),
            TieKinds = Words<TieKind>(asked.Rule.TieKinds),
        };
        return
        [
            .. Connections(await area.ConnectionSpread(query)),
            .. Contacts(await area.ContactSpread(query)),
            .. Reach(await area.ReachSpread(query)),
            .. Supports(await area.SupportSpread(new SupportQuery { Of = query, Page = new Page { First = 100 } })),
            .. Connectors(await area.Connectors(new ConnectorQuery { Of = query, Page = new Page { First = 100 } })),
        ];
    }

    private static ImmutableArray<T>? Words<T>(string[]? words)
        where T : struct, Enum => words is null ? null : [.. words.Select(word => Enum.Parse<T>(word, ignoreCase: true))];

    private static IEnumerable<string> Connections(ConnectionSpread spread) =>
        [$"connections: {Counts(spread.Counts)} in all {spread.Connections}"];

    private static IEnumerable<string> Contacts(ContactSpread spread)
    {
        yield return $"contacts: {spread.Residents} never asked {spread.NeverAsked} without any {spread.Unconnected}";
        foreach (var band in spread.Bands)
        {
            yield return (ContactBands.DaysFrom(band.Band) is { } from ? $"contacts from {from}" : "contacts never")
                + $": {band.Connections} of {band.Residents}";
        }
    }

    private static IEnumerable<string> Reach(ReachSpread spread) =>
    [
        .. spread.ToGroup.Select(hops => $"to group {hops.Ties}: {hops.Residents} never asked {hops.NeverAsked}"),
        .. spread.WithinTwoTies.Select(band => $"within two ties from {band.From}: {band.Residents} never asked {band.NeverAsked}"),
        $"within two ties: {spread.MedianWithinTwoTies}",
    ];

    private static IEnumerable<string> Supports(SupportSpread spread) =>
    [
        $"supports: {Counts(spread.Counts)}",
        .. spread.OnOne.Select(one =>
            $"on one: {one.Resident.Resident} {one.Kind.ToString().ToUpperInvariant()} {DrawnQuestions.Name(Basis(one.Basis))}"),
    ];

    private static IEnumerable<string> Connectors(ConnectorAnswer answer) =>
    [
        $"connectors: {answer.TotalCount}",
        .. answer.Connectors.Select(one => one.Kind switch
        {
            ConnectorKind.Resident => $"connector: TIE {one.Resident!.Resident}",
            ConnectorKind.Group => $"connector: MEMBERSHIP {one.Group}",
            _ => $"connector: BEFRIENDING {one.Volunteer}",
        } + $" cuts off {one.CutOff} in {one.Parts}"),
    ];

    private static string Basis(EvidenceBasis basis) => basis switch
    {
        EvidenceBasis.Asked => "asked",
        EvidenceBasis.PartlyRecorded => "partly-recorded",
        _ => "never-asked",
    };

    private static string Counts(IEnumerable<SpreadCount> counts) =>
        string.Join(' ', counts.Select(count => $"{count.Number}x{count.Residents}/{count.NeverAsked}"));
}
