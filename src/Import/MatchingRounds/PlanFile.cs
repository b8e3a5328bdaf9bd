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
    private static readonly string[] Told =
    [
        "mode", "band", "waiting_days", "distance_km", "fit", "why", "words_for_the_person", "next_best", "next_best_costs",
            "to_check_first",
        "decision", "decided_by",
    ];

    /// <summary>Its columns. Only the decision is read back; what else stands in a row was told, not asked.</summary>
    public static CsvLayout Layout { get; } = new("plan.csv", ["round", "resident", "kind", "offer"], Told, []);

    /// <summary>Every row as it came back; a row at fault is refused.</summary>
    public static IReadOnlyList<PlanDecision> Read(Stream stream, Findings findings)
    {
        List<PlanDecision> decisions = [];
        if (CsvTable.Open(Layout, stream, findings) is { } table)
        {
            foreach (var row in table.Rows())
            {
                if (Read(row) is { } decision)
                {
                    decisions.Add(decision);
                }
            }
        }

        return decisions;
    }

    private static PlanDecision? Read(CsvRow row)
    {
        var round = row.Reference<RoundName>("round") ?? default;
        var resident = row.Reference<ResidentId>("resident") ?? default;
        row.Required("kind");
        var kind = row.Word<OfferKind>("kind") ?? default;
        var offer = row.Reference<VolunteerId>("offer")?.Value ?? "";
        var decision = Decision(row);
        return row.IsRefused ? null : new PlanDecision(row.Line, round, resident, kind,
            kind.IsOneToOne() ? OfferId.Of(VolunteerId.Of(offer)) : OfferId.Of(GroupId.Of(offer)), decision, row.Text("decided_by"));
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
