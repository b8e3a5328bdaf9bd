using System.CommandLine;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.CommandLine;

/// <summary>The command line <c>networks</c>: which commands there are, and what each ends with.</summary>
internal static class NetworksCommand
{
    /// <summary>How long work that was interrupted may take to end in order.</summary>
    private static readonly TimeSpan EndingTimeMax = TimeSpan.FromSeconds(30);

    /// <summary>Runs a command line and answers its exit code. No stack trace ever reaches the terminal for what a person can
    /// mend.</summary>
    public static async Task<int> Run(
        string[] args, TextWriter answers, TextWriter notes, bool showsProgress, CancellationToken cancellationToken = default)
    {
        var output = new TerminalOutput(answers, notes, showsProgress);
        var parsed = Root(output).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            notes.WriteLine(Sentence(parsed));
            return ExitCode.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = answers,
                Error = notes,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = EndingTimeMax,
            }, cancellationToken);
        }
        catch (BadInputException bad)
        {
            output.Error(bad.Message);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            output.Error("Interrupted. What was stored so far stays; run the command again to go on.");
            return ExitCode.Interrupted;
        }
        catch (Exception fault)
        {
            output.Error(Faults.Sentence(fault));
            return Faults.Code(fault);
        }
        finally
        {
            await output.DisposeAsync();
        }
    }

    private static string Sentence(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command is RootCommand)
        {
            var commands = string.Join(", ", command.Subcommands.Select(known => known.Name));
            return parsed.UnmatchedTokens is [var word, ..]
                ? $"'{word}' is no command of networks. Commands are {commands}."
                : $"Name a command: {commands}.";
        }

        var reason = parsed.UnmatchedTokens is [var unknown, ..] ? $"'{unknown}' is no option of {command.Name}."
            : parsed.Errors[0].Message;
        return $"{reason} See: networks {command.Name} --help";
    }

    private static RootCommand Root(IWorkOutput output)
    {
        var root = new RootCommand("Networks: who is unconnected, why, and who could be matched with whom.");
        foreach (var command in (Command[])
        [
            ServeCommand.Create(output), GenerateCommand.Create(output), TemplatesCommand.Create(output),
            ImportCommand.Create(output), UnconnectedCommand.Create(output), WaitingCommand.Create(output),
            ResidentCommand.Create(output), MatchCommand.Create(output), VerifyPlanCommand.Create(output),
            ReviewsCommand.Create(output), FunnelCommand.Create(output), ExportCommand.Create(output), BackupCommand.Create(output),
            RestoreCommand.Create(output), CheckCommand.Create(output), SolveCommand.Create(output), SimulateCommand.Create(output),
        ])
        {
            root.Subcommands.Add(command);
        }

        return root;
    }
}
