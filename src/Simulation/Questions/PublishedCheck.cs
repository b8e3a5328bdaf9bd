using System.Collections.Immutable;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Inputs;
using Networks.Simulation.Scenarios.Questions;
using static System.FormattableString;

namespace Networks.Simulation.Questions;

/// <summary>
/// Holds published figures against each other. A list that stands still is left by as many as wait, divided by how long they wait (Little's
/// law); places that are all taken are given anew as often as matches end. Both are the same people, but for those who leave unhelped.
/// </summary>
public static class PublishedCheck
{
    private const double WeeksInYear = Days.InYear / Days.InWeek;

    // Published figures are rounded.
    private const double Tolerance = 0.02;

    /// <summary>Every pair of figures that meets, those that cannot be true together first; empty if too few are given.</summary>
    public static ImmutableArray<PublishedFinding> Of(PublishedFigures figures, ScenarioInputs inputs)
    {
        var (matchWeeks, matchAssumed) = MatchWeeks(figures, inputs);
        var fromPlaces = Span.Of(figures.Places) / matchWeeks;
        var counted = Span.Of(figures.MatchesPerYear) / Span.Of(WeeksInYear);
        var leaves = Span.Of(figures.Waiting) / Span.Of(figures.WaitWeeks);
        var findings = new List<PublishedFinding?>
        {
            leaves is { } gone && (counted ?? fromPlaces) is { } helped
                ? List(figures, inputs, gone, helped, counted is null ? new Turnover(matchWeeks!.Value, matchAssumed) : null)
                : null,
            fromPlaces is { } turned && counted is { } begun ? Places(figures, matchWeeks!.Value, matchAssumed, turned, begun) : null,
            leaves is { } goes && Span.Of(figures.ReferralsPerWeek) is { } comes ? Growth(figures, goes, comes) : null,
        };
        return [.. findings.OfType<PublishedFinding>().OrderByDescending(finding => finding.IsContradiction)];
    }

    private static PublishedFinding List(
        PublishedFigures figures, ScenarioInputs inputs, Span gone, Span helped, Turnover? turnover)
    {
        var patience = PatienceWeeks(inputs);
        var unhelped = Span.Of(figures.Waiting) / patience ?? new Span(0, 0);
        var together = new Span(helped.Low + unhelped.Low, helped.High + unhelped.High);
        var given = turnover is { } places
            ? $"{Said(figures.Places)} places in which a match lasts {places.Weeks} weeks{Assumed(places.IsAssumed)} help {helped} a week"
            : $"{Said(figures.MatchesPerYear)} matches a year are {helped} a week";
        var said = $"{Said(figures.Waiting)} people waiting and a wait of {Said(figures.WaitWeeks)} weeks mean that {gone} a week leave "
            + "the list. " + Capital(given)
            + (patience is { } stay ? $", and {unhelped} a week leave unhelped if people stay {stay} weeks{Assumed(true)}" : "") + ". ";
        if (gone.Meets(together, Tolerance))
        {
            return new PublishedFinding(false, said + "These can be true together.", []);
        }

        var missing = gone.Middle - together.Middle;
        return new PublishedFinding(
            true,
            said + Invariant($"These cannot all be true: {Math.Abs(missing):0.0} a week ({100 * Math.Abs(missing) / gone.Middle:0} %) ")
                + (missing > 0 ? "are not accounted for." : "are too many."),
            [.. Remedies(figures, gone.Middle, helped.Middle, unhelped.Middle, turnover)]);
    }

    // Each figure alone, as it would have to be for all the others to hold.
    private static IEnumerable<Remedy> Remedies(
        PublishedFigures figures, double gone, double helped, double unhelped, Turnover? turnover)
    {
        yield return new Remedy("waitWeeks", Middle(figures.Waiting) / (helped + unhelped), "a wait of {0} weeks");
        var byPerson = (1 / Middle(figures.WaitWeeks)) - (unhelped / Middle(figures.Waiting));
        if (byPerson > 0)
        {
            yield return new Remedy("waiting", helped / byPerson, "{0} people waiting");
        }

        if (gone > unhelped && turnover is { } places)
        {
            yield return new Remedy("matchWeeks", Middle(figures.Places) / (gone - unhelped), "matches of {0} weeks");
            yield return new Remedy("places", (gone - unhelped) * places.Weeks.Middle, "{0} places");
        }
        else if (gone > unhelped)
        {
            yield return new Remedy("matchesPerYear", (gone - unhelped) * WeeksInYear, "{0} matches a year");
        }

        if (gone > helped)
        {
            yield return new Remedy("leavesListAfter", Middle(figures.Waiting) / (gone - helped), "people who leave after {0} weeks");
        }
    }

    private static PublishedFinding Places(PublishedFigures figures, Span matchWeeks, bool assumed, Span turned, Span begun)
    {
        var said = $"{Said(figures.Places)} places in which a match lasts {matchWeeks} weeks{Assumed(assumed)} begin {turned} matches "
            + $"a week; {Said(figures.MatchesPerYear)} a year are {begun}. ";
        return begun.Meets(turned, Tolerance) ? new PublishedFinding(false, said + "These can be true together.", [])
            : new PublishedFinding(
                true, said + "These cannot both be true.",
                [
                    new Remedy("matchWeeks", Middle(figures.Places) / begun.Middle, "matches of {0} weeks"),
                    new Remedy("places", begun.Middle * matchWeeks.Middle, "{0} places"),
                    new Remedy("matchesPerYear", turned.Middle * WeeksInYear, "{0} matches a year"),
                ]);
    }

    private static PublishedFinding Growth(PublishedFigures figures, Span gone, Span comes)
    {
        var more = comes.Middle - gone.Middle;
        var said = $"{Said(figures.ReferralsPerWeek)} people a week come, and {gone} a week leave the list. ";
        return gone.Meets(comes, Tolerance) ? new PublishedFinding(false, said + "The list stands still, as published.", [])
            : new PublishedFinding(
                true,
                said + Invariant($"The list would {(more > 0 ? "grow" : "shrink")} by {Math.Abs(more) * WeeksInYear:0} people a year; ")
                    + $"it cannot stand at {Said(figures.Waiting)}.",
                [
                    new Remedy("waitWeeks", Middle(figures.Waiting) / comes.Middle, "a wait of {0} weeks"),
                    new Remedy("waiting", Middle(figures.WaitWeeks) * comes.Middle, "{0} people waiting"),
                    new Remedy("referralsPerWeek", gone.Middle, "{0} people a week"),
                ]);
    }

    private static (Span? Weeks, bool IsAssumed) MatchWeeks(PublishedFigures figures, ScenarioInputs inputs) =>
        figures.MatchWeeks is { } weeks ? (Span.Of(weeks), false)
        : (Span.Of(inputs.MatchLength.Mean) / Span.Of(Days.InWeek), true);

    private static Span? PatienceWeeks(ScenarioInputs inputs) => Span.Of(inputs.LeavesListAfter?.Mean) / Span.Of(Days.InWeek);

    private static double Middle(NumberInput? input) => Span.Of(input)!.Value.Middle;

    private static string Said(NumberInput? input) => Span.Of(input)!.Value.ToString();

    private static string Assumed(bool assumed) => assumed ? " (as this scenario takes it)" : "";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private readonly record struct Turnover(Span Weeks, bool IsAssumed);

    /// <summary>From one number to another, both 0 or above.</summary>
    private readonly record struct Span(double Low, double High)
    {
        public double Middle => (Low + High) / 2;

        public static Span? Of(NumberInput? input) => input is null or { IsMeasured: true } ? null : new Span(input.Low, input.High);

        public static Span? Of(double value) => new Span(value, value);

        public static Span? operator /(Span? over, Span? under) =>
            over is { } one && under is { Low: > 0 } other ? new Span(one.Low / other.High, one.High / other.Low) : null;

        public bool Meets(Span other, double tolerance) =>
            Low <= other.High * (1 + tolerance) && other.Low <= High * (1 + tolerance);

        public override string ToString() => Low == High ? One(Low) : $"{One(Low)} to {One(High)}";

        private static string One(double value) => value < 10 ? Invariant($"{value:0.#}") : Invariant($"{value:0}");
    }
}

/// <summary>What holding published figures against each other found.</summary>
/// <param name="IsContradiction">True if they cannot be true together.</param>
/// <param name="Sentence">What they mean together.</param>
/// <param name="Remedies">What would make them true, one figure at a time; empty where they can be.</param>
public sealed record PublishedFinding(bool IsContradiction, string Sentence, ImmutableArray<Remedy> Remedies)
{
    /// <summary>The sentence with what would make the figures true.</summary>
    public string Words => Remedies.IsEmpty ? Sentence
        : $"{Sentence} One of these instead would make them true: {string.Join("; ", Remedies.Select(remedy => remedy.Words))}.";
}

/// <summary>One figure as it would have to be for all the others to hold.</summary>
/// <param name="Figure">Its key in scenario.yaml.</param>
/// <param name="Value">What it would have to be.</param>
/// <param name="Pattern">Words with a place for it.</param>
public sealed record Remedy(string Figure, double Value, string Pattern)
{
    /// <summary>In words.</summary>
    public string Words => Pattern.Replace(
        "{0}", Value < 10 ? Invariant($"{Value:0.0}") : Invariant($"{Value:0}"), StringComparison.Ordinal);
}
