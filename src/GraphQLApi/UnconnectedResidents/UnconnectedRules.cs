using System.Collections.Immutable;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.UnconnectedResidents;

/// <summary>Rules as clients write them, read as the graph's rules; what no rule can be is refused by name.</summary>
internal static class UnconnectedRules
{
    public static UnconnectedRule Of(UnconnectedRuleInput? input)
    {
        if (input is null)
        {
            return UnconnectedRule.Default;
        }

        var rule = new UnconnectedRule
        {
            Combine = input.Combine ?? Combine.Any,
            NoTies = input.NoTies == true,
            NoContactSinceDays = input.NoContactSinceDays,
            ComponentAtMost = input.ComponentAtMost,
            NoGroupWithinHops = input.NoGroupWithinHops,
            IsolationAtLeast = input.IsolationAtLeast,
            Counting = Given(input.Counting),
            TieKinds = Given(input.TieKinds),
            CountStatedFrequency = input.CountStatedFrequency == true,
            OnlyIfConnected = input.OnlyIfConnected == true,
            Basis = Given(input.Basis)
        };
        return rule.Fault() is { } fault ? throw Refused.BadArgument("rule", fault) : rule;
    }

    private static ImmutableArray<T>? Given<T>(IReadOnlyList<T>? values) => values is null ? null : [.. values];
}
