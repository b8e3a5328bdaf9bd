using HotChocolate;
using Networks.Simulation.Comparisons;

namespace Networks.GraphQLApi.Simulations;

/// <summary>Finished runs of scenarios side by side.</summary>
[GraphQLName("SimulationComparison")]
public sealed class SimulationComparisonType
{
    private readonly StudyComparison _comparison;
    private readonly IReadOnlyDictionary<string, SimulationType> _runs;

    internal SimulationComparisonType(IReadOnlyList<(SimulationType Run, StoredReport Report)> runs)
    {
        Simulations = [.. runs.Select(run => run.Run)];
        _runs = Simulations.ToDictionary(run => run.Reference, StringComparer.Ordinal);
        _comparison = StudyComparison.Of(runs.Select(run => new ComparedStudy(run.Run.Reference, run.Report)));
    }

    /// <summary>True if the numbers may be held against each other.</summary>
    public bool Comparable => _comparison.IsComparable;

    /// <summary>Why they may not, in sentences; empty if they may.</summary>
    public IReadOnlyList<string> Obstacles => _comparison.Obstacles;

    /// <summary>What else differs and a reader must know, such as inputs and seeds.</summary>
    public IReadOnlyList<string> Notes => _comparison.Notes;

    /// <summary>The runs in the order asked for.</summary>
    public IReadOnlyList<SimulationType> Simulations { get; }

    /// <summary>Every outcome of all people together.</summary>
    public IReadOnlyList<ComparedOutcomeType> Outcomes =>
        [.. _comparison.Outcomes.Select(outcome => new ComparedOutcomeType(outcome, _runs))];
}

/// <summary>One outcome across runs.</summary>
[GraphQLName("ComparedOutcome")]
public sealed class ComparedOutcomeType
{
    private readonly ComparedOutcome _outcome;

    internal ComparedOutcomeType(ComparedOutcome outcome, IReadOnlyDictionary<string, SimulationType> runs)
    {
        _outcome = outcome;
        Values = [.. outcome.Values.Select(value => new ComparedValueType(value, runs[value.Study]))];
    }

    /// <summary>Its name as report.json has it, such as longWait.</summary>
    public string Outcome => _outcome.Name;

    /// <summary>What it is counted in: weeks, share (0 to 1), count or pounds.</summary>
    public string Unit => _outcome.Unit;

    /// <summary>One for each arm of each run, in their order.</summary>
    public IReadOnlyList<ComparedValueType> Values { get; }
}

/// <summary>One outcome of one arm of one run: its mean with its 95 % interval.</summary>
[GraphQLName("ComparedValue")]
public sealed class ComparedValueType
{
    private readonly ComparedValue _value;

    internal ComparedValueType(ComparedValue value, SimulationType run) => (_value, Simulation) = (value, run);

    /// <summary>Whose.</summary>
    public SimulationType Simulation { get; }

    /// <summary>The arm's name; baseline is the one in which nothing changes.</summary>
    public string Arm => _value.Arm;

    /// <summary>The mean over all runs; null where that run has no such outcome.</summary>
    public double? Mean => _value.Value?.Mean;

    /// <summary>Lower end of the interval.</summary>
    public double? Low => _value.Value?.Low;

    /// <summary>Upper end of the interval.</summary>
    public double? High => _value.Value?.High;

    /// <summary>Arm minus the same run's baseline; null for a baseline.</summary>
    public double? DifferenceFromBaseline => _value.Change?.Mean;

    /// <summary>Lower end of the difference's interval.</summary>
    public double? DifferenceLow => _value.Change?.Low;

    /// <summary>Upper end of the difference's interval.</summary>
    public double? DifferenceHigh => _value.Change?.High;
}
