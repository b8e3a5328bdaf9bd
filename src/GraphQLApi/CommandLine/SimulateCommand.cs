using System.CommandLine;
using Networks.GraphQLApi.Simulations;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks simulate</c>: what would happen if; the live area is read once and never changed.</summary>
internal static class SimulateCommand
{
    private const long ReplicationsMax = 10_000;

    public static Command Create(IWorkOutput output)
    {
        var file = new Argument<string?>("SCENARIO") { Description = "The scenario, a YAML file; or a folder "
            + "of scenarios to compare with what is expected of them.", Arity = ArgumentArity.ZeroOrOne };
        var from = new Option<string?>("--from") { Description = "Where the fork is taken: live, snapshot:FILE or data:DIR. Default: as "
            + "the scenario says.", HelpName = "SOURCE" };
        var replications = SharedOptions.Number("--replications", "Exactly so many runs of each arm, whatever precision is asked for.", 2,
            ReplicationsMax);
        var folder = new Option<string?>("--out") { Description = "Folder of the report (default: studies/NAME).", HelpName = "DIR" };
        var template = new Option<string?>("--template") { Description = "Prints a scenario to begin with: "
            + $"{string.Join(", ", ScenarioTemplates.Names)}.", HelpName = "NAME" };
        var list = new Option<string?>("--list") { Description = "Lists the studies in a folder (default: studies), the latest first.",
            HelpName = "DIR", Arity = ArgumentArity.ZeroOrOne };
        var compare = new Option<string[]>("--compare") { Description = "Holds finished studies beside each other: 2 to "
            + "10 folders or report.json files.", HelpName = "STUDY", AllowMultipleArgumentsPerToken = true };
        var data = SharedOptions.Data();
        var command = new Command("simulate", "Runs a what-if scenario from a fork of the area and writes its report.")
        {
            file, from, replications, folder, template, list, compare, data,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(template) is { } name)
            {
                output.Line(ScenarioTemplates.Read(name).TrimEnd());
                return ExitCode.Done;
            }

            if (parsed.GetResult(list) is not null)
            {
                return StudyShelf.List(parsed.GetValue(list) ?? StudyShelf.FolderUnlessGiven, output);
            }

            if (parsed.GetValue(compare) is { Length: > 0 } studies)
            {
                return StudyShelf.Compare(studies, output);
            }

            var path = parsed.GetValue(file)
                ?? throw new BadInputException("Name a scenario file, or print one to begin with: networks simulate --template NAME.");
            try
            {
                return await Run(path, parsed, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                output.Error("Interrupted; nothing was written.");
                return ExitCode.Interrupted;
            }
        });

        async Task<int> Run(string path, ParseResult parsed, CancellationToken cancellationToken)
        {
            if (Directory.Exists(path))
            {
                return parsed.GetValue(from) is null && parsed.GetValue(replications) is null && parsed.GetValue(folder) is null
                    ? await new ExpectedStudies(path, parsed.GetRequiredValue(data)).Run(output, cancellationToken)
                    : throw new BadInputException(
                        $"{path} is a folder: its scenarios are run as they are and compared with what is expected of them, without "
                            + "--from, --replications and --out.");
            }

            return await new StudyCall(
                path, parsed.GetValue(from), (int?)parsed.GetValue(replications), parsed.GetValue(folder), parsed.GetRequiredValue(data))
                .Run(output, cancellationToken);
        }

        return command;
    }
}
