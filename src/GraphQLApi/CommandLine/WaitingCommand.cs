using System.CommandLine;
using Networks.Domain.Matches;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Stores;
using Networks.GraphQLApi.UnconnectedResidents;
using Networks.GraphQLApi.WaitingLists;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks waiting</c>: who is waiting, for what, since when.</summary>
internal static class WaitingCommand
{
    public static Command Create(IWorkOutput output)
    {
        var ward = new Option<string[]>("--ward", "--wards") { Description = "Code or name; several separated by commas. Default: all.",
            HelpName = "WARD" };
        var seeking = SharedOptions.Words<OfferKind>("--seeking", "Only people who wait for one of these");
        var limit = SharedOptions.Number("--limit", $"Rows at most (default {Page.RowsDefault} in a table, all in csv and json).", 1,
            Page.RowsMax);
        var format = SharedOptions.Word("--format", "How the list is written", ListFormat.Table);
        var data = SharedOptions.Data();
        var command = new Command("waiting", "Lists the people waiting: the most urgent need first, then the longest wait; paused people "
            + "apart.") { ward, seeking, limit, format, data };
        command.SetAction((parsed, cancellationToken) => StoreSession.Run(
            parsed.GetRequiredValue(data),
            new WaitingWork(
                [.. (parsed.GetValue(ward) ?? []).SelectMany(SharedOptions.Parts)],
                [.. parsed.GetValue(seeking) ?? []],
                (int?)parsed.GetValue(limit),
                parsed.GetValue(format)),
            output, cancellationToken));
        return command;
    }
}
