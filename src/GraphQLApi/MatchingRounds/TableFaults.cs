using Networks.Import.Deliveries;
using Networks.Import.MatchingRounds;
using Networks.Matching.Verification;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>People decide on a round's tables, so these must show the very plan that was proved.</summary>
internal static class TableFaults
{
    private static readonly string[] Unmatched =
        ["round", "resident", "ward", "band", "waiting_days", "reason", "offers_considered"];

    private static readonly string[] Marginal =
    [
        "round", "offer", "kind", "ward", "places", "plus1_matches", "plus1_band", "plus1_fit", "plus2_matches", "plus3_matches",
        "minus1_matches", "first_person",
    ];

    /// <summary>The first fault and its file; null if every table that is there is right.</summary>
    public static (string File, string Fault)? First(string directory, ProvedRound proved) =>
        Of(directory, RoundFolder.PlanFileName, (stream, findings) => PlanRows.Fault(
            proved, [.. PlanFile.ReadShown(stream, findings).Select(Row)]))
        ?? Of(directory, RoundFolder.UnmatchedFileName, (stream, findings) => UnmatchedRows.Fault(
            proved, [.. ShownRow.Read(RoundFolder.UnmatchedFileName, Unmatched, stream, findings).Select(Person)]))
        ?? Of(directory, RoundFolder.MarginalFileName, (stream, findings) => MarginalRows.Fault(
            proved, [.. ShownRow.Read(RoundFolder.MarginalFileName, Marginal, stream, findings).Select(Value)]));

    private static (string File, string Fault)? Of(string directory, string file, Func<Stream, Findings, string?> fault)
    {
        var path = Path.Combine(directory, file);
        if (!File.Exists(path))
        {
            return null;
        }

        string? refused = null;
        using var stream = File.OpenRead(path);
        var found = fault(stream, new Findings(refusal => refused ??= $"line {refusal.Line}: {refusal.Reason}"));
        return (refused ?? found) is { } first ? (file, first) : null;
    }

    private static PlanRow Row(ShownPair row) => new(
        row.Line, row.Round, row.Resident, row.Kind, row.Offer, row.Mode, row.Band, row.WaitingDays, row.DistanceKm, row.Fit,
        row.NextBest, row.NextBestCosts);

    private static UnmatchedRow Person(ShownRow row)
    {
        var cells = row.Cells;
        return new UnmatchedRow(
            row.Line, cells["round"], cells["resident"], cells["ward"], cells["band"], cells["waiting_days"], cells["reason"],
            cells["offers_considered"]);
    }

    private static MarginalRow Value(ShownRow row)
    {
        var cells = row.Cells;
        return new MarginalRow(
            row.Line, cells["round"], cells["offer"], cells["kind"], cells["ward"], cells["places"],
            [cells["plus1_matches"], cells["plus2_matches"], cells["plus3_matches"]], cells["plus1_band"], cells["plus1_fit"],
            cells["minus1_matches"], cells["first_person"]);
    }
}
