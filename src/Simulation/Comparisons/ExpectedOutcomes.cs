using System.Globalization;
using System.Text.Json;
using Networks.Simulation.Reports;

namespace Networks.Simulation.Comparisons;

/// <summary>expected.json of a scenario: how many runs there are and the mean of every outcome of every arm.</summary>
public static class ExpectedOutcomes
{
    // Mathematical functions may differ in the last digit from one system to another, and a draw with them.
    private const double NearShare = 0.1;
    private const double NearLeast = 0.000001;

    /// <summary>
    /// What a report says otherwise than <paramref name="json"/>, in sentences; none if it says the same. A mean is the same within a tenth
    /// of half its interval. Throws <see cref="JsonException"/> where the file is none of its kind.
    /// </summary>
    public static IEnumerable<string> Differences(string json, StudyReport report)
    {
        using var expected = JsonDocument.Parse(json);
        if (!expected.RootElement.TryGetProperty("replications", out var runs) || runs.ValueKind != JsonValueKind.Number
            || !expected.RootElement.TryGetProperty("arms", out var arms))
        {
            throw new JsonException("It holds no 'replications' or no 'arms'.");
        }

        List<string> found = [];
        if (runs.GetInt32() != report.Replications)
        {
            found.Add(Said($"{report.Replications} runs of each arm, expected {runs.GetInt32()}"));
        }

        foreach (var arm in report.Arms)
        {
            if (arms.TryGetProperty(arm.Name, out var outcomes))
            {
                found.AddRange(arm.Outcomes.Select(row => Difference(arm.Name, row, outcomes)).OfType<string>());
            }
            else
            {
                found.Add($"{arm.Name}: nothing is expected of this arm");
            }
        }

        found.AddRange(arms.EnumerateObject().Where(arm => report.Arms.All(known => known.Name != arm.Name))
            .Select(arm => $"{arm.Name}: expected, and no arm of the scenario"));
        return found;
    }

    private static string? Difference(string arm, OutcomeRow row, JsonElement outcomes)
    {
        if (!outcomes.TryGetProperty(row.Outcome.ToString(), out var wanted) || wanted.ValueKind != JsonValueKind.Number)
        {
            return $"{arm}, {row.Outcome}: nothing is expected of it";
        }

        var near = NearLeast + (NearShare * row.Value.HalfWidth);
        return Math.Abs(row.Value.Mean - wanted.GetDouble()) <= near ? null
            : Said($"{arm}, {row.Outcome}: {row.Value.Mean:0.######}, expected {wanted.GetDouble():0.######}");
    }

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
