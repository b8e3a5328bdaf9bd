using System.CommandLine;
using System.Globalization;
using Networks.Domain.Measures;
using Networks.GraphQLApi.MatchingRounds;
using Networks.GraphQLApi.Stores;
using Networks.Import.Deliveries;
using Networks.Import.MatchingRounds;
using Networks.Matching.Files;
using Networks.Matching.Plans;
using Networks.Matching.Verification;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks verify-plan</c>: checks a round's folder by code that shares nothing with the solver. Needs no store.</summary>
internal static class VerifyPlanCommand
{
    public static Command Create(IWorkOutput output)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of a round, as match writes it." };
        var command = new Command("verify-plan", "Checks a plan against its problem: allowed pairs, places, order of help, "
            + "optimality, counts.") { folder };
        command.SetAction(parsed => Verify(Path.GetFullPath(parsed.GetRequiredValue(folder)), output));
        return command;
    }

    private static int Verify(string directory, IWorkOutput output)
    {
        try
        {
            var problem = ProblemFile.Read(Text(directory, RoundFolder.ProblemFileName));
            var (plan, certificate) = CertificateFile.Read(Text(directory, RoundFolder.CertificateFileName));
            switch (CertificateChecker.Check(problem, plan, certificate))
            {
                case CheckAnswer.Faulty(var rule, var fault):
                    output.Line($"Fault ({rule}): {fault}");
                    return ExitCode.FaultsFound;
                case CheckAnswer.Proved proved when TableFault(directory, plan) is null:
                    output.Line(string.Create(CultureInfo.InvariantCulture,
                        $"Proved: {proved.Helped} of {proved.Wishes} wishes met, fit {proved.Fit}; every pair allowed, no place "
                            + $"given twice, and no better plan exists."));
                    return ExitCode.Done;
                default:
                    output.Line($"Fault (plan.csv): {TableFault(directory, plan)}");
                    return ExitCode.FaultsFound;
            }
        }
        catch (MatchingFileException fault)
        {
            throw new BadInputException(fault.Message);
        }
    }

    // People decide on the table, so it must show the very plan that was proved.
    private static string? TableFault(string directory, MatchingPlan plan)
    {
        var path = Path.Combine(directory, RoundFolder.PlanFileName);
        if (!File.Exists(path))
        {
            return null;
        }

        string? refused = null;
        using var stream = File.OpenRead(path);
        var rows = PlanFile.Read(stream, new Findings(refusal => refused ??= $"line {refusal.Line}: {refusal.Reason}"));
        if (refused is not null)
        {
            return refused;
        }

        var shown = rows.Select(row => (row.Resident, row.Kind, row.Offer)).ToHashSet();
        var proved = plan.Pairs.Select(pair => (pair.Resident, pair.Kind, pair.Offer)).ToHashSet();
        var differing = shown.Except(proved).Concat(proved.Except(shown)).Order().Select(pair => ((string, bool)?)
            ($"{pair.Resident} with {pair.Offer.Value} ({Vocabulary<Networks.Domain.Matches.OfferKind>.Word(pair.Kind)})",
                shown.Contains(pair))).FirstOrDefault();
        return differing is var (words, isShown) ? $"{words} stands in "
            + $"{(isShown ? "the table but not in the proved plan" : "the proved plan but not in the table")}." : null;
    }

    private static string Text(string directory, string file)
    {
        var path = Path.Combine(directory, file);
        return File.Exists(path) ? File.ReadAllText(path) : throw new BadInputException(
            $"{directory} holds no {file}; name the folder that match wrote.");
    }
}
