using System.CommandLine;
using System.Globalization;
using Networks.GraphQLApi.Stores;
using Networks.Import.SyntheticAreas;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks generate</c>: writes a synthetic area as CSV files. Needs no store.</summary>
internal static class GenerateCommand
{
    public static Command Create(IWorkOutput output)
    {
        var area = new Option<string>("--area") { Description = $"Whose published facts the wards carry: "
            + $"{string.Join(" or ", AreaDescription.Names)}.", HelpName = "NAME", DefaultValueFactory = _ => "demo" };
        var residents = SharedOptions.Number("--residents", $"How many people (default {SyntheticAreaOrder.DemoResidents}).", 1,
            SyntheticAreaOrder.ResidentsMax);
        var seed = SharedOptions.Number("--seed", $"Another seed, other people (default {SyntheticAreaOrder.DemoSeed}).", long.MinValue,
            long.MaxValue);
        var asOf = SharedOptions.Date("--as-of", "The day on which the area is as described.");
        var folder = new Option<string>("--out") { Description = "Folder for the files; made if absent.", HelpName = "DIR",
            Required = true };
        var command = new Command("generate", "Writes a synthetic area as CSV files: published wards, invented people. Same seed, "
            + "same bytes.")
        {
            area, residents, seed, asOf, folder,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(() =>
        {
            var name = parsed.GetRequiredValue(area);
            var order = new SyntheticAreaOrder(
                AreaDescription.Find(name) ?? throw new BadInputException(
                    $"No area '{name}' is described here; known are {string.Join(" and ", AreaDescription.Names)} (the 25 wards of "
                        + $"Rotherham)."),
                (int)(parsed.GetValue(residents) ?? SyntheticAreaOrder.DemoResidents),
                parsed.GetValue(seed) ?? SyntheticAreaOrder.DemoSeed,
                parsed.GetValue(asOf) ?? SyntheticAreaOrder.DayUnlessGiven);
            Write(order, Path.GetFullPath(parsed.GetRequiredValue(folder)), output, cancellationToken);
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static void Write(SyntheticAreaOrder order, string folder, IWorkOutput output, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        SyntheticArea.Write(order, file =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            output.Progress($"Writing {file}", 0, 0);
            return File.Create(Path.Combine(folder, file));
        });
        output.Line(string.Create(CultureInfo.InvariantCulture,
            $"{order.Residents:N0} invented residents written to {folder}. Load them with: networks import {folder}"));
    }
}
