using System.Text.Json;
using Networks.Benchmarks.Servers;

namespace Networks.Benchmarks.SideBySide;

/// <summary>
/// All figures taken so far, in a file outside git, so that a long table can be taken in pieces and one row again: by size, then by run.
/// </summary>
internal sealed class Measurements
{
    private static readonly string Path = System.IO.Path.Combine(Places.Figures, "figures.json");
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly SortedDictionary<int, SortedDictionary<string, MeasuredRun>> bySize;

    private Measurements(SortedDictionary<int, SortedDictionary<string, MeasuredRun>> bySize) => this.bySize = bySize;

    public static Measurements Load() => new(File.Exists(Path)
        ? JsonSerializer.Deserialize<SortedDictionary<int, SortedDictionary<string, MeasuredRun>>>(File.ReadAllText(Path))!
        : []);

    public static Measurements None() => new([]);

    public MeasuredRun? Of(int residents, string run) => bySize.TryGetValue(residents, out var runs) ? runs.GetValueOrDefault(run) : null;

    public IEnumerable<(string Run, MeasuredRun Measured)> Of(int residents) =>
        bySize.TryGetValue(residents, out var runs) ? runs.Select(pair => (pair.Key, pair.Value)) : [];

    /// <summary>The figures of a row at a size, ours first.</summary>
    public IEnumerable<Figure> Row(int residents, string row) => Of(residents).SelectMany(run => run.Measured.Figures)
        .Where(figure => figure.Row == row).OrderByDescending(figure => figure.Side == Figure.Ours);

    public void Keep(int residents, string run, MeasuredRun measured)
    {
        if (!bySize.TryGetValue(residents, out var runs))
        {
            bySize.Add(residents, runs = []);
        }

        runs[run] = measured;
        Directory.CreateDirectory(Places.Figures);
        File.WriteAllText(Path + ".new", JsonSerializer.Serialize(bySize, Indented));
        File.Move(Path + ".new", Path, overwrite: true);
    }
}
