using System.CommandLine;
using Networks.Domain.Matches;
using Networks.GraphQLApi.MatchingRounds;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks match</c>: opens, solves, decides and publishes a matching round.</summary>
internal static class MatchCommand
{
    public static Command Create(IWorkOutput output)
    {
        var round = new Option<string>("--round") { Description = "The round's name: a-z, 0-9 and hyphen.", HelpName = "NAME",
            Required = true };
        var wards = new Option<string[]>("--wards", "--ward") { Description = "Codes or names, separated by commas, or all; opens a "
            + "round over them.", HelpName = "WARDS" };
        var policy = new Option<string?>("--policy") { Description = "policy.yaml for a round to be opened.", HelpName = "FILE" };
        var folder = new Option<string?>("--out") { Description = "Folder of the round (default: rounds/NAME).", HelpName = "DIR" };
        var decisions = new Option<string?>("--decisions") { Description = "plan.csv with the column decision filled: yes, no or later; "
            + "looked for here and in the round's folder.", HelpName = "FILE" };
        var publish = new Option<bool>("--publish") { Description = "Publishes the plan; with --decisions the pairs that say yes." };
        var approvedBy = new Option<string?>("--approved-by") { Description = "The human who approves. Publishing always needs one, "
            + "here or in the column decided_by.", HelpName = "NAME" };
        var whatIf = new Option<bool>("--what-if") { Description = "Also writes recruiting.csv, losses.csv, fairness.csv, "
            + "pooling.csv, lookahead.csv and forecast.csv: what would be if something were otherwise." };
        var undo = new Option<bool>("--undo") { Description = "Takes back the last decisions first, until the plan is published; solved "
            + "again, the round gives the plan it gave before." };
        var data = SharedOptions.Data();
        var command = new Command("match", "Opens and solves a matching round, takes decisions back in, publishes.")
        {
            round, wards, policy, folder, decisions, publish, approvedBy, whatIf, undo, data,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var name = Name(parsed.GetRequiredValue(round));
            var directory = Path.GetFullPath(parsed.GetValue(folder) ?? Path.Combine("rounds", name.Value));
            var taken = parsed.GetValue(decisions) is { } file ? DecisionFile.Read(file, directory, name) : null;
            var approval = Approval.Of(parsed.GetValue(approvedBy), parsed.GetValue(publish), taken);
            var work = new MatchWork(
                name.Value,
                [.. (parsed.GetValue(wards) ?? []).SelectMany(SharedOptions.Parts)],
                parsed.GetValue(policy) is { } path ? Text(path) : null,
                directory,
                taken,
                parsed.GetValue(publish),
                approval)
            {
                WhatIf = parsed.GetValue(whatIf),
                Undo = parsed.GetValue(undo),
            };
            return StoreSession.Run(parsed.GetRequiredValue(data), work, output, cancellationToken);
        });
        return command;
    }

    private static RoundName Name(string text) => RoundName.Fault(text) is { } fault
        ? throw new BadInputException($"--round is '{text}'. {fault}")
        : RoundName.Of(text);

    private static string Text(string path) => File.Exists(path)
        ? File.ReadAllText(path)
        : throw new BadInputException($"--policy: there is no file {path}.");
}
