using System.Globalization;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Networks.GraphQLApi.Hosting;
using Networks.GraphQLApi.Imports;
using Networks.GraphQLApi.Stores;
using Networks.Silo.Storage;
using Networks.Testing;
using Xunit.Abstractions;

namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>
/// A thousand small areas, imported as one delivery by the import that people use and asked over GraphQL, answer what plain loops over the
/// same CSV rows answer: every rule, order, count, basis, component, hop, item of isolation, waiting list and path. Another run of seeds is
/// chosen by NETWORKS_SEEDS, such as 4711 or 5000-5999.
/// </summary>
public sealed class ThousandAreasTests(ITestOutputHelper output)
{
    private const int FailuresShown = 3;
    private const int RefusalsShown = 20;
    private const int AreasAtATime = 4;

    [Fact]
    public async Task A_thousand_areas_answer_what_plain_loops_over_their_rows_answer()
    {
        var areas = Seeds().Select(seed => new DrawnArea(seed)).ToArray();
        using var directory = new TempDirectory();
        await using var app = NetworksServer.Build(
            NetworksStoreOptions.InDirectory(Path.Combine(directory.Path, "data")), port: 0, "Development", new ManualTime());
        await app.StartAsync();
        await ImportAsync(app, areas, Path.Combine(directory.Path, "delivery"));

        using var http = new HttpClient { BaseAddress = app.Address() };
        var faults = new SortedDictionary<int, string>();
        await Parallel.ForEachAsync(areas, new ParallelOptions { MaxDegreeOfParallelism = AreasAtATime }, async (area, _) =>
        {
            if (await FaultAsync(http, area) is { } fault)
            {
                lock (faults)
                {
                    faults.Add(area.Seed, fault);
                }
            }
        });
        foreach (var (seed, fault) in faults.Take(FailuresShown))
        {
            output.WriteLine($"Seed {seed} (NETWORKS_SEEDS={seed} runs it alone): {fault}");
        }

        Assert.True(faults.Count == 0, $"{faults.Count} of {areas.Length} seeds differ: {string.Join(' ', faults.Keys.Take(20))}. "
            + faults.Values.FirstOrDefault());
    }

    // The reader is worth something only as long as it shares nothing with what it reads beside.
    [Fact]
    public void The_plain_reader_uses_nothing_of_the_product()
    {
        foreach (var file in Directory.GetFiles(Here(), "*.cs").Where(file => Path.GetFileName(file)
            is not (nameof(ThousandAreasTests) + ".cs" or nameof(KnownHistoriesTests) + ".cs" or nameof(HistoryTelling) + ".cs"
                or nameof(ToldSpreads) + ".cs")))
        {
            Assert.DoesNotContain(
                File.ReadLines(file), line => line.Contains("Networks.", StringComparison.Ordinal)
                    && !line.StartsWith("namespace Networks.GraphQLApi.Tests.Oracle;", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<int> Seeds()
    {
        var ends = (Environment.GetEnvironmentVariable("NETWORKS_SEEDS") ?? "1-1000").Split('-')
            .Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }

    private static async Task ImportAsync(WebApplication app, DrawnArea[] areas, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (file, header) in DrawnArea.Headers)
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, file), $"{header}\n{string.Concat(areas.Select(area => area.Rows[file].ToString()))}");
        }

        var said = new SilentOutput();
        var refused = Path.Combine(folder, "refused.csv");
        var code = await new ImportWork(folder, refused, DryRun: false)
            .Run(StoreSession.Context(app.Services), said, CancellationToken.None);
        Assert.True(code == ExitCode.Done, code == ExitCode.Done ? ""
            : string.Join('\n', (File.Exists(refused) ? File.ReadLines(refused) : [said.Text]).Take(RefusalsShown)));
    }

    private static async Task<string?> FaultAsync(HttpClient http, DrawnArea area)
    {
        var asked = new DrawnQuestions(area);
        var answers = new PlainAnswers(area.File, asked, "2026-11-22");
        var expected = answers.Lines();
        var document = asked.Document(answers.HasPaths);
        var variables = new { wards = asked.Wards, person = asked.Person, group = asked.Group, volunteer = asked.Volunteer };
        using var response = await http.PostAsJsonAsync("/graphql", new { query = document, variables });
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        if (answer["errors"] is { } errors)
        {
            return $"{errors.ToJsonString()}\n{document}";
        }

        var told = ToldAnswers.Lines(answer["data"]!);
        var at = expected.Zip(told).TakeWhile(pair => pair.First == pair.Second).Count();
        return at == expected.Count && at == told.Count ? null
            : $"rows say   {expected.ElementAtOrDefault(at)}\nproduct says {told.ElementAtOrDefault(at)}\n{document}\n{area}";
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private sealed class SilentOutput : IWorkOutput
    {
        public string Text { get; private set; } = "";

        public void Line(string text) => Text += $"{text}\n";

        public void Error(string text) => Text += $"{text}\n";

        public void Progress(string stage, long done, long total)
        {
        }
    }
}
