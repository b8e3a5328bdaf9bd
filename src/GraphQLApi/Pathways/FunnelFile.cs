using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Pathways;
using Networks.Grains.Pathways;
using Networks.GraphQLApi.Stores;
using Networks.Import.Csv;

namespace Networks.GraphQLApi.Pathways;

/// <summary>The funnel, and who stands still, for spreadsheets and programs.</summary>
internal static class FunnelFile
{
    private static readonly string[] Columns =
        ["stage", "reached", "dated", "median_days_from_referral", "median_days_from_previous", "standing", "stalled"];

    private static readonly string[] StalledColumns = ["resident", "ward", "stage", "since", "due_on", "days_overdue", "match", "group"];

    public static IEnumerable<string> Csv(PathwayFunnel funnel)
    {
        yield return CsvWriter.Record(Columns);
        foreach (var step in funnel.Steps)
        {
            yield return CsvWriter.Record(
            [
                Vocabulary<PathwayStage>.Word(step.Stage), CellText.Of(step.Reached), CellText.Of(step.Dated),
                CellText.Of(step.MedianDaysFromReferral), CellText.Of(step.MedianDaysFromPrevious), CellText.Of(step.Standing),
                CellText.Of(step.Stalled),
            ]);
        }
    }

    public static IEnumerable<string> Csv(StalledAnswer answer)
    {
        yield return CsvWriter.Record(StalledColumns);
        foreach (var person in answer.People)
        {
            var standing = person.Standing;
            yield return CsvWriter.Record(
            [
                person.Resident.Value, person.Ward.Value, Vocabulary<PathwayStage>.Word(standing.Stage),
                CellText.Of((DateOnly?)standing.Since), CellText.Of(standing.DueOn), CellText.Of(Overdue(person, answer.AsOf)),
                Match(person), standing.Group?.Value,
            ]);
        }
    }

    public static IEnumerable<string> Json(FunnelQuery query, DateOnly asOf, PathwayFunnel funnel)
    {
        yield return ListJson.Of(new
        {
            AsOf = asOf,
            query.From,
            query.To,
            Wards = query.Wards?.Select(ward => ward.Value),
            funnel.Referred,
            funnel.Left,
            Steps = funnel.Steps.Select(step => new
            {
                Stage = Vocabulary<PathwayStage>.Word(step.Stage),
                step.Reached,
                step.Dated,
                step.MedianDaysFromReferral,
                step.MedianDaysFromPrevious,
                step.Standing,
                step.Stalled,
            }),
            Endings = funnel.Endings.Select(ending => new
            {
                Ending = ending.Ending is { } why ? Vocabulary<MatchEnding>.Word(why) : null,
                Residents = ending.People,
            }),
        });
    }

    public static IEnumerable<string> Json(StalledAnswer answer)
    {
        yield return ListJson.Of(new
        {
            answer.AsOf,
            TotalCount = answer.People.Length,
            People = answer.People.Select(person => new
            {
                Resident = person.Resident.Value,
                Ward = person.Ward.Value,
                Stage = Vocabulary<PathwayStage>.Word(person.Standing.Stage),
                person.Standing.Since,
                person.Standing.DueOn,
                DaysOverdue = Overdue(person, answer.AsOf),
                Match = Match(person),
                Group = person.Standing.Group?.Value,
            }),
        });
    }

    /// <summary>Days since the last one on which nobody need have asked.</summary>
    public static int? Overdue(StandingPerson person, DateOnly today) =>
        person.Standing.DueOn is { } due ? today.DayNumber - due.DayNumber : null;

    private static string? Match(StandingPerson person) =>
        person.Standing.Match is { } number ? new MatchId(person.Resident, number).ToString() : null;
}
