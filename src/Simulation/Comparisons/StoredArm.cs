using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Networks.Simulation.Comparisons;

/// <summary>One arm of a finished study.</summary>
/// <param name="Name">Its name; "baseline" for the arm in which nothing changes.</param>
/// <param name="Outcomes">Its outcomes: of all people first, then ward by ward, then band by band.</param>
public sealed record StoredArm(string Name, ImmutableArray<StoredOutcome> Outcomes)
{
    private const string Band = "band ";

    // What the cost of the levers bought; beside the outcomes, for they are no means of single runs.
    private static readonly string[] CostNames = ["costPerStart", "costPerSustainedStart"];

    internal static StoredArm Of(JsonElement arm)
    {
        var all = arm.GetProperty("outcomes").EnumerateObject().Select(one => new StoredOutcome
        {
            Name = one.Name,
            Unit = one.Value.GetProperty("unit").GetString() ?? "",
            Value = Interval(one.Value),
            Change = one.Value.TryGetProperty("change", out var change) ? Interval(change) : null,
        }).Concat(CostNames.Where(name => arm.TryGetProperty(name, out _)).Select(name => new StoredOutcome
        {
            Name = name, Unit = "pounds", Value = Interval(arm.GetProperty(name)),
        })).ToImmutableArray();
        var units = all.ToDictionary(one => one.Name, one => one.Unit, StringComparer.Ordinal);
        return new StoredArm(arm.GetProperty("name").GetString() ?? "", [
            .. all,
            .. Groups(arm, "wards", units, name => (name, null)),
            .. Groups(arm, "bands", units, name => (null, int.Parse(name.AsSpan(Band.Length), CultureInfo.InvariantCulture))),
        ]);
    }

    private static IEnumerable<StoredOutcome> Groups(
        JsonElement arm, string list, Dictionary<string, string> units, Func<string, (string? Ward, int? Band)> named) =>
        from row in arm.GetProperty(list).EnumerateArray()
        let name = named(row.GetProperty("name").GetString() ?? "")
        from one in row.EnumerateObject()
        where one.Value.ValueKind == JsonValueKind.Object && units.ContainsKey(one.Name)
        select new StoredOutcome
        {
            Name = one.Name, Unit = units[one.Name], Ward = name.Ward, Band = name.Band, Value = Interval(one.Value),
        };

    private static StoredInterval? Interval(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && Number(element, "mean") is { } mean && Number(element, "low") is { } low
        && Number(element, "high") is { } high
            ? new StoredInterval(mean, low, high)
            : null;

    private static double? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDouble() : null;
}

/// <summary>One outcome of an arm.</summary>
public sealed record StoredOutcome
{
    /// <summary>Its name as report.json has it, such as "longWait".</summary>
    public required string Name { get; init; }

    /// <summary>What it is counted in: weeks, share, count or pounds.</summary>
    public required string Unit { get; init; }

    /// <summary>The ward's name; null for all wards together.</summary>
    public string? Ward { get; init; }

    /// <summary>The priority band; null for all together.</summary>
    public int? Band { get; init; }

    /// <summary>Its mean with the interval; null where too few runs had one, as the wait of nobody.</summary>
    public StoredInterval? Value { get; init; }

    /// <summary>Arm minus baseline; null for the baseline, and for wards and bands.</summary>
    public StoredInterval? Change { get; init; }
}

/// <summary>A mean over runs with its interval.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record StoredInterval(double Mean, double Low, double High);
