using System.CommandLine;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Stores;
using Networks.GraphQLApi.UnconnectedResidents;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks unconnected</c>: who has too little social connection, and what is known of each.</summary>
internal static class UnconnectedCommand
{
    public static Command Create(IWorkOutput output)
    {
        var rule = new RuleOptions();
        var asOf = SharedOptions.Date("--as-of", "The day asked about. Default: today.");
        var limit = SharedOptions.Number("--limit", $"Rows at most (default {Page.RowsDefault} in a table, all in csv and json).", 1,
            Page.RowsMax);
        var format = SharedOptions.Word("--format", "How the list is written", ListFormat.Table);
        var data = SharedOptions.Data();
        var command = new Command("unconnected", "Lists people with too little social connection, with what is known of each.");
        foreach (var option in (Option[])[.. rule.All, asOf, limit, format, data])
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) =>
        {
            var work = new UnconnectedWork(
                rule.Wards(parsed), rule.Rule(parsed), parsed.GetValue(asOf), (int?)parsed.GetValue(limit), parsed.GetValue(format));
            return StoreSession.Run(parsed.GetRequiredValue(data), work, output, cancellationToken);
        });
        return command;
    }
}
