using System.Diagnostics;
using System.Globalization;
using System.Text;
using Networks.GraphQLApi.Hosting;
using Networks.Silo.Storage;
using Networks.Testing;

namespace Networks.Crash.Tests.Server;

public sealed class StudyCrashTests : IDisposable
{
    private const string Scenario = """
        scenario: long
        question: What do very many futures bring?
        length: 520 weeks
        replications: { atLeast: 10000, atMost: 10000 }
        inputs: { referralsPerWeek: 20, matchLength: 20 weeks }
        """;

    private readonly TempDirectory _directory = new();

    // Tests that run in the background of a shell ignore interrupts, and so would whatever they start.
    private static string[] AnswersInterrupts => OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : [];

    private string Data => _directory.File("data");

    private string Temporary => _directory.File("temporary");

    private string Report => _directory.File("studies/long");

    public void Dispose() => _directory.Dispose();

    [UnixFact]
    public async Task A_study_that_is_interrupted_says_so_in_a_line_and_leaves_nothing_behind()
    {
        await Import();
        var before = await Contents();
        using var study = await StartedStudy();
        using var asking = Process.Start("kill", ["-INT", study.Id.ToString(CultureInfo.InvariantCulture)]);
        var said = await study.StandardError.ReadToEndAsync();
        await study.WaitForExitAsync();
        Assert.Equal(3, study.ExitCode);
        Assert.Contains("Interrupted; nothing was written.", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Temporary, "networks-study-*"));
        Assert.False(Directory.Exists(Path.GetDirectoryName(Report)));
        Assert.Equal(before, await Contents());
    }

    [Fact]
    public async Task What_a_killed_study_leaves_at_most_is_taken_away_by_the_next()
    {
        await Import();
        var before = await Contents();
        int killed;
        using (var study = await StartedStudy())
        {
            killed = study.Id;
            study.Kill();
            await study.WaitForExitAsync();
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(Report)));

        // As if it had been killed while the fork was taken, and while the report was written.
        Directory.CreateDirectory(Path.Combine(Temporary, $"networks-study-{killed}-a1b2c3"));
        Directory.CreateDirectory($"{Report}.writing-{killed}-");
        using var next = Start("--replications", "2");
        var errors = next.StandardError.ReadToEndAsync();
        await next.StandardOutput.ReadToEndAsync();
        await next.WaitForExitAsync();
        Assert.True(next.ExitCode == 0, await errors);
        Assert.Empty(Directory.GetDirectories(Temporary, "networks-study-*"));
        Assert.Equal([Report], Directory.GetDirectories(Path.GetDirectoryName(Report)!));
        Assert.Equal(before, await Contents());
    }

    private async Task Import()
    {
        var files = _directory.File("files");
        var made = await Victim.Start(
            typeof(NetworksServer).Assembly.Location,
            "generate", "--area", "rotherham", "--residents", "600", "--seed", "7", "--out", files).Ends();
        Assert.True(made.Code == 0, made.Errors);
        var (code, output, errors) = await NetworksProgram.Run(Data, "import", files);
        Assert.True(code == 0, output + errors);
    }

    /// <summary>A study that has its fork and runs the first of its ten thousand futures.</summary>
    private async Task<Process> StartedStudy()
    {
        var study = Start();
        var said = new StringBuilder();
        while (await study.StandardError.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (line.Contains("Fork of", StringComparison.Ordinal))
            {
                return study;
            }
        }

        throw new InvalidOperationException($"The study never took its fork: {said}");
    }

    private Process Start(params string[] more)
    {
        Directory.CreateDirectory(Temporary);
        var scenario = _directory.File("long.yaml");
        File.WriteAllText(scenario, Scenario);
        var isHosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        string[] words =
        [
            .. AnswersInterrupts, isHosted ? Environment.ProcessPath! : "dotnet", "exec", typeof(NetworksServer).Assembly.Location,
            "simulate", scenario, "--data", Data, "--out", Report, .. more,
        ];
        var start = new ProcessStartInfo(words[0])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["TMPDIR"] = Temporary, ["TEMP"] = Temporary },
        };
        foreach (var word in words.Skip(1))
        {
            start.ArgumentList.Add(word);
        }

        return Process.Start(start)!;
    }

    private async Task<List<string>> Contents()
    {
        await using var silo = await TestSilo.Start(NetworksStoreOptions.InDirectory(Data));
        return await silo.Rows.ReadAll(default)
            .Select(row => $"{row.Kind} {row.Id} {row.Version} {Encoding.UTF8.GetString(row.Json.Span)}").ToListAsync();
    }
}
