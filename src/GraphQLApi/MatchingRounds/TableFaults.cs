using Networks.Import.Deliveries;
using Networks.Import.MatchingRounds;
using Networks.Matching.Plans;
using Networks.Matching.Problems;
using Networks.Matching.Verification;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>People decide on a round's tables, so these must show the very plan that was proved.</summary>
internal static class TableFaults
{
    /// <summary>The first fault and its file; null if every table that is there shows the plan.</summary>
    public static (string File, string Fault)? First(string directory, MatchingProblem problem, MatchingPlan plan) =>
        Of(directory, RoundFolder.PlanFileName, (stream, findings) => PlanRows.Fault(
            problem, plan, [.. PlanFile.ReadShown(stream, findings).Select(Row)]));

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
        row.Line, row.Round, row.Resident, row.Kind, row.Offer, row.Mode, row.Band, row.WaitingDays, row.DistanceKm, row.Fit);
}
