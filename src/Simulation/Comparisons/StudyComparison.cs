using System.Collections.Immutable;
using System.Globalization;

namespace Networks.Simulation.Comparisons;

/// <summary>Finished studies side by side: every outcome of every arm, and whether the numbers may be held against each other.</summary>
public sealed record StudyComparison
{
    /// <summary>At most so many at once.</summary>
    public const int StudiesMax = 10;

    private const int DigestLetters = 8;

    /// <summary>The studies in the order asked for.</summary>
    public required ImmutableArray<ComparedStudy> Studies { get; init; }

    /// <summary>Why the numbers must not be held against each other, in sentences; empty if they may.</summary>
    public required ImmutableArray<string> Obstacles { get; init; }

    /// <summary>What else differs and a reader must know, in sentences.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Every outcome of all people together, in the order of the first study's report.</summary>
    public required ImmutableArray<ComparedOutcome> Outcomes { get; init; }

    /// <summary>True if all begin from the same fork on the same day, last as long and are about the same wards.</summary>
    public bool IsComparable => Obstacles.IsEmpty;

    /// <summary>Holds studies beside each other; their names tell them apart.</summary>
    public static StudyComparison Of(IEnumerable<ComparedStudy> studies)
    {
        ImmutableArray<ComparedStudy> all = [.. studies];
        var names = all.SelectMany(study => study.Report.Arms).SelectMany(arm => arm.Outcomes).Where(IsOfAll)
            .DistinctBy(outcome => outcome.Name).ToArray();
        return new StudyComparison
        {
            Studies = all,
            Obstacles = [.. ObstaclesOf(all).OfType<string>()],
            Notes = [.. NotesOf(all).OfType<string>()],
            Outcomes = [.. names.Select(outcome => new ComparedOutcome(outcome.Name, outcome.Unit, [.. ValuesOf(all, outcome.Name)]))],
        };
    }

    private static bool IsOfAll(StoredOutcome outcome) => outcome is { Ward: null, Band: null };

    private static IEnumerable<ComparedValue> ValuesOf(ImmutableArray<ComparedStudy> studies, string outcome) =>
        from study in studies
        from arm in study.Report.Arms
        let row = arm.Outcomes.FirstOrDefault(one => IsOfAll(one) && one.Name == outcome)
        select new ComparedValue(study.Name, arm.Name, row?.Value, row?.Change);

    private static IEnumerable<string?> ObstaclesOf(ImmutableArray<ComparedStudy> studies)
    {
        yield return Differing(
            studies, "They begin from different forks of the area, so the people differ and not only what is done",
            report => report.SnapshotDigest, digest => digest[..Math.Min(DigestLetters, digest.Length)] + "...");
        yield return Differing(
            studies, "They begin on different days", report => report.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return Differing(
            studies, "Their runs differ in length", report => string.Create(CultureInfo.InvariantCulture, $"{report.Weeks:0.##} weeks"));
        yield return Differing(
            studies, "They are about different wards", report => string.Join(", ", report.Wards),
            wards => string.Create(CultureInfo.InvariantCulture, $"{wards.Split(", ").Length} wards"));
    }

    private static IEnumerable<string?> NotesOf(ImmutableArray<ComparedStudy> studies)
    {
        foreach (var input in studies.SelectMany(study => study.Report.Inputs).Select(input => input.Name).Distinct())
        {
            yield return Differing(
                studies, $"The input {input} differs",
                report => report.Inputs.FirstOrDefault(one => one.Name == input) is { Value: { } value } ? value : "not given");
        }

        yield return Differing(studies, "They drew different chance, so part of every difference is luck", report => $"seed {report.Seed}");
        yield return Differing(studies, "They were run by different versions of the program", report => report.Version);
        foreach (var study in studies.Where(study => !study.Report.IsPrecise))
        {
            yield return $"{study.Name} did not reach the precision it asked for.";
        }
    }

    // Null if all say the same.
    private static string? Differing(
        ImmutableArray<ComparedStudy> studies, string what, Func<StoredReport, string> said, Func<string, string>? shown = null) =>
        studies.Select(study => said(study.Report)).Distinct(StringComparer.Ordinal).Count() < 2 ? null
            : $"{what}: {string.Join(", ", studies.Select(study => $"{study.Name} {(shown ?? (text => text))(said(study.Report))}"))}.";
}

/// <summary>A study that is compared.</summary>
/// <param name="Name">What tells it from the others.</param>
/// <param name="Report">What it says.</param>
public sealed record ComparedStudy(string Name, StoredReport Report);

/// <summary>One outcome across studies.</summary>
/// <param name="Name">Its name as report.json has it.</param>
/// <param name="Unit">weeks, share, count or pounds.</param>
/// <param name="Values">One for each arm of each study, in their order.</param>
public sealed record ComparedOutcome(string Name, string Unit, ImmutableArray<ComparedValue> Values);

/// <summary>One outcome of one arm of one study.</summary>
/// <param name="Study">The study's name.</param>
/// <param name="Arm">The arm's name.</param>
/// <param name="Value">Its mean with the interval; null where there is none, or where that study does not have the outcome.</param>
/// <param name="Change">Arm minus the same study's baseline; null for a baseline.</param>
public sealed record ComparedValue(string Study, string Arm, StoredInterval? Value, StoredInterval? Change);
