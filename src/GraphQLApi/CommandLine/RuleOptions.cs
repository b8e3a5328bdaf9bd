using System.Collections.Immutable;
using System.CommandLine;
using Networks.Domain.Ties;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.CommandLine;

/// <summary>The options that say who has too little social connection, and in which wards.</summary>
internal sealed class RuleOptions
{
    private readonly Option<string[]> _wards = new("--ward", "--wards")
    {
        Description = "Code or name; several separated by commas. Default: all.",
        HelpName = "WARD",
    };

    private readonly Option<string> _rule = new("--rule")
    {
        Description = "no-ties, no-contact:N, component:N, no-group-within:N, isolation:N, joined by ',' (any) or '+' (all).",
        HelpName = "RULE",
        DefaultValueFactory = _ => "no-ties",
    };

    private readonly Option<ConnectionKind[]?> _counting =
        SharedOptions.Words<ConnectionKind>("--counting", "Kinds of connection that count");
    private readonly Option<TieKind[]?> _tieKinds = SharedOptions.Words<TieKind>("--tie-kinds", "Kinds of tie that count");
    private readonly Option<EvidenceBasis[]?> _basis = SharedOptions.Words<EvidenceBasis>("--basis", "Only people of this basis");

    private readonly Option<bool> _stated = new("--count-stated-frequency") { Description = "A stated frequency counts as contact." };
    private readonly Option<bool> _connected = new("--only-if-connected") { Description = "Only people with a current connection." };

    public IEnumerable<Option> All => [_wards, _rule, _counting, _tieKinds, _basis, _stated, _connected];

    public ImmutableArray<string> Wards(ParseResult parsed) => [.. (parsed.GetValue(_wards) ?? []).SelectMany(SharedOptions.Parts)];

    /// <summary>The rule as typed; one that is none ends the command with the sentence that says why.</summary>
    public UnconnectedRule Rule(ParseResult parsed)
    {
        var reading = UnconnectedRule.Parse(parsed.GetRequiredValue(_rule));
        return (reading.Rule ?? throw new BadInputException($"--rule: {reading.Fault}")) with
        {
            Counting = Given(parsed.GetValue(_counting)),
            TieKinds = Given(parsed.GetValue(_tieKinds)),
            Basis = Given(parsed.GetValue(_basis)),
            CountStatedFrequency = parsed.GetValue(_stated),
            OnlyIfConnected = parsed.GetValue(_connected),
        };
    }

    // An option that is not given reads as an empty list.
    private static ImmutableArray<T>? Given<T>(T[]? values) => values is { Length: > 0 } ? [.. values] : null;
}
