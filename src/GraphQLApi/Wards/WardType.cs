using HotChocolate;
using Networks.Domain.Matches;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.UnconnectedResidents;

namespace Networks.GraphQLApi.Wards;

/// <summary>An electoral ward: the smallest part of the area that answers about itself.</summary>
[GraphQLName("Ward")]
public sealed class WardType : INode
{
    private readonly WardFacts _facts;
    private readonly DateOnly? _asOf;
    private readonly DateOnly? _knownAt;

    internal WardType(WardFacts facts, DateOnly? asOf, DateOnly? knownAt = null) =>
        (_facts, _asOf, _knownAt) = (facts, asOf, knownAt);

    /// <summary>Global and opaque; never parse it.</summary>
    [GraphQLType("ID!")]
    public string Id => GlobalId.Of("Ward", _facts.Code.Value);

    /// <summary>The ward's official code.</summary>
    public string Code => _facts.Code.Value;

    /// <summary>The ward's name.</summary>
    public string Name => _facts.Name;

    /// <summary>The whole area it is part of.</summary>
    public async Task<AreaType> GetAreaAsync(AreaRegister register) => new((await register.TreeAsync()).Root);

    /// <summary>Published count of people living here; never a denominator for people on the register.</summary>
    public int? Population => _facts.Population;

    /// <summary>What the population count describes, such as mid-2022.</summary>
    public string? PopulationPeriod => _facts.PopulationPeriod;

    /// <summary>People on the register and present on the day asked about; null when withheld.</summary>
    public async Task<int?> GetResidentsAsync(TotalsByWard totals, CancellationToken cancellationToken) =>
        (await TotalsAsync(totals, cancellationToken)).Residents;

    /// <summary>People with too little social connection by a rule; null when withheld.</summary>
    /// <param name="rule">The rule; left out, it is: no current connection.</param>
    public async Task<int?> GetUnconnectedAsync(UnconnectedRuleInput? rule, TotalsByWard totals, CancellationToken cancellationToken) =>
        (await totals.OfWardAsync(_facts.Code, _asOf, _knownAt, UnconnectedRules.Of(rule), cancellationToken)).Unconnected;

    /// <summary>The same number in a form that says itself when it is withheld, so that it works under an alias.</summary>
    /// <param name="rule">The rule; left out, it is: no current connection.</param>
    public async Task<Count> GetUnconnectedCountAsync(
        UnconnectedRuleInput? rule, TotalsByWard totals, CancellationToken cancellationToken) =>
        Count.Of((await totals.OfWardAsync(_facts.Code, _asOf, _knownAt, UnconnectedRules.Of(rule), cancellationToken)).Unconnected);

    /// <summary>People on the register who were never asked about their connections and of whom none is recorded.</summary>
    public async Task<int?> GetNeverAskedAsync(TotalsByWard totals, CancellationToken cancellationToken) =>
        (await TotalsAsync(totals, cancellationToken)).NeverAsked;

    /// <summary>
    /// Volunteers (not places) who offer befriending and have a free place; null with an earlier day of knowledge, for of places only the
    /// present is known.
    /// </summary>
    public async Task<int?> GetBefriendersWithCapacityAsync(TotalsByWard totals, CancellationToken cancellationToken) =>
        _knownAt is not null ? null : (await TotalsAsync(totals, cancellationToken)).BefriendersWithCapacity;

    /// <summary>
    /// Free places; groups without a limit are not counted here. Null with an earlier day of knowledge, for of places only the present is
    /// known.
    /// </summary>
    /// <param name="kinds">Only places for one of these kinds; a place counts once, whatever it could be given for.</param>
    public async Task<int?> GetOpenPlacesAsync(
        IReadOnlyList<OfferKind>? kinds, TotalsByWard totals, CancellationToken cancellationToken) =>
        _knownAt is not null ? null : (await TotalsAsync(totals, cancellationToken)).OpenPlacesFor(kinds);

    /// <summary>People waiting.</summary>
    /// <param name="seeking">Only people waiting for one of these kinds; each counts once.</param>
    public async Task<int?> GetWaitingAsync(
        IReadOnlyList<OfferKind>? seeking, TotalsByWard totals, CancellationToken cancellationToken) =>
        (await TotalsAsync(totals, cancellationToken)).WaitingFor(seeking);

    /// <summary>Published figures about the ward, ordered by name and then by period.</summary>
    /// <param name="names">Only figures of these names; left out, all. One that nobody published here is left out of the answer.</param>
    public async Task<IReadOnlyList<IndicatorValueType>> GetIndicatorsAsync(
        IReadOnlyList<string>? names, IndicatorsOfWard indicators, CancellationToken cancellationToken)
    {
        var reading = await indicators.LoadAsync(_facts.Code, cancellationToken);
        return
        [
            .. (reading?.Found ?? []).Where(known => names is null || names.Contains(known.Name))
                .Select(known => new IndicatorValueType(known))
        ];
    }

    /// <summary>Fields of this object that are withheld with their default arguments.</summary>
    public IReadOnlyList<string> Suppressed => [];

    private Task<WardTotals> TotalsAsync(TotalsByWard totals, CancellationToken cancellationToken) =>
        totals.OfWardAsync(_facts.Code, _asOf, _knownAt, null, cancellationToken);
}
