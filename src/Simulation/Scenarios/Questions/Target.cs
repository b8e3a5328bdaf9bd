using System.Globalization;
using System.Text.RegularExpressions;
using Networks.Simulation.Studies;

namespace Networks.Simulation.Scenarios.Questions;

/// <summary>
/// What must hold on average over runs: "90% wait under 6 weeks", or an outcome under or over a number, such as "waitingAtEnd under 50".
/// </summary>
/// <param name="Words">As it is written.</param>
/// <param name="Outcome">The outcome that is held against the limit; null for a share of people who wait under so many weeks.</param>
/// <param name="Weeks">Those weeks; 0 for an outcome.</param>
/// <param name="Limit">The limit in the outcome's own unit; a share, 0 to 1, of people.</param>
/// <param name="IsFloor">True if the limit must be reached, false if it must not be passed.</param>
public sealed partial record Target(string Words, Outcome? Outcome, double Weeks, double Limit, bool IsFloor)
{
    /// <summary>Outcomes that more of a lever can only bring down.</summary>
    private static readonly Outcome[] Falling =
    [
        Studies.Outcome.TypicalWait, Studies.Outcome.LongWait, Studies.Outcome.MeanWait, Studies.Outcome.WaitingAtEnd,
        Studies.Outcome.LeftTheList, Studies.Outcome.NeverReachable, Studies.Outcome.WithoutConnection,
    ];

    /// <summary>Outcomes that more of a lever can only raise.</summary>
    private static readonly Outcome[] Rising =
        [Studies.Outcome.Starts, Studies.Outcome.SustainedStarts, Studies.Outcome.LivesTouched];

    /// <summary>What may be written, for a message.</summary>
    public static string Allowed =>
        "such as \"90% wait under 6 weeks\", \"longWait under 12 weeks\" or \"livesTouched over 600\"; outcomes are "
        + string.Join(", ", Falling.Select(WrittenValues.Word)) + " under, and " + string.Join(", ", Rising.Select(WrittenValues.Word))
        + " over, a number";

    /// <summary>Reads it; null for anything else.</summary>
    public static Target? Parse(string words)
    {
        if (SharePattern().Match(words) is { Success: true } share)
        {
            var (percent, weeks) = (Number(share, "share"), Number(share, "weeks"));
            return percent is > 0 and < 100 && weeks is > 0 and <= 520 ? new Target(words, null, weeks, percent / 100, true) : null;
        }

        var parts = OutcomePattern().Match(words);
        var isFloor = parts.Groups["side"].Value == "over";
        var known = (isFloor ? Rising : Falling).Where(outcome => WrittenValues.Word(outcome) == parts.Groups["outcome"].Value).ToArray();
        return parts.Success && known is [var outcome] ? new Target(words, outcome, 0, Number(parts, "limit"), isFloor) : null;
    }

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<share>[0-9]+([.][0-9]+)?) ?% wait under (?<weeks>[0-9]+([.][0-9]+)?) weeks?$", RegexOptions.CultureInvariant)]
    private static partial Regex SharePattern();

    [GeneratedRegex(
        "^(?<outcome>[a-zA-Z0-9]+) (?<side>under|over) (?<limit>[0-9]{1,9}([.][0-9]+)?)( weeks?| people)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OutcomePattern();
}
