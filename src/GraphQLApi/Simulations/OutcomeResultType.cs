using HotChocolate;
using Networks.Simulation.Comparisons;

namespace Networks.GraphQLApi.Simulations;

/// <summary>One outcome of one arm: its mean over all runs with its 95 % interval.</summary>
[GraphQLName("OutcomeResult")]
public sealed class OutcomeResultType
{
    private readonly StoredOutcome _outcome;
    private readonly StoredInterval _value;

    internal OutcomeResultType(string arm, StoredOutcome outcome, StoredInterval value) => (Arm, _outcome, _value) = (arm, outcome, value);

    /// <summary>The arm's name; baseline is the one in which nothing changes.</summary>
    public string Arm { get; }

    /// <summary>Its name as report.json has it, such as longWait.</summary>
    public string Outcome => _outcome.Name;

    /// <summary>What it is counted in: weeks, share (0 to 1), count or pounds.</summary>
    public string Unit => _outcome.Unit;

    /// <summary>The ward's name; null for all wards together.</summary>
    public string? Ward => _outcome.Ward;

    /// <summary>The priority band; null for all together.</summary>
    public int? Band => _outcome.Band;

    /// <summary>The mean over all runs.</summary>
    public double Mean => _value.Mean;

    /// <summary>Lower end of the interval.</summary>
    public double Low => _value.Low;

    /// <summary>Upper end of the interval.</summary>
    public double High => _value.High;

    /// <summary>
    /// Arm minus baseline, run by run; each so much surer that all arms together are 95 % sure. Null for the baseline, wards and bands.
    /// </summary>
    public double? DifferenceFromBaseline => _outcome.Change?.Mean;

    /// <summary>Lower end of the difference's interval.</summary>
    public double? DifferenceLow => _outcome.Change?.Low;

    /// <summary>Upper end of the difference's interval.</summary>
    public double? DifferenceHigh => _outcome.Change?.High;
}
