using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Networks.Simulation.Comparisons;

/// <summary>
/// A finished study as its report.json tells it: the one source for whoever shows or compares studies later. Outcomes are read as they
/// stand there, by name, so that a report of another release is read as well.
/// </summary>
public sealed record StoredReport
{
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>What was asked.</summary>
    public required string Question { get; init; }

    /// <summary>Digest of the fork it began from.</summary>
    public required string SnapshotDigest { get; init; }

    /// <summary>Digest of the scenario's text.</summary>
    public required string ScenarioDigest { get; init; }

    /// <summary>The seed of every draw.</summary>
    public required string Seed { get; init; }

    /// <summary>Version of the program that ran it.</summary>
    public required string Version { get; init; }

    /// <summary>First day of the runs.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>How long each run lasts.</summary>
    public required double Weeks { get; init; }

    /// <summary>How many runs of each arm.</summary>
    public required int Replications { get; init; }

    /// <summary>True if the precision asked for was reached.</summary>
    public required bool IsPrecise { get; init; }

    /// <summary>What the study says of each arm, in a sentence.</summary>
    public ImmutableArray<string> Sentences { get; init; } = [];

    /// <summary>Answers to what the scenario asked besides, such as how many are enough, in sentences.</summary>
    public ImmutableArray<string> Answers { get; init; } = [];

    /// <summary>Which uncertain input changes the answer most, in a sentence; null where none does.</summary>
    public string? NotCertain { get; init; }

    /// <summary>The inputs in words, by name.</summary>
    public ImmutableArray<(string Name, string Value)> Inputs { get; init; } = [];

    /// <summary>Names of the wards that were simulated.</summary>
    public ImmutableArray<string> Wards { get; init; } = [];

    /// <summary>The baseline first.</summary>
    public required ImmutableArray<StoredArm> Arms { get; init; }

    /// <summary>Reads report.json; null and a sentence if the text is none.</summary>
    public static (StoredReport? Report, string? Fault) Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return (Of(document.RootElement), null);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return (null, $"This is no report.json of a study: {fault.Message}");
        }
    }

    private static StoredReport Of(JsonElement report)
    {
        var arms = report.GetProperty("arms").EnumerateArray().ToArray();
        return new StoredReport
        {
            Scenario = Text(report, "scenario"),
            Question = Text(report, "question"),
            SnapshotDigest = Text(report, "snapshotDigest"),
            ScenarioDigest = Text(report, "scenarioDigest"),
            Seed = Text(report, "seed"),
            Version = Text(report, "version"),
            Start = DateOnly.ParseExact(Text(report, "start"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Weeks = report.GetProperty("weeks").GetDouble(),
            Replications = report.GetProperty("replications").GetInt32(),
            IsPrecise = report.GetProperty("precise").GetBoolean(),
            Sentences = [.. report.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()!)],
            Answers = report.TryGetProperty("found", out var found)
                ? [.. found.EnumerateArray().Select(one => Text(one, "sentence"))]
                : [],
            NotCertain = report.TryGetProperty("notCertain", out var notCertain) ? notCertain.GetString() : null,
            Inputs = [.. report.GetProperty("inputs").EnumerateArray().Select(input => (Text(input, "name"), Text(input, "value")))],
            Wards = arms is [var first, ..] ? [.. first.GetProperty("wards").EnumerateArray().Select(ward => Text(ward, "name"))] : [],
            Arms = [.. arms.Select(StoredArm.Of)],
        };
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()
        ?? throw new FormatException($"'{name}' is null.");
}
