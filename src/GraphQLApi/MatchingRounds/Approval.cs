using Networks.GraphQLApi.Stores;
using Networks.Import.MatchingRounds;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>
/// Who stands behind what is decided. A plan binds people's time; so it is published by somebody who can be asked why, never by a script
/// alone.
/// </summary>
internal static class Approval
{
    /// <summary>
    /// The human who asks or publishes: who is named on the command line, else who decided in the file. Publishing without anybody, or
    /// without a single yes in a file of decisions, is refused before anything is done.
    /// </summary>
    public static string Of(string? approvedBy, bool publishes, DecisionFile? file)
    {
        var named = string.IsNullOrWhiteSpace(approvedBy) ? null : approvedBy.Trim();
        if (named?.Length > PlanFile.NameLengthMax)
        {
            throw new BadInputException($"--approved-by: a name has at most {PlanFile.NameLengthMax} characters.");
        }

        PlanDecision[] decided = [.. (file?.Rows ?? []).Where(row => row.Decision is not null)];
        if (!publishes)
        {
            return named ?? (Names(decided) is [var one] ? one : Environment.UserName);
        }

        PlanDecision[] approved = [.. decided.Where(row => row.Decision == DecisionWord.Yes)];
        if (file is not null && approved.Length == 0)
        {
            throw new BadInputException($"{file.Path}: no row has the decision yes, so there is nothing to publish. Leave --publish out "
                + $"to take the other decisions in.");
        }

        var deciders = Names(approved) is { Length: > 0 } names ? names : Names(decided);
        if (named is null && deciders.Length > 1 && approved.FirstOrDefault(row => row.DecidedBy is null) is { } nobodys)
        {
            throw DecisionFile.Refused(file!.Path, [(nobodys.Line, "decided_by",
                "Several people decided; say here who said yes, or name with --approved-by who approves.")]);
        }

        return named ?? (deciders.Length > 0 ? string.Join(", ", deciders) : throw new BadInputException(
            "Publishing needs a named human: add --approved-by NAME, or fill the column decided_by of plan.csv."));
    }

    private static string[] Names(IEnumerable<PlanDecision> rows) =>
        [.. rows.Select(row => row.DecidedBy).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
}
