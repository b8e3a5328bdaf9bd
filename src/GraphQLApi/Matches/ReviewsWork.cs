using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Grains;
using Networks.Grains.Matches;
using Networks.GraphQLApi.Stores;
using Networks.GraphQLApi.Wards;
using Networks.Import.Csv;

namespace Networks.GraphQLApi.Matches;

/// <summary>How a list of reviews is written.</summary>
[JsonConverter(typeof(WordJsonConverter<ReviewsFormat>))]
internal enum ReviewsFormat
{
    Table,
    Csv,
}

/// <summary>The matches a coordinator is to ask about, the longest due first.</summary>
/// <param name="Wards">Codes or names; empty = all.</param>
/// <param name="By">Due on this day or before; null = today.</param>
/// <param name="Format">How it is written.</param>
internal sealed record ReviewsWork(ImmutableArray<string> Wards, DateOnly? By, ReviewsFormat Format) : StoreWork
{
    private static readonly string[] CsvColumns =
        ["match", "review_due", "resident", "volunteer", "mode", "stage", "since", "last_contact", "weeks_planned"];

    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        var wards = Wards.IsEmpty ? (await store.Grains.WardRegister().Read()).Wards : await WardWords.Find(store.Grains, Wards);
        var by = By ?? store.Today;
        var due = await DueReviews.Find(store.Grains, store.Rows, wards.Select(ward => ward.Code), store.Today, by, cancellationToken);
        foreach (var line in Format == ReviewsFormat.Csv ? Csv(due, store.Today) : Table(due, by, store.Today))
        {
            output.Line(line);
        }

        return ExitCode.Done;
    }

    private static IEnumerable<string> Csv(ImmutableArray<DueReview> due, DateOnly today)
    {
        yield return Record(CsvColumns);
        foreach (var review in due)
        {
            var match = review.Match;
            yield return Record(
            [
                new MatchId(review.Owner.Resident.Id, match.Number).ToString(), CellText.Of(match.ReviewDue),
                review.Owner.Resident.Id.Value, match.Volunteer.Value, CellText.Word(match.Mode),
                CellText.Word<MatchStage>(review.StageOn(today)), CellText.Of((DateOnly?)match.Since), CellText.Of(review.LastContact),
                CellText.Of(match.WeeksPlanned),
            ]);
        }
    }

    private static string Record(IEnumerable<string?> cells)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        new CsvWriter(text).Write(cells);
        return text.ToString().TrimEnd('\n');
    }

    private static IEnumerable<string> Table(ImmutableArray<DueReview> due, DateOnly by, DateOnly today)
    {
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{due.Length} {(due.Length == 1 ? "match" : "matches")} to be reviewed by {by:d MMM yyyy}.");
        if (due.IsEmpty)
        {
            yield break;
        }

        string[] header = ["Due", "Person", "Meets", "Since", "Last contact", "How far"];
        string[][] rows = [header, .. due.Select(review => Cells(review, today))];
        var widths = Enumerable.Range(0, header.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            yield return string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();
        }

        yield return "Next: ring both, then record the review and when the next is due (recordMilestone, docs/graphql.md) | --format csv";
    }

    private static string[] Cells(DueReview review, DateOnly today) =>
    [
        Day(review.Due), review.Owner.Resident.Id.Value, review.Match.Volunteer.Value, Day(review.Match.Since),
        review.LastContact is { } last ? Day(last) : "-", Vocabulary<MatchStage>.Word(review.StageOn(today)),
    ];

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
