using System.CommandLine;
using System.Globalization;
using Networks.GraphQLApi.Stores;
using Networks.Import.Templates;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks templates</c>: writes files for somebody to fill. Needs no store.</summary>
internal static class TemplatesCommand
{
    public static Command Create(IWorkOutput output)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder for the files; made if absent." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces files that stand there already." };
        var command = new Command("templates", "Writes CSV files to be filled: headers, one example row each, and what may stand in "
            + "each column.") { folder, overwrite };
        command.SetAction((parsed, cancellationToken) => Task.Run(() =>
        {
            Write(Path.GetFullPath(parsed.GetRequiredValue(folder)), parsed.GetValue(overwrite), output);
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    // All or nothing: half a set of templates beside half a set of filled files would be neither.
    private static void Write(string folder, bool overwrite, IWorkOutput output)
    {
        string[] standing = [.. Template.Files.Where(file => File.Exists(Path.Combine(folder, file)))];
        if (standing.Length > 0 && !overwrite)
        {
            throw new BadInputException($"{folder} has {string.Join(", ", standing)} already, and nothing was written. Name another "
                + "folder, or add --overwrite to lose what is in them.");
        }

        Directory.CreateDirectory(folder);
        Template.Write(file => File.Create(Path.Combine(folder, file)));
        output.Line(string.Create(CultureInfo.InvariantCulture,
            $"{Template.Files.Count - 2} templates written to {folder}, each with one example row of invented people."));
        output.Line($"What may stand in each column: {Path.Combine(folder, Template.AllowedValuesFile)}. How to fill and save: "
            + $"{Path.Combine(folder, Template.ReadmeFile)}.");
        output.Line($"Then: networks import {folder} --dry-run");
    }
}
