using System.Globalization;
using Networks.Simulation.Scenarios;

namespace Networks.Simulation.Reports;

/// <summary>
/// The STRESS-DES checklist (Monks, Currie, Onggo, Robinson, Kunc and Taylor 2018), filled in from the study: what a reader needs to judge
/// it and to do it again.
/// </summary>
internal static class StressChecklist
{
    public static IEnumerable<string[]> Of(StudyReport report)
    {
        var runs = report.Runs;
        var scenario = runs.Scenario;
        var weeks = (scenario.Length.Count / Days.InWeek).ToString("0.#", CultureInfo.InvariantCulture);
        return
        [
            ["1.1 Purpose", scenario.Question],
            [
                "1.2 Outputs",
                "The table \"What comes of it\": waits in weeks from asking to a first day with somebody, people, places and pounds.",
            ],
            ["1.3 Aims of experimentation", $"{report.Arms.Length - 1} arms are compared with the baseline, in which nothing is changed."],
            [
                "2.1 Overview",
                "People are referred and wait; rounds give places of befrienders and groups; matches end; volunteers come and go.",
            ],
            [
                "2.2 Base logic",
                "Rounds keep the same rules and are decided by the same solver as live rounds, at the cadence of the scenario.",
            ],
            ["2.3 Scenario logic", "Each lever changes one thing from its day on; all else, chance included, is as in the baseline."],
            [
                "2.4 Algorithms",
                "Discrete events in the order of their moments; at one moment in the order written down in the documentation.",
            ],
            ["2.5 Components", "Residents, volunteers, groups, funds, wards; waiting list by priority band; events by day."],
            [
                "3.1 Data sources",
                $"The snapshot with the digest {runs.SnapshotDigest}.",
            ],
            ["3.2 Pre-processing", "None beyond what the table \"What went in\" says of measured inputs."],
            ["3.3 Input parameters", "The table \"What went in\"."],
            ["3.4 Assumptions", runs.Notes.IsEmpty ? "Those of the inputs." : string.Join(' ', runs.Notes)],
            [
                "4.1 Initialisation",
                "The run begins in the true state of the snapshot, so there is no warm-up; what has begun lasts on given how long it has.",
            ],
            ["4.2 Run length", $"{weeks} weeks; the run ends there."],
            [
                "4.3 Estimation",
                $"{report.Replications} replications of each arm, Student's t; differences paired under common random numbers, "
                + "Bonferroni over arms.",
            ],
            ["5.1 Software", $"Networks {runs.Version}."],
            [
                "5.2 Random sampling",
                $"Philox, keyed by replication, purpose, entity and draw; seed {runs.Seed.ToString(CultureInfo.InvariantCulture)}.",
            ],
            [
                "5.3 Execution",
                "Replications run in parallel; the same snapshot, scenario, seed and version give the same report on any number of "
                + "processors.",
            ],
            ["5.4 System", "Any machine that runs .NET 10; memory grows with people and events, not with replications."],
            ["6.1 Code access", "Open source; the version is named above."],
        ];
    }
}
