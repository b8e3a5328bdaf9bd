using GreenDonut;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.Indicators;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Orleans;

namespace Networks.GraphQLApi.Wards;

/// <summary>Whose totals, on which day, as known when, by which rule; equal rules have equal texts.</summary>
public readonly record struct TotalsKey(WardCode Ward, DateOnly? AsOf, DateOnly? KnownAt, string? RuleText);

/// <summary>The published figures about wards, each ward's read once per request.</summary>
public sealed class IndicatorsOfWard(IGrainFactory grains, IBatchScheduler batches, DataLoaderOptions options)
    : BatchDataLoader<WardCode, IndicatorsReading>(batches, options)
{
    protected override async Task<IReadOnlyDictionary<WardCode, IndicatorsReading>> LoadBatchAsync(
        IReadOnlyList<WardCode> keys,
        CancellationToken cancellationToken)
    {
        var readings = await Task.WhenAll(keys.Select(ward => grains.Indicators(AreaCode.Of(ward.Value)).Of([])));
        return keys.Zip(readings).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}

/// <summary>The totals of wards: one question to the area for all wards that ask for the same day and rule.</summary>
public sealed class TotalsByWard(IGrainFactory grains, AreaRegister register, IBatchScheduler batches, DataLoaderOptions options)
    : BatchDataLoader<TotalsKey, WardTotals>(batches, options)
{
    private readonly Dictionary<string, UnconnectedRule> _rules = new(StringComparer.Ordinal);

    public async Task<WardTotals> OfWardAsync(
        WardCode ward, DateOnly? asOf, DateOnly? knownAt, UnconnectedRule? rule, CancellationToken cancellationToken) =>
        await LoadAsync(Key(ward, asOf, knownAt, rule), cancellationToken) ?? throw Missing(ward);

    /// <summary>The totals of several wards.</summary>
    public async Task<IReadOnlyList<WardTotals>> AllAsync(
        IReadOnlyList<WardFacts> wards,
        UnconnectedRule? rule,
        CancellationToken cancellationToken,
        DateOnly? asOf = null,
        DateOnly? knownAt = null)
    {
        var keys = wards.Select(ward => Key(ward.Code, asOf, knownAt, rule)).ToArray();
        var all = await LoadAsync(keys, cancellationToken);
        return [.. all.Select((found, i) => found ?? throw Missing(keys[i].Ward))];
    }

    protected override async Task<IReadOnlyDictionary<TotalsKey, WardTotals>> LoadBatchAsync(
        IReadOnlyList<TotalsKey> keys,
        CancellationToken cancellationToken)
    {
        var questions = keys.GroupBy(key => (key.AsOf, key.KnownAt, key.RuleText))
            .Select(same => AskAsync(same, cancellationToken));
        return (await Task.WhenAll(questions)).SelectMany(answers => answers).ToDictionary();
    }

    private async Task<IEnumerable<KeyValuePair<TotalsKey, WardTotals>>> AskAsync(
        IGrouping<(DateOnly? AsOf, DateOnly? KnownAt, string? RuleText), TotalsKey> keys, CancellationToken cancellationToken)
    {
        var (asOf, knownAt, ruleText) = keys.Key;
        var query = new TotalsQuery
        {
            Wards = [.. keys.Select(key => key.Ward)],
            AsOf = asOf,
            Rule = ruleText is null ? null : Rule(ruleText)
        };
        var answer = knownAt is { } evening
            ? await register.Evenings.AskAsync(evening, area => area.Totals(query), cancellationToken)
            : await grains.Area().Totals(query);
        return answer.Fault is { } fault
            ? throw Refused.BadArgument("rule", fault)
            : answer.Wards.Select(ward => KeyValuePair.Create(new TotalsKey(ward.Ward, asOf, knownAt, ruleText), ward));
    }

    private TotalsKey Key(WardCode ward, DateOnly? asOf, DateOnly? knownAt, UnconnectedRule? rule)
    {
        if (rule is null)
        {
            return new TotalsKey(ward, asOf, knownAt, null);
        }

        var text = rule.ToString();
        lock (_rules)
        {
            _rules[text] = rule;
        }

        return new TotalsKey(ward, asOf, knownAt, text);
    }

    private UnconnectedRule Rule(string text)
    {
        lock (_rules)
        {
            return _rules[text];
        }
    }

    private static Exception Missing(WardCode ward) =>
        Refused.Unavailable($"Ward {ward} has not answered yet; try again in a moment.");
}
