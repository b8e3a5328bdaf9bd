using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.GraphQLApi.Stores;
using Networks.Import.Deliveries;
using Networks.Import.MatchingRounds;
using Networks.Import.Refusals;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>plan.csv as a coordinator gives it back.</summary>
/// <param name="Path">Where it was found.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record DecisionFile(string Path, ImmutableArray<PlanDecision> Rows)
{
    /// <summary>
    /// Reads the file, or refuses it with every fault it has. A name that is no file here is looked for in the round's folder, where the
    /// file was written.
    /// </summary>
    public static DecisionFile Read(string file, string directory, RoundName round)
    {
        var path = File.Exists(file) ? file : System.IO.Path.Combine(directory, file);
        if (!File.Exists(path))
        {
            throw new BadInputException(System.IO.Path.IsPathRooted(file)
                ? $"There is no file {file}."
                : $"There is no file {file}, neither here nor in {directory}.");
        }

        List<RowRefusal> refusals = [];
        using var stream = File.OpenRead(path);
        var rows = PlanFile.Read(round, stream, new Findings(refusals.Add));
        return refusals.Count == 0
            ? new DecisionFile(path, [.. rows])
            : throw Refused(path, refusals.Select(refusal => (refusal.Line, refusal.Column, $"{refusal.Reason} {refusal.Hint}")));
    }

    /// <summary>Every fault on a line of its own, with file, line and column.</summary>
    public static BadInputException Refused(string path, IEnumerable<(int Line, string Column, string Text)> faults) => new(string.Join(
        Environment.NewLine,
        faults.OrderBy(fault => fault.Line)
            .Select(fault => $"{path}, line {fault.Line}{(fault.Column.Length == 0 ? "" : $", {fault.Column}")}: {fault.Text.Trim()}")
            .Append("Nothing was decided.")));
}
