using System.Globalization;
using System.Text.Json;

namespace Networks.Benchmarks.SideBySide;

/// <summary>Runs one run by itself, prints its figures, and keeps them in a file if asked to.</summary>
internal static class RunCommand
{
    private const double SecondsDefault = 4;

    public static async Task<int> Measure(IRun run, string[] options)
    {
        Console.WriteLine(Machine.Describe());
        var setting = new RunSetting(Options.Whole(options, "--residents", 100_000), Options.Number(options, "--seconds", SecondsDefault))
        {
            PostgreSql = Options.Text(options, "--postgres"),
            Store = Options.Text(options, "--store"),
            Server = Options.Text(options, "--server"),
        };
        var figures = await run.Measure(setting);
        foreach (var figure in figures)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{figure.Row,-60} {figure.Side,-34} {figure.Value,14:#,0.####} {figure.Unit}  {figure.Note}"));
        }

        if (Options.Text(options, "--figures") is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures));
        }

        return 0;
    }
}
