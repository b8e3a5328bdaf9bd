using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Import.Csv;
using Networks.Import.Deliveries;
using Networks.Import.Refusals;

namespace Networks.Import.MatchingRounds;

/// <summary>plan.csv: the pairs of a round for a coordinator to decide on in a spreadsheet, and the decisions when it comes back.</summary>
public static class PlanFile
{
    /// <summary>The longest name of whoever decided.</summary>
    public const int NameLengthMax = 100;

    private static readonly string[] Told =
    [
        "mode", "band", "waiting_days", "distance_km", "fit", "why", "words_for_the_person", "next_best", "next_best_costs",
        "to_check_first", "decision", "decided_by",
    ];

    /// <summary>Its columns. Only the decision is read back; what else stands in a row was told, not asked.</summary>
    public static CsvLayout Layout { get; } = new("plan.csv", ["round", "resident", "kind", "offer"], Told);

    /// <summary>Every row of the round's plan as it came back; a row at fault is refused, and so is one that contradicts another.</summary>
    public static IReadOnlyList<PlanDecision> Read(RoundName round, Stream stream, Findings findings)
    {
        List<PlanDecision> decisions = [];
        foreach (var row in Rows(stream, findings))
        {
            if (Read(round, row) is { } decision && !IsContradicted(row, decision, decisions))
            {
                decisions.Add(decision);
            }
        }

        return decisions;
    }

    /// <summary>Every row as it is shown, whether or not anybody has decided on it.</summary>
    public static IReadOnlyList<ShownPair> ReadShown(Stream stream, Findings findings) =>
    [
        .. Rows(stream, findings).Select(row => new ShownPair(
            row.Line, Cell(row, "round"), Cell(row, "resident"), Cell(row, "kind"), Cell(row, "offer"), Cell(row, "mode"),
            Cell(row, "band"), Cell(row, "waiting_days"), Cell(row, "distance_km"), Cell(row, "fit"),
            Cell(row, "next_best"), Cell(row, "next_best_costs"))),
    ];

    private static IEnumerable<CsvRow> Rows(Stream stream, Findings findings) =>
        CsvTable.Open(Layout, stream, findings)?.Rows() ?? [];

    private static string Cell(CsvRow row, string column) => row.Text(column) ?? "";

    private static PlanDecision? Read(RoundName round, CsvRow row)
    {
        CheckRound(round, row);
        var resident = row.Reference<ResidentId>("resident") ?? default;
        row.Required("kind");
        var kind = row.Word<OfferKind>("kind") ?? default;
        var offer = row.Reference<VolunteerId>("offer")?.Value ?? "";
        var decision = Decision(row);
        var decidedBy = row.Text("decided_by");
        if (decidedBy?.Length > NameLengthMax)
        {
            row.Refuse("decided_by", RefusalCode.TooLong, $"A name has at most {NameLengthMax} characters.", "");
        }

        return row.IsRefused ? null : new PlanDecision(row.Line, resident, kind,
            kind.IsOneToOne() ? OfferId.Of(VolunteerId.Of(offer)) : OfferId.Of(GroupId.Of(offer)), decision, decidedBy);
    }

    private static void CheckRound(RoundName round, CsvRow row)
    {
        var text = row.Required("round");
        if (text.Length > 0 && !SheetRoundNames.CouldBe(text, round.Value))
        {
            row.Refuse("round", RefusalCode.OtherRound, $"This row is of round '{CsvRow.Short(text)}', not of '{round}'.",
                "Give back the plan.csv of this round.");
        }
    }

    private static bool IsContradicted(CsvRow row, PlanDecision decision, List<PlanDecision> before)
    {
        if (before.FirstOrDefault(known => (known.Resident, known.Kind, known.Offer) == (decision.Resident, decision.Kind, decision.Offer))
            is { } same)
        {
            row.Refuse("resident", RefusalCode.DuplicateRow, $"The same pair stands on line {same.Line} already.", "Keep one of the two.");
            return true;
        }

        var other = decision.Decision != DecisionWord.Yes ? null : before.FirstOrDefault(known => known.Decision == DecisionWord.Yes
            && known.Resident == decision.Resident && known.Kind.IsOneToOne() == decision.Kind.IsOneToOne());
        if (other is not null)
        {
            row.Refuse("decision", RefusalCode.DuplicateRow, $"The same person has a yes on line {other.Line} already.",
                "One yes is for one person to meet and one for a group; leave one of each.");
        }

        return other is not null;
    }

    // Spreadsheets like to begin a word with a capital.
    private static DecisionWord? Decision(CsvRow row)
    {
        if (row.Text("decision") is not { } text)
        {
            return null;
        }

        if (Vocabulary<DecisionWord>.TryParse(text.ToLowerInvariant(), out var word))
        {
            return word;
        }

        row.Refuse("decision", RefusalCode.NotInList, $"{CsvRow.Short(text)} is no decision.",
            "Write yes, no or later, or leave the cell empty.");
        return null;
    }
}
