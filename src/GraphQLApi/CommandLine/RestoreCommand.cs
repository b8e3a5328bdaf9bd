using System.CommandLine;
using Networks.GraphQLApi.Backups;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks restore</c>: puts a backup in the place of a store.</summary>
internal static class RestoreCommand
{
    public static Command Create(IWorkOutput output)
    {
        var file = new Argument<string>("FILE") { Description = "A file that networks backup wrote, from either engine." };
        var replace = new Option<bool>("--replace") { Description = "Puts the backup in the place of everything the store holds; if that "
            + "fails half-way the store stays as it was." };
        var data = SharedOptions.Data();
        var command = new Command("restore", "Puts a backup into an empty store, all of it or nothing. No server may run over the store.")
        {
            file, replace, data,
        };
        command.SetAction((parsed, cancellationToken) => Restoring.Run(
            parsed.GetRequiredValue(data),
            Path.GetFullPath(parsed.GetRequiredValue(file)),
            parsed.GetValue(replace),
            output,
            cancellationToken));
        return command;
    }
}
