using System.CommandLine;
using System.Globalization;
using Networks.Domain.Measures;
using Networks.GraphQLApi.Stores;
using Networks.Matching.Files;
using Networks.Matching.Instances;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks solve</c>: the solver alone on a published instance, so that anybody can hold it against a known optimum.</summary>
internal static class SolveCommand
{
    public static Command Create(IWorkOutput output)
    {
        var file = new Argument<string>("FILE") { Description = "The instance." };
        var format = new Option<PublishedFormat?>("--format")
        {
            Description = $"How the instance is written: {string.Join(", ", Vocabulary<PublishedFormat>.Words)}.",
            HelpName = "WORD",
            Required = true,
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                if (Vocabulary<PublishedFormat>.TryParse(word, out var value))
                {
                    return value;
                }

                result.AddError($"--format does not know '{word}'; known are {string.Join(", ", Vocabulary<PublishedFormat>.Words)}.");
                return null;
            },
        };
        var written = new Option<string?>("--out")
        {
            Description = "Where flows or pairs are written, as DIMACS writes them.",
            HelpName = "FILE",
        };
        var command = new Command("solve", "Solves a published instance with the solver of rounds and prints its proved optimum.")
        {
            file, format, written,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => Solve(parsed.GetRequiredValue(file), parsed.GetValue(format)!.Value, parsed.GetValue(written), output, cancellationToken),
            cancellationToken));
        return command;
    }

    private static int Solve(string path, PublishedFormat format, string? written, IWorkOutput output, CancellationToken cancellationToken)
    {
        var instance = Read(path, format);
        var begun = TimeProvider.System.GetTimestamp();
        var answer = InstanceAnswer.Of(instance, cancellationToken);
        var took = TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
        if (answer is not InstanceAnswer.Solved solved)
        {
            output.Line(((InstanceAnswer.Unsolved)answer).Reason);
            return ExitCode.FaultsFound;
        }

        output.Line(string.Create(CultureInfo.InvariantCulture, $"optimum: {solved.Optimum}"));
        output.Line(string.Create(CultureInfo.InvariantCulture, $"seconds: {took:0.000}"));
        if (written is not null)
        {
            File.WriteAllLines(written, solved.Lines);
        }

        return ExitCode.Done;
    }

    private static PublishedInstance Read(string path, PublishedFormat format)
    {
        if (!File.Exists(path))
        {
            throw new BadInputException($"There is no file {path}.");
        }

        try
        {
            using var text = File.OpenText(path);
            return PublishedInstance.Read(text, Path.GetFileName(path), format);
        }
        catch (MatchingFileException broken)
        {
            throw new BadInputException(broken.Message);
        }
    }
}
