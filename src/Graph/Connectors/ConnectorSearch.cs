using System.Globalization;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Connectors;

/// <summary>
/// Answers through whom people are connected who would be cut off without them. Cost: residents and edges of the area the first time
/// after an edge changed; then the connectors of the wards asked for.
/// </summary>
internal static class ConnectorSearch
{
    private const string CursorName = "connectors";

    public static ConnectorAnswer Answer(AreaGraph graph, ConnectorQuery query, DateOnly asOf)
    {
        if (query.Of.Fault() is { } fault)
        {
            return Refused(asOf, fault);
        }

        var key = query.Of.KeyOn(asOf);
        var rows = graph.Edges.Answers
            .Of(new EdgeChoice(key.Day, key.Kinds, key.TieKinds), choice => ConnectorList.Of(graph, choice)).In(graph);
        rows = query.Of.Wards is { } wards ? rows.Of(wards.ToHashSet()) : rows;
        var window = PageWindow.Of(query.Page, rows.Count, cursor => Rows(rows, cursor, 0), cursor => Rows(rows, cursor, -1));
        if (window.Fault is { } pageFault)
        {
            return Refused(asOf, pageFault);
        }

        var plain = RuleOnDay.Plain(asOf.DayNumber);
        WardPart[] parts = [.. WardChoice.Of(graph, query.Of.Wards)];
        var columns = new WardColumn[parts.Length];
        WardWork.ForEach(parts, part => part.Remembers(graph, plain), at => columns[at] = parts[at].Column(graph, plain.Column));
        return new ConnectorAnswer
        {
            Connectors = [.. Enumerable.Range(window.From, window.To - window.From)
                .Select(row => rows[row] with { Cursor = CursorOf(rows.PlaceAt(row)) })],
            TotalCount = rows.Count,
            Residents = columns.Sum(column => column.CountOf(Finding.Everybody)),
            NeverAsked = columns.Sum(column => column.CountOf(Finding.NeverAsked)),
            HasNextPage = window.HasNext,
            HasPreviousPage = window.HasPrevious,
            AsOf = asOf,
            Complete = true,
        };
    }

    private static string CursorOf(ConnectorPlace place) => Cursor.Write(
        CursorName, place.CutOff.ToString(CultureInfo.InvariantCulture), place.Reference,
        ((int)place.Kind).ToString(CultureInfo.InvariantCulture));

    private static int? Rows(ConnectorRows rows, string cursor, int limit) =>
        Cursor.Read(cursor, CursorName, 3) is [var cutOffText, var reference, var kindText]
            && int.TryParse(cutOffText, NumberStyles.None, CultureInfo.InvariantCulture, out var cutOff)
            && int.TryParse(kindText, NumberStyles.None, CultureInfo.InvariantCulture, out var kind)
            ? Bisect.Count(
                rows.Count, at => rows.PlaceAt(at).CompareTo(new ConnectorPlace(cutOff, reference, (ConnectorKind)kind)) <= limit)
            : null;

    private static ConnectorAnswer Refused(DateOnly asOf, string fault) => new()
    {
        Connectors = [], TotalCount = 0, Residents = 0, NeverAsked = 0, HasNextPage = false, HasPreviousPage = false, AsOf = asOf,
        Complete = true, Fault = fault,
    };
}
