using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Graph.Matches;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Stores;
using Networks.GraphQLApi.Wards;
using Networks.Import.Csv;

namespace Networks.GraphQLApi.WaitingLists;

/// <summary>The waiting list as a coordinator reads it in a terminal.</summary>
internal static class WaitingTable
{
    public static IEnumerable<string> Write(WaitingList list)
    {
        var asked = list.Seeking.IsEmpty ? "" : $" for {string.Join(" or ", CellText.Words(list.Seeking).Split(';'))}";
        yield return $"{WardWords.Heading(list.Wards, list.IsWholeArea)}, {PlainWords.Day(list.Waiting.AsOf)}. People waiting{asked}: "
            + "the most urgent need first, then the longest wait.";
        yield return $"{PlainWords.Count(list.Waiting.TotalCount, "person", "people")} waiting. {Paused(list.Paused.TotalCount)}";
        var showsWard = list.Wards.Length != 1;
        string[] wardColumn = showsWard ? ["Ward"] : [];
        if (!list.Waiting.People.IsEmpty)
        {
            string[] header = ["Person", .. wardColumn, "Need", "Waiting", "Since", "Would like", "Proposals declined"];
            foreach (var line in TextTable.Of(header, list.Waiting.People.Select(person => Cells(person, showsWard))))
            {
                yield return line;
            }
        }

        if (!list.Paused.People.IsEmpty)
        {
            yield return "";
            yield return "Paused, and not put forward before the day shown:";
            string[] header = ["Person", .. wardColumn, "Need", "Paused until", "Would like"];
            foreach (var line in TextTable.Of(header, list.Paused.People.Select(person => Cells(list, person, showsWard))))
            {
                yield return line;
            }
        }

        if (list.Waiting.TotalCount > 0)
        {
            yield return Next(list);
        }
    }

    private static string Paused(int count) => count switch
    {
        0 => "Nobody is paused.",
        1 => "1 more is paused.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count:N0} more are paused."),
    };

    private static string[] Cells(WaitingResident person, bool showsWard) =>
    [
        person.Resident.Value, .. Ward(person, showsWard), Need(person), PlainWords.Count(person.Days, "day"),
        PlainWords.Day(person.Since), Kinds(person),
        person.ProposalsDeclined == 0 ? "-" : person.ProposalsDeclined.ToString(CultureInfo.InvariantCulture),
    ];

    private static string[] Cells(WaitingList list, WaitingResident person, bool showsWard) =>
    [
        person.Resident.Value, .. Ward(person, showsWard), Need(person), list.Until(person) is { } until ? PlainWords.Day(until) : "-",
        Kinds(person),
    ];

    private static string[] Ward(WaitingResident person, bool showsWard) => showsWard ? [person.Ward.Value] : [];

    private static string Need(WaitingResident person) => CellText.Of(person.PriorityBand) ?? "?";

    private static string Kinds(WaitingResident person) => string.Join(", ", person.Seeking.Select(Vocabulary<OfferKind>.Word));

    private static string Next(WaitingList list)
    {
        var more = list.Waiting.HasNextPage || list.Paused.HasNextPage
            ? string.Create(CultureInfo.InvariantCulture,
                $"--limit {(list.Limit < Page.RowsDefault ? Page.RowsDefault : Math.Min(list.Limit * 10L, Page.RowsMax))} | ")
            : "";
        return $"Next: {more}--format csv | details: networks resident {list.Waiting.People[0].Resident}";
    }
}
