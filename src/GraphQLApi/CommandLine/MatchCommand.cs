using System.Collections.Immutable;
using System.CommandLine;
using Networks.Domain.Matches;
using Networks.GraphQLApi.MatchingRounds;
using Networks.GraphQLApi.Stores;
using Networks.Import.Deliveries;
using Networks.Import.MatchingRounds;
using Networks.Import.Refusals;

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
        var decisions = new Option<string?>("--decisions") { Description = "plan.csv with the column decision filled: yes, no or later.",
            HelpName = "FILE" };
        var publish = new Option<bool>("--publish") { Description = "Publishes the plan; with --decisions the pairs that say yes." };
        var approvedBy = new Option<string?>("--approved-by") { Description = "The human who approves. Publishing always needs one.",
            HelpName = "NAME" };
        var data = SharedOptions.Data();
        var command = new Command("match", "Opens and solves a matching round, takes decisions back in, publishes.")
        {
            round, wards, policy, folder, decisions, publish, approvedBy, data,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var name = parsed.GetRequiredValue(round);
            if (RoundName.Fault(name) is { } fault)
            {
                throw new BadInputException($"--round is '{name}'. {fault}");
            }

            var decided = parsed.GetValue(decisions) is { } file ? Read(file, name) : (ImmutableArray<PlanDecision>?)null;
            var work = new MatchWork(
                name,
                [.. (parsed.GetValue(wards) ?? []).SelectMany(SharedOptions.Parts)],
                parsed.GetValue(policy) is { } path ? File.ReadAllText(path) : null,
                Path.GetFullPath(parsed.GetValue(folder) ?? Path.Combine("rounds", name)),
                decided,
                parsed.GetValue(publish),
                By(parsed.GetValue(approvedBy), parsed.GetValue(publish), decided));
            return StoreSession.Run(parsed.GetRequiredValue(data), work, output, cancellationToken);
        });
        return command;
    }

    private static ImmutableArray<PlanDecision> Read(string file, string round)
    {
        if (!File.Exists(file))
        {
            throw new BadInputException($"There is no file {file}.");
        }

        List<RowRefusal> refusals = [];
        using var stream = File.OpenRead(file);
        var rows = PlanFile.Read(stream, new Findings(refusals.Add));
        if (refusals is [var first, ..])
        {
            throw new BadInputException($"{file}, line {first.Line}: {first.Reason} {first.Hint}".TrimEnd()
                + (refusals.Count > 1 ? $" {refusals.Count - 1} more rows are at fault." : "") + " Nothing was decided.");
        }

        if (rows.FirstOrDefault(row => row.Round.Value != round) is { } other)
        {
            throw new BadInputException($"{file}, line {other.Line}: this row is of round '{other.Round}', not of '{round}'. Nothing "
                + $"was decided.");
        }

        return [.. rows];
    }

    // A plan binds people's time; so it is published by somebody who can be asked why, never by a script alone.
    private static string By(string? approvedBy, bool publishes, ImmutableArray<PlanDecision>? decisions)
    {
        if (!string.IsNullOrWhiteSpace(approvedBy))
        {
            return approvedBy.Trim();
        }

        string[] named = [.. (decisions ?? []).Select(row => row.DecidedBy).OfType<string>().Distinct()];
        if (!publishes)
        {
            return named is [var one] ? one : Environment.UserName;
        }

        return named switch
        {
            [var one] => one,
            [] => throw new BadInputException("Publishing needs a named human: add --approved-by NAME, or fill the column decided_by "
                + "of plan.csv."),
            _ => throw new BadInputException($"plan.csv names several who decided ({string.Join(", ", named)}); say with "
                + $"--approved-by NAME who publishes."),
        };
    }
}
