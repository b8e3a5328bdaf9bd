using HotChocolate;
using Networks.GraphQLApi.Residents;
using Networks.Matching.Fairness;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>How a plan treats the groups of those who wait, beside other ways of deciding the same round.</summary>
[GraphQLName("FairnessLedger")]
public sealed class FairnessLedgerType
{
    private readonly FairnessLedger _ledger;

    internal FairnessLedgerType(FairnessLedger ledger) => _ledger = ledger;

    /// <summary>One row a group.</summary>
    /// <param name="dimension">Only groups of this sort; left out, all.</param>
    public IReadOnlyList<FairnessRowType> GetRows(FairnessDimension? dimension) =>
        [.. _ledger.Rows.Where(row => dimension is null || row.Dimension == dimension).Select(row => new FairnessRowType(row))];

    /// <summary>The plan itself.</summary>
    public RuleOutcomeType Plan => new(_ledger.Plan);

    /// <summary>If whoever waits longest took the free place that fits best, one after another.</summary>
    public RuleOutcomeType FirstCome => new(_ledger.FirstCome);

    /// <summary>The same people and places under the policy of the round opened before; null if there was none.</summary>
    public RuleOutcomeType? LastPolicy => _ledger.LastPolicy is { } last ? new RuleOutcomeType(last) : null;
}

/// <summary>
/// One group; only wishes that are put forward count. Of languages and situations no number from 1 to 4 is shown, nor what would give one
/// away.
/// </summary>
[GraphQLName("FairnessRow")]
public sealed class FairnessRowType
{
    private readonly FairnessRow _row;

    internal FairnessRowType(FairnessRow row) => _row = row;

    /// <summary>By what people are put into groups.</summary>
    public FairnessDimension Dimension => _row.Dimension;

    /// <summary>Ward code, band, language tag or situation; null = not known.</summary>
    public string? Group => _row.Group;

    /// <summary>Wishes; null when withheld.</summary>
    public int? Waiting => _row.Waiting;

    /// <summary>Of them helped by the plan; null when withheld.</summary>
    public int? Helped => _row.Helped;

    /// <summary>The most of them any plan could help if the round were for them alone; null when withheld.</summary>
    public int? Entitled => _row.Entitled;

    /// <summary>Middle wait in days of those helped; null when withheld or not known.</summary>
    public int? DaysHelped => _row.DaysHelped;

    /// <summary>Middle wait in days of those who go on waiting; null when withheld or not known.</summary>
    public int? DaysWaiting => _row.DaysWaiting;

    /// <summary>Fields of this object that are withheld.</summary>
    public IReadOnlyList<string> Suppressed => !_row.IsWithheld ? [] :
    [
        .. new (string Name, int? Value)[]
        {
            ("waiting", _row.Waiting), ("helped", _row.Helped), ("entitled", _row.Entitled),
        }.Where(part => part.Value is null).Select(part => part.Name),
    ];
}

/// <summary>What one way of deciding a round reaches.</summary>
[GraphQLName("RuleOutcome")]
public sealed class RuleOutcomeType
{
    private readonly RuleOutcome _outcome;

    internal RuleOutcomeType(RuleOutcome outcome) => _outcome = outcome;

    /// <summary>Wishes helped.</summary>
    public int Helped => _outcome.Helped;

    /// <summary>Of them in bands 1 to 4.</summary>
    public IReadOnlyList<int> HelpedByBand => _outcome.HelpedByBand;

    /// <summary>Total fit.</summary>
    public int Fit => checked((int)_outcome.Fit);

    /// <summary>Middle wait in days of those helped; null if none is known.</summary>
    public int? Days => _outcome.Days;

    /// <summary>Wishes helped here and not by the plan.</summary>
    public int OnlyHere => _outcome.OnlyHere;

    /// <summary>Wishes helped by the plan and not here.</summary>
    public int OnlyByPlan => _outcome.OnlyByPlan;
}

/// <summary>At least or at most so many wishes of one group are to be helped.</summary>
public sealed record GroupBoundInput
{
    /// <summary>Ward code, band, language tag or situation.</summary>
    public required string Group { get; init; }

    /// <summary>A guarantee.</summary>
    public int? AtLeast { get; init; }

    /// <summary>A quota.</summary>
    public int? AtMost { get; init; }

    internal GroupBound Read() => new(Group, AtLeast, AtMost);
}

/// <summary>What guarantees and quotas would change.</summary>
[GraphQLName("BoundPrice")]
public sealed class BoundPriceType
{
    private readonly BoundPrice _price;

    internal BoundPriceType(BoundPrice price) => _price = price;

    /// <summary>Whether any plan keeps them all.</summary>
    public bool CanBeKept => _price.CanBeKept;

    /// <summary>Wishes helped more, or below 0 fewer.</summary>
    public int Helped => _price.Helped;

    /// <summary>The same in bands 1 to 4; empty when withheld.</summary>
    public IReadOnlyList<int> HelpedByBand => _price.HelpedByBand;

    /// <summary>Change of the total fit.</summary>
    public int Fit => checked((int)_price.Fit);

    /// <summary>
    /// Who would be helped only with them, in the order in which people are helped; null for languages and situations.
    /// </summary>
    public async Task<IReadOnlyList<ResidentType>?> GetGainAsync(ResidentById residents, CancellationToken cancellationToken) =>
        _price.IsWithheld
            ? null
            : [.. (await Task.WhenAll(_price.Gain.Select(one => residents.FindAsync(one, cancellationToken)))).OfType<ResidentType>()];

    /// <summary>Who would be helped only without them; null for languages and situations.</summary>
    public async Task<IReadOnlyList<ResidentType>?> GetLoseAsync(ResidentById residents, CancellationToken cancellationToken) =>
        _price.IsWithheld
            ? null
            : [.. (await Task.WhenAll(_price.Lose.Select(one => residents.FindAsync(one, cancellationToken)))).OfType<ResidentType>()];

    /// <summary>The same in one sentence.</summary>
    public string Sentence => _price.Sentence;
}

/// <summary>One guarantee or quota that the plan keeps.</summary>
[GraphQLName("RoundBound")]
public sealed class RoundBoundType
{
    private readonly BoundOutcome _outcome;

    internal RoundBoundType(BoundOutcome outcome) => _outcome = outcome;

    /// <summary>By what people are put into groups.</summary>
    public FairnessDimension Dimension => _outcome.Dimension;

    /// <summary>Ward code, band or language tag.</summary>
    public string Group => _outcome.Bound.Group;

    /// <summary>So many of the group are helped at least; null = no guarantee.</summary>
    public int? AtLeast => _outcome.Bound.AtLeast;

    /// <summary>So many of the group are helped at most; null = no quota.</summary>
    public int? AtMost => _outcome.Bound.AtMost;

    /// <summary>Wishes of the group in the round.</summary>
    public int Waiting => _outcome.Waiting;

    /// <summary>Of them helped by the plan; null where a small number of a language is withheld.</summary>
    public int? Helped => _outcome.Helped;

    /// <summary>What keeping it changes, all other bounds kept.</summary>
    public BoundPriceType Price => new(_outcome.Price);
}
