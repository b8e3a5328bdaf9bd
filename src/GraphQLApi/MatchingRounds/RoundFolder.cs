using System.Globalization;
using System.Text;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Import.Csv;
using Networks.Import.MatchingRounds;
using Networks.Matching.Files;
using Networks.Matching.Fits;
using Networks.Matching.MarginalValues;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Networks.Matching.Rounds;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>The folder of a solved round: problem and proof for whoever checks it, three tables for whoever decides.</summary>
internal sealed class RoundFolder(string directory)
{
    public const string ProblemFileName = "problem.json";
    public const string CertificateFileName = "certificate.json";
    public const string PlanFileName = "plan.csv";
    public const string UnmatchedFileName = "unmatched.csv";
    public const string MarginalFileName = "marginal.csv";

    private static readonly string[] UnmatchedColumns =
    [
        "round", "resident", "ward", "band", "waiting_days", "reason", "blocked_by", "offers_considered", "repair", "repair_matches",
        "explanation", "words_for_the_person",
    ];

    private static readonly string[] MarginalColumns =
    [
        "round", "offer", "kind", "ward", "places", "plus1_matches", "plus1_band", "plus1_fit", "plus2_matches", "plus3_matches",
        "minus1_matches", "first_person", "sentence",
    ];

    /// <summary>Writes all five files.</summary>
    public void Write(MatchingProblem problem, RoundSolution solution)
    {
        Directory.CreateDirectory(directory);
        Write(ProblemFileName, text => text.Write(ProblemFile.Write(problem)));
        Write(CertificateFileName, text => text.Write(CertificateFile.Write(solution.Plan, solution.Certificate)));
        Write(PlanFileName, PlanFile.Layout.Read, solution.Matches.Select(match => Cells(problem, match)));
        Write(UnmatchedFileName, UnmatchedColumns, solution.Unmatched.Select(person => Cells(problem.Round, person)));
        Write(MarginalFileName, MarginalColumns, solution.MarginalValues.Select(value => Cells(problem.Round, value)));
    }

    private static string?[] Cells(MatchingProblem problem, MatchReason match)
    {
        var pair = match.Pair;
        var pin = problem.Pins.FirstOrDefault(pin => pin.Resident == pair.Resident && pin.Offer == pair.Offer);
        return
        [
            problem.Round.Value, pair.Resident.Value, CellText.Word<OfferKind>(pair.Kind), pair.Offer.Value, CellText.Word(pair.Mode),
            CellText.Of((int?)match.Band), CellText.Of(match.WaitingDays), Kilometres(pair.Distance), CellText.Of((int?)pair.Fit),
                match.Why,
            match.WordsForThePerson, match.NextBest?.Value, match.NextBestCosts?.ToString(CultureInfo.InvariantCulture),
            string.Join("; ", match.ToCheckFirst), pin is null ? null : CellText.Word<DecisionWord>(DecisionWord.Yes), pin?.By,
        ];
    }

    private static string?[] Cells(RoundName round, UnmatchedPerson person) =>
    [
        round.Value, person.Resident.Value, person.Ward.Value, CellText.Of((int?)person.Band), CellText.Of(person.WaitingDays),
        ConstraintNames.Of(person.Reason),
        string.Join(';', person.BlockedBy.Select(count => string.Create(
            CultureInfo.InvariantCulture, $"{ConstraintNames.Of(count.Constraint)}:{count.Offers}"))),
        CellText.Of((int?)person.OffersConsidered), person.Repair?.Change, CellText.Of(person.Repair?.Matches), person.Explanation,
        person.WordsForThePerson,
    ];

    private static string?[] Cells(RoundName round, MarginalValue value) =>
    [
        round.Value, value.Offer.Value, CellText.Word<OfferKind>(value.Kind), value.Ward.Value, CellText.Of(value.Places),
        CellText.Of((int?)value.PlusOneMatches), CellText.Of(value.PlusOneBand), value.PlusOneFit.ToString(CultureInfo.InvariantCulture),
        CellText.Of(Further(value, 0)), CellText.Of(Further(value, 1)), CellText.Of((int?)value.MinusOneMatches), value.FirstPerson?.Value,
        value.Sentence,
    ];

    private static int? Further(MarginalValue value, int at) => value.FurtherMatches.Length > at ? value.FurtherMatches[at] : null;

    private static string? Kilometres(Metres? distance) => distance is { } metres
        ? (Math.Round(metres.Value / 100m, MidpointRounding.AwayFromZero) / 10).ToString("0.0", CultureInfo.InvariantCulture)
        : null;

    /// <summary>Writes one more table into the folder.</summary>
    public void Write(string file, IEnumerable<string> columns, IEnumerable<IEnumerable<string?>> rows) => Write(file, text =>
    {
        var csv = new CsvWriter(text);
        csv.Write(columns);
        foreach (var row in rows)
        {
            csv.Write(row);
        }
    });

    // Whole or not at all: a half-written plan must never be decided on.
    private void Write(string file, Action<StreamWriter> write)
    {
        var path = Path.Combine(directory, file);
        using (var text = new StreamWriter(path + ".next", append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            write(text);
        }

        File.Move(path + ".next", path, overwrite: true);
    }
}
