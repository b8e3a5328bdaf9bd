using System.CommandLine;
using Networks.Domain.Measures;
using Networks.GraphQLApi.Exports;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks export</c>: writes the store as files that import reads back, or one picture of it for analysts' tools.</summary>
internal static class ExportCommand
{
    public static Command Create(IWorkOutput output)
    {
        var target = new Argument<string>("DIR") { Description = "Folder for the files, made if absent; with --format the file to write." };
        var format = new Option<string?>("--format")
        {
            Description = "Writes one file instead: csv (the list, with the evidence), graphml (the connection graph, for Gephi) "
                + "or geojson (the wards with their counts).",
            HelpName = "WORD",
        };
        var rule = new RuleOptions();
        var asOf = SharedOptions.Date("--as-of", "The day the file is about. Default: today.");
        var data = SharedOptions.Data();
        var command = new Command("export", "Writes the store as CSV files that import reads back. Contact cards stay behind. With "
            + "--format: one picture of the area for a spreadsheet, a graph tool or a map.");
        command.Arguments.Add(target);
        foreach (var option in (Option[])[format, .. rule.All, asOf, data])
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(target));
            StoreWork work = parsed.GetValue(format) is { } word
                ? new PictureWork(path, new ExportQuestion(Format(word), rule.Rule(parsed), rule.Wards(parsed), parsed.GetValue(asOf)))
                : WholeStore(parsed, path, [.. rule.All, asOf]);
            return StoreSession.Run(parsed.GetRequiredValue(data), work, output, cancellationToken);
        });
        return command;
    }

    private static ExportFormat Format(string word) => Vocabulary<ExportFormat>.TryParse(word, out var format) ? format
        : throw new BadInputException($"--format does not know '{word}'; known are {string.Join(", ", Vocabulary<ExportFormat>.Words)}.");

    // Whoever asks for one ward and gets the whole store would not notice.
    private static ExportWork WholeStore(ParseResult parsed, string path, Option[] ofPicture)
    {
        var given = ofPicture.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });
        return given is null ? new ExportWork(path)
            : throw new BadInputException($"{given.Name} goes with --format only: without it the whole store is written.");
    }
}
