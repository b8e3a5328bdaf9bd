using System.Collections.Immutable;
using System.CommandLine;
using Networks.Domain.Ties;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Stores;
using Networks.GraphQLApi.UnconnectedResidents;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks unconnected</c>: who has too little social connection, and what is known of each.</summary>
internal static class UnconnectedCommand
{
    public static Command Create(IWorkOutput output)
    {
        var ward = new Option<string[]>("--ward", "--wards") { Description = "Code or name; several separated by commas. Default: all.",
            HelpName = "WARD" };
        var rule = new Option<string>("--rule") { Description = "no-ties, no-contact:N, component:N, no-group-within:N, isolation:N, "
            + "joined by ',' (any) or '+' (all).", HelpName = "RULE", DefaultValueFactory = _ => "no-ties" };
        var counting = SharedOptions.Words<ConnectionKind>("--counting", "Kinds of connection that count");
        var tieKinds = SharedOptions.Words<TieKind>("--tie-kinds", "Kinds of tie that count");
        var basis = SharedOptions.Words<EvidenceBasis>("--basis", "Only people of this basis");
        var stated = new Option<bool>("--count-stated-frequency") { Description = "A stated frequency counts as contact." };
        var connected = new Option<bool>("--only-if-connected") { Description = "Only people with a current connection." };
        var asOf = SharedOptions.Date("--as-of", "The day asked about. Default: today.");
        var limit = SharedOptions.Number("--limit", $"Rows at most (default {Page.RowsDefault} in a table, all in csv and json).", 1,
            Page.RowsMax);
        var format = SharedOptions.Word("--format", "How the list is written", ListFormat.Table);
        var data = SharedOptions.Data();
        var command = new Command("unconnected", "Lists people with too little social connection, with what is known of each.")
        {
            ward, rule, counting, tieKinds, basis, stated, connected, asOf, limit, format, data,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var reading = UnconnectedRule.Parse(parsed.GetRequiredValue(rule));
            var wanted = (reading.Rule ?? throw new BadInputException($"--rule: {reading.Fault}")) with
            {
                Counting = Given(parsed.GetValue(counting)),
                TieKinds = Given(parsed.GetValue(tieKinds)),
                Basis = Given(parsed.GetValue(basis)),
                CountStatedFrequency = parsed.GetValue(stated),
                OnlyIfConnected = parsed.GetValue(connected),
            };
            ImmutableArray<string> wards = [.. (parsed.GetValue(ward) ?? []).SelectMany(SharedOptions.Parts)];
            var work = new UnconnectedWork(wards, wanted, parsed.GetValue(asOf), (int?)parsed.GetValue(limit), parsed.GetValue(format));
            return StoreSession.Run(parsed.GetRequiredValue(data), work, output, cancellationToken);
        });
        return command;
    }

    // An option that is not given reads as an empty list.
    private static ImmutableArray<T>? Given<T>(T[]? values) => values is { Length: > 0 } ? [.. values] : null;
}
