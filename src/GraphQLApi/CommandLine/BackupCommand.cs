using System.CommandLine;
using Networks.GraphQLApi.Backups;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks backup</c>: everything the store holds, in one file.</summary>
internal static class BackupCommand
{
    public static Command Create(IWorkOutput output)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write, such as networks-2026-11-22.backup; an older one "
            + "is replaced once the new one is whole." };
        var data = SharedOptions.Data();
        var command = new Command("backup", "Writes everything the store holds into one file, contact cards included, as of one "
            + "instant, while a server goes on serving.") { file, data };
        command.SetAction((parsed, cancellationToken) => StoreSession.Run(
            parsed.GetRequiredValue(data), new BackupWork(Path.GetFullPath(parsed.GetRequiredValue(file))), output, cancellationToken));
        return command;
    }
}
