using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Pathways;
using Networks.Grains.Pathways;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.Pathways;

/// <summary>The funnel, and who stands still, as people read them in a terminal.</summary>
internal static class FunnelTable
{
    private const int RowsMax = 50;

    public static IEnumerable<string> Write(string heading, FunnelQuery query, PathwayFunnel funnel)
    {
        var last = PlainWords.Day(query.To.AddDays(-1));
        yield return $"{heading}. Referred from {PlainWords.Day(query.From)} to {last}: "
            + (funnel.Referred is { } all ? PlainWords.Count(all, "person", "people") : "fewer people than may be told") + ".";
        string[] header = ["Stage", "Came so far", "Days from referral", "Days from the stage before", "There now", "Too long"];
        foreach (var line in TextTable.Of(header, funnel.Steps.Select(Cells)))
        {
            yield return line;
        }

        if (!funnel.Endings.IsEmpty)
        {
            yield return "Ended: " + string.Join(", ", funnel.Endings.Select(ending =>
                $"{(ending.Ending is { } why ? Vocabulary<MatchEnding>.Word(why) : "reason not said")} {Number(ending.People)}")) + ".";
        }

        yield return $"Not on the register any more: {Number(funnel.Left)}. Days are medians, of those of whom both days are written down.";
        if (funnel.Steps.Any(step => step.Standing > step.Reached && step.Stage != PathwayStage.Paused))
        {
            yield return "Who stands at a match or in a group that began before the referral came no further by this referral.";
        }

        yield return "Next: --stalled | --format csv";
    }

    public static IEnumerable<string> Write(string heading, StalledAnswer answer)
    {
        yield return $"{heading}, {PlainWords.Day(answer.AsOf)}. "
            + $"{PlainWords.Count(answer.People.Length, "person has", "people have")} stood at a stage longer than it should take.";
        if (answer.People.IsEmpty)
        {
            yield break;
        }

        string[] header = ["Person", "Ward", "Stage", "Since", "Should have moved on by", "Overdue"];
        foreach (var line in TextTable.Of(header, answer.People.Take(RowsMax).Select(person => Cells(person, answer.AsOf))))
        {
            yield return line;
        }

        yield return (answer.People.Length > RowsMax ? $"The {RowsMax} longest overdue. " : "")
            + $"Next: --format csv | details: networks resident {answer.People[0].Resident}";
    }

    private static string[] Cells(PathwayStep step) =>
    [
        Vocabulary<PathwayStage>.Word(step.Stage), step.Stage == PathwayStage.Paused ? "-" : Number(step.Reached),
        Days(step.MedianDaysFromReferral), Days(step.MedianDaysFromPrevious), Number(step.Standing), Number(step.Stalled),
    ];

    private static string[] Cells(StandingPerson person, DateOnly today) =>
    [
        person.Resident.Value, person.Ward.Value, Vocabulary<PathwayStage>.Word(person.Standing.Stage),
        PlainWords.Day(person.Standing.Since), person.Standing.DueOn is { } due ? PlainWords.Day(due) : "-",
        PlainWords.Count(FunnelFile.Overdue(person, today) ?? 0, "day"),
    ];

    private static string Number(int? count) => count?.ToString("N0", CultureInfo.InvariantCulture) ?? "*";

    private static string Days(double? days) => days?.ToString("0.#", CultureInfo.InvariantCulture) ?? "-";
}
