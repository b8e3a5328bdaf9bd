using System.CommandLine;
using Networks.GraphQLApi.Checks;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks check</c>: compares live answers with the stored rows.</summary>
internal static class CheckCommand
{
    public static Command Create(IWorkOutput output)
    {
        var data = SharedOptions.Data();
        var command = new Command("check", "Compares what the wards answer, and every place, with the stored rows; exit code 1 and "
            + "the rows that differ.") { data };
        command.SetAction((parsed, cancellationToken) => StoreSession.Run(
            parsed.GetRequiredValue(data), new CheckWork(), output, cancellationToken));
        return command;
    }
}
