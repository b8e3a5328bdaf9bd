using System.Collections.Immutable;
using Networks.Simulation.Replications;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;

namespace Networks.Simulation.Studies;

/// <summary>
/// Runs a scenario: every arm from the same fork with the same chance, replication by replication, until the answer is precise.
/// </summary>
public static class Study
{
    /// <summary>
    /// Runs <paramref name="scenario"/>, read from <paramref name="text"/>, from <paramref name="snapshot"/>. The same three give the same
    /// answer with any number of threads; <paramref name="threadsMax"/> is at most as many, -1 = as many as there are.
    /// <paramref name="progress"/> hears how many replications are done.
    /// </summary>
    public static StudyAnswer Run(
        AreaSnapshot snapshot, Scenario scenario, string text, string version, int threadsMax = -1, Action<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var (study, faults) = PreparedStudy.Of(snapshot, scenario, text);
        if (study is null)
        {
            return new StudyAnswer.Refused(faults);
        }

        var series = ReplicationRun.Until(
            scenario.Replications, replication => study.Replicate(replication, cancellationToken), PreparedStudy.Watched, threadsMax,
            progress, cancellationToken);
        return new StudyAnswer.Done(study.Answered(study.Runs(series, version), threadsMax, cancellationToken));
    }
}

/// <summary>What came of a study.</summary>
public abstract record StudyAnswer
{
    private StudyAnswer()
    {
    }

    /// <summary>Its runs.</summary>
    public sealed record Done(StudyRuns Runs) : StudyAnswer;

    /// <summary>Why it cannot be run.</summary>
    public sealed record Refused(ImmutableArray<ScenarioFault> Faults) : StudyAnswer;
}
