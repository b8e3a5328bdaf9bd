using System.Globalization;
using System.Text;
using Networks.GraphQLApi.Stores;
using Networks.Matching.Files;
using Networks.Matching.Policies;
using Networks.Simulation.Reports;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Studies;

namespace Networks.GraphQLApi.Simulations;

/// <summary>
/// A study as the command line asks for it: reads the scenario, takes or reads the fork, runs, and writes the folder at the very end, so
/// that a study which is stopped leaves nothing behind.
/// </summary>
/// <param name="File">The scenario file.</param>
/// <param name="From">Where the fork is taken; null = as the scenario says.</param>
/// <param name="Replications">Exactly so many runs of each arm; null = as the scenario says.</param>
/// <param name="Folder">Where the report goes; null = studies/NAME.</param>
/// <param name="Data">The store of the live area.</param>
internal sealed record StudyCall(string File, string? From, int? Replications, string? Folder, string Data)
{
    private const string WorkBeginning = "networks-study-";
    private const string Stage = "Running the years ahead";

    // A pipe has no width, and some terminals do not tell theirs.
    private static int LineWidth => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? ReportText.UsualWidth
        : Math.Clamp(Console.WindowWidth, ReportText.WidthLeast, ReportText.WidthMost);

    /// <summary>Runs it and writes its report; bad input is a <see cref="BadInputException"/> with every fault's line.</summary>
    public async Task<int> Run(IWorkOutput output, CancellationToken cancellationToken)
    {
        var name = Read(Text()).Name;
        var folder = new StudyFolder(Path.GetFullPath(Folder ?? Path.Combine(StudyShelf.FolderUnlessGiven, name)));
        var held = await Hold(output, cancellationToken);
        var report = StudyReport.Of(held.Runs);
        folder.Write(report, held.Text, held.Snapshot);
        output.Line(ReportText.Write(report, LineWidth).TrimEnd());
        output.Line($"Report: {folder.Page}");
        output.Line($"{StudyFolder.SnapshotFileName} beside it holds facts about people: keep that file like the register itself.");
        return ExitCode.Done;
    }

    /// <summary>Runs it and writes nothing. The fork lies on the disk only while it is taken.</summary>
    public async Task<HeldStudy> Hold(IWorkOutput output, CancellationToken cancellationToken)
    {
        var text = Text();
        var scenario = Read(text);
        var fork = await Fork(scenario.From, output, cancellationToken);
        var snapshot = ReadSnapshot(fork, scenario.From);
        return new HeldStudy(
            await Task.Run(() => RunAhead(snapshot, scenario, text, output, cancellationToken), cancellationToken), text, fork);
    }

    private Scenario Read(string text) => Scenario.Read(text) switch
    {
        ScenarioReading.Accepted accepted => Asked(accepted.Scenario),
        ScenarioReading.Refused refused => throw Refused(refused.Faults),
        _ => throw new InvalidOperationException("A reading of a scenario is neither accepted nor refused."),
    };

    private string Text() => System.IO.File.Exists(File) ? System.IO.File.ReadAllText(File)
        : throw new BadInputException($"There is no file {File}. A scenario to begin with: networks simulate --template NAME.");

    private Scenario Asked(Scenario scenario)
    {
        var source = From is null ? scenario.From : ScenarioSource.Parse(From)
            ?? throw new BadInputException($"--from is '{From}'; it is live, snapshot:FILE or data:DIR.");
        return scenario with
        {
            From = source,
            Rounds = scenario.Rounds with { Own = PolicyOf(scenario.Rounds) },
            Replications = Replications is { } exactly
                ? scenario.Replications with { AtLeast = exactly, AtMost = exactly }
                : scenario.Replications,
        };
    }

    private MatchingPolicy? PolicyOf(RoundPlan rounds)
    {
        if (rounds.Policy == RoundPlan.LivePolicy)
        {
            return null;
        }

        var path = Path.GetFullPath(rounds.Policy, Path.GetDirectoryName(Path.GetFullPath(File))!);
        if (!System.IO.File.Exists(path))
        {
            throw Refused([new ScenarioFault(
                rounds.PolicyAt, $"There is no policy file {path}.", "Write policy: live, or a path from where the scenario lies.")]);
        }

        return MatchingPolicy.Read(System.IO.File.ReadAllText(path)) switch
        {
            PolicyReading.Accepted accepted => accepted.Policy,
            var refused => throw Refused([new ScenarioFault(rounds.PolicyAt, $"{path}: {refused}", "")]),
        };
    }

    // A path in the scenario is meant from where the scenario lies; one on the command line from where the person is.
    private string PathOf(ScenarioSource source) => Path.GetFullPath(
        source.Path!, From is null ? Path.GetDirectoryName(Path.GetFullPath(File))! : Directory.GetCurrentDirectory());

    private async Task<string> Fork(ScenarioSource source, IWorkOutput output, CancellationToken cancellationToken)
    {
        if (source.Kind == ScenarioSourceKind.Snapshot)
        {
            var path = PathOf(source);
            return System.IO.File.Exists(path) ? await System.IO.File.ReadAllTextAsync(path, cancellationToken)
                : throw new BadInputException($"from: there is no file {path}.");
        }

        var store = source.Kind == ScenarioSourceKind.Live ? Data : PathOf(source);
        if (!Directory.Exists(store))
        {
            throw new BadInputException(
                $"There is no store in {Path.GetFullPath(store)}. Name one with --data or --from data:DIR, or a file with --from "
                    + "snapshot:FILE.");
        }

        // Whoever holds the store writes the fork into a file, which is read and gone before anything runs: it holds facts about people.
        Remains.Clear(Path.GetTempPath(), WorkBeginning);
        var work = Directory.CreateTempSubdirectory(Remains.NameOf(WorkBeginning));
        try
        {
            var target = Path.Combine(work.FullName, StudyFolder.SnapshotFileName);
            await StoreSession.Run(store, new SnapshotWork(target), output, cancellationToken);
            return await System.IO.File.ReadAllTextAsync(target, cancellationToken);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private AreaSnapshot ReadSnapshot(string text, ScenarioSource source)
    {
        try
        {
            return SnapshotFile.Read(text);
        }
        catch (MatchingFileException broken)
        {
            throw new BadInputException($"{source.Path}: {broken.Message}");
        }
    }

    private StudyRuns RunAhead(
        AreaSnapshot snapshot, Scenario scenario, string text, IWorkOutput output, CancellationToken cancellationToken)
    {
        output.Progress(Stage, 0, scenario.Replications.AtMost);
        var answer = Study.Run(
            snapshot, scenario, text, StudyVersion.Now, progress: done => output.Progress(Stage, done, scenario.Replications.AtMost),
            cancellationToken: cancellationToken);
        return answer switch
        {
            StudyAnswer.Done done => done.Runs,
            StudyAnswer.Refused refused => throw Refused(refused.Faults),
            _ => throw new InvalidOperationException("A study was neither run nor refused."),
        };
    }

    private BadInputException Refused(IReadOnlyCollection<ScenarioFault> faults)
    {
        var text = new StringBuilder();
        text.AppendJoin('\n', faults.Select(fault => fault.In(File)));
        return new BadInputException(faults.Count == 1 ? text.ToString()
            : text.Append(CultureInfo.InvariantCulture, $"\n{faults.Count} faults; nothing was run.").ToString());
    }
}

/// <summary>A study that was run.</summary>
/// <param name="Runs">Its runs.</param>
/// <param name="Text">The scenario as it was read.</param>
/// <param name="Snapshot">The fork as it was read.</param>
internal sealed record HeldStudy(StudyRuns Runs, string Text, string Snapshot);
