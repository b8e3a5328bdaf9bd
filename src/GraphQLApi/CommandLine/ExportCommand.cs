using System.CommandLine;
using Networks.GraphQLApi.Exports;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks export</c>: writes the store as files that import reads back.</summary>
internal static class ExportCommand
{
    public static Command Create(IWorkOutput output)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder for the files; made if absent." };
        var data = SharedOptions.Data();
        var command = new Command("export", "Writes the store as CSV files that import reads back. Contact cards stay behind.") { folder,
            data };
        command.SetAction((parsed, cancellationToken) => StoreSession.Run(
            parsed.GetRequiredValue(data), new ExportWork(Path.GetFullPath(parsed.GetRequiredValue(folder))), output, cancellationToken));
        return command;
    }
}
