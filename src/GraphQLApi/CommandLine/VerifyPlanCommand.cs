using System.CommandLine;
using System.Globalization;
using Networks.GraphQLApi.MatchingRounds;
using Networks.GraphQLApi.Stores;
using Networks.Matching.Files;
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
            var (answer, round) = CertificateChecker.Follow(problem, plan, certificate);
            if (answer is CheckAnswer.Faulty(var rule, var fault))
            {
                output.Line($"Fault ({rule}): {fault}");
                return ExitCode.FaultsFound;
            }

            if (TableFaults.First(directory, round!) is { } wrong)
            {
                output.Line($"Fault ({wrong.File}): {wrong.Fault}");
                return ExitCode.FaultsFound;
            }

            var proved = (CheckAnswer.Proved)answer;
            output.Line(string.Create(CultureInfo.InvariantCulture,
                $"Proved: {proved.Helped} of {proved.Wishes} wishes met, fit {proved.Fit}; every pair allowed, no place "
                    + $"given twice, and no better plan exists."));
            return ExitCode.Done;
        }
        catch (MatchingFileException broken)
        {
            throw new BadInputException(broken.Message);
        }
    }

    private static string Text(string directory, string file)
    {
        var path = Path.Combine(directory, file);
        return File.Exists(path) ? File.ReadAllText(path) : throw new BadInputException(
            $"{directory} holds no {file}; name the folder that match wrote.");
    }
}
