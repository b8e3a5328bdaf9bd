using System.CommandLine;
using Networks.GraphQLApi.Imports;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks import</c>: takes a folder of files into the store.</summary>
internal static class ImportCommand
{
    public static Command Create(IWorkOutput output)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of CSV files." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would happen and stores nothing." };
        var refused = new Option<string?>("--refused") { Description = $"Where refusals go (default: {ImportWork.RefusedFileName} "
            + $"in DIR).", HelpName = "FILE" };
        var data = SharedOptions.Data();
        var command = new Command("import", "Takes a folder of CSV files into the store. A second import of the same files changes "
            + "nothing.")
        {
            folder, dryRun, refused, data,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var directory = Path.GetFullPath(parsed.GetRequiredValue(folder));
            var refusals = Path.GetFullPath(parsed.GetValue(refused) ?? Path.Combine(directory, ImportWork.RefusedFileName));
            DeliveryFolder.Open(directory);
            return StoreSession.Run(parsed.GetRequiredValue(data), new ImportWork(directory, refusals, parsed.GetValue(dryRun)), output,
                cancellationToken);
        });
        return command;
    }
}
