using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Graph.Matches;
using Networks.GraphQLApi.Stores;
using Networks.Import.Csv;

namespace Networks.GraphQLApi.WaitingLists;

/// <summary>The waiting list for spreadsheets and programs.</summary>
internal static class WaitingFile
{
    private static readonly string[] Columns =
        ["resident", "ward", "priority_band", "waiting_since", "waiting_days", "seeking", "proposals_declined", "paused_until"];

    public static IEnumerable<string> Csv(WaitingList list)
    {
        yield return CsvWriter.Record(Columns);
        foreach (var person in list.Waiting.People.Concat(list.Paused.People))
        {
            yield return CsvWriter.Record(
            [
                person.Resident.Value, person.Ward.Value, CellText.Of(person.PriorityBand), CellText.Of((DateOnly?)person.Since),
                CellText.Of((int?)person.Days), CellText.Words(person.Seeking), CellText.Of((int?)person.ProposalsDeclined),
                CellText.Of(list.Until(person)),
            ]);
        }
    }

    public static IEnumerable<string> Json(WaitingList list)
    {
        yield return ListJson.Of(new
        {
            list.Waiting.AsOf,
            Wards = list.Wards.Select(ward => new { Code = ward.Code.Value, ward.Name }),
            Seeking = Words(list.Seeking),
            list.Waiting.TotalCount,
            PausedCount = list.Paused.TotalCount,
            HasNextPage = list.Waiting.HasNextPage || list.Paused.HasNextPage,
            People = list.Waiting.People.Select(person => Person(list, person)),
            Paused = list.Paused.People.Select(person => Person(list, person)),
        });
    }

    private static object Person(WaitingList list, WaitingResident person) => new
    {
        Resident = person.Resident.Value,
        Ward = person.Ward.Value,
        person.PriorityBand,
        WaitingSince = person.Since,
        WaitingDays = person.Days,
        Seeking = Words(person.Seeking),
        person.ProposalsDeclined,
        PausedUntil = list.Until(person),
    };

    private static IEnumerable<string> Words(IEnumerable<OfferKind> kinds) => kinds.Select(Vocabulary<OfferKind>.Word);
}
