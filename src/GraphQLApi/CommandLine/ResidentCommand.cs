using System.CommandLine;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks resident</c>: one resident's record with every connection.</summary>
internal static class ResidentCommand
{
    public static Command Create(IWorkOutput output)
    {
        var id = new Argument<string>("ID") { Description = "The resident's id as imported." };
        var data = SharedOptions.Data();
        var command = new Command("resident", "Shows what is known of one resident, with every connection; never the "
            + "contact card.") { id, data };
        command.SetAction((parsed, cancellationToken) => StoreSession.Run(
            parsed.GetRequiredValue(data), new ResidentWork(parsed.GetRequiredValue(id)), output, cancellationToken));
        return command;
    }
}
