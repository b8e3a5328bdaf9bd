using System.CommandLine;
using Networks.GraphQLApi.Pathways;
using Networks.GraphQLApi.Stores;
using Networks.GraphQLApi.UnconnectedResidents;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks funnel</c>: how far people referred have come, and who stands still.</summary>
internal static class FunnelCommand
{
    public static Command Create(IWorkOutput output)
    {
        var ward = new Option<string[]>("--ward", "--wards") { Description = "Code or name; several separated by commas. Default: all.",
            HelpName = "WARD" };
        var from = SharedOptions.Date("--from", "First day of referrals that count. Default: a year before --to.");
        var to = SharedOptions.Date("--to", "First day of referrals that do not count any more. Default: tomorrow.");
        var stalled = new Option<bool>("--stalled") { Description = "Lists the people who have stood at a stage longer than it should "
            + "take, whenever they were referred." };
        var sharing = new Option<bool>("--for-sharing") { Description = "Withholds every number that tells of 1 to 4 people." };
        var format = SharedOptions.Word("--format", "How it is written", ListFormat.Table);
        var data = SharedOptions.Data();
        var command = new Command("funnel", "Counts how far the people referred in a period have come, or lists who stands still.")
        {
            ward, from, to, stalled, sharing, format, data,
        };
        command.SetAction((parsed, cancellationToken) => StoreSession.Run(
            parsed.GetRequiredValue(data),
            new FunnelWork(
                [.. (parsed.GetValue(ward) ?? []).SelectMany(SharedOptions.Parts)],
                parsed.GetValue(from),
                parsed.GetValue(to),
                parsed.GetValue(stalled),
                parsed.GetValue(sharing),
                parsed.GetValue(format)),
            output,
            cancellationToken));
        return command;
    }
}
