using System.CommandLine;
using Networks.GraphQLApi.Matches;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks reviews</c>: the matches whose review is due.</summary>
internal static class ReviewsCommand
{
    public static Command Create(IWorkOutput output)
    {
        var ward = new Option<string[]>("--ward", "--wards") { Description = "Code or name; several separated by commas. Default: all.",
            HelpName = "WARD" };
        var by = SharedOptions.Date("--by", "Due on this day or before. Default: today.");
        var format = SharedOptions.Word("--format", "How the list is written", ReviewsFormat.Table);
        var data = SharedOptions.Data();
        var command = new Command("reviews", "Lists the matches whose review is due, the longest due first.") { ward, by, format, data };
        command.SetAction((parsed, cancellationToken) => StoreSession.Run(
            parsed.GetRequiredValue(data),
            new ReviewsWork(
                [.. (parsed.GetValue(ward) ?? []).SelectMany(SharedOptions.Parts)], parsed.GetValue(by), parsed.GetValue(format)),
            output,
            cancellationToken));
        return command;
    }
}
