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
        var asOf = SharedOptions.Date("--as-of", "The day asked about. Default: the day of knowledge.");
        var knownAt = SharedOptions.Date("--known-at", "Only what was written down by the evening of this day. Default: now.");
        var limit = SharedOptions.Number("--limit", $"Rows at most (default {Page.RowsDefault} in a table, all in csv and json).", 1,
            Page.RowsMax);
        var format = SharedOptions.Word("--format", "How the list is written", ListFormat.Table);
        var data = SharedOptions.Data();
        var command = new Command("unconnected", "Lists people with too little social connection, with what is known of each.");
        foreach (var option in (Option[])[.. rule.All, asOf, knownAt, limit, format, data])
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) =>
        {
            var work = new UnconnectedWork(
                rule.Wards(parsed),
                rule.Rule(parsed),
                parsed.GetValue(asOf),
                parsed.GetValue(knownAt),
                (int?)parsed.GetValue(limit),
                parsed.GetValue(format));
            return StoreSession.Run(parsed.GetRequiredValue(data), work, output, cancellationToken);
        });
        return command;
    }
}
