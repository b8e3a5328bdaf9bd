using Networks.Domain.Wards;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.UnconnectedResidents;
using Networks.GraphQLApi.Wards;

namespace Networks.GraphQLApi.Areas;

/// <summary>Counts over the area.</summary>
public sealed class AreaTotals
{
    private readonly IReadOnlyList<WardFacts> _wards;

    private readonly DateOnly? _asOf;
    private readonly DateOnly? _knownAt;

    internal AreaTotals(IReadOnlyList<WardFacts> wards, DateOnly? asOf, DateOnly? knownAt) =>
        (_wards, _asOf, _knownAt) = (wards, asOf, knownAt);

    /// <summary>People on the register.</summary>
    public async Task<Count> GetResidentsAsync(TotalsByWard totals, CancellationToken cancellationToken) =>
        Count.Of((await totals.AllAsync(_wards, null, cancellationToken, _asOf, _knownAt)).Sum(ward => ward.Residents));

    /// <summary>People with too little social connection by a rule.</summary>
    /// <param name="rule">The rule; left out, it is: no current connection.</param>
    public async Task<Count> GetUnconnectedAsync(UnconnectedRuleInput? rule, TotalsByWard totals, CancellationToken cancellationToken) =>
        Count.Of(
            (await totals.AllAsync(_wards, UnconnectedRules.Of(rule), cancellationToken, _asOf, _knownAt)).Sum(ward => ward.Unconnected));

    /// <summary>People on the register who were never asked about their connections and of whom none is recorded.</summary>
    public async Task<Count> GetNeverAskedAsync(TotalsByWard totals, CancellationToken cancellationToken) =>
        Count.Of((await totals.AllAsync(_wards, null, cancellationToken, _asOf, _knownAt)).Sum(ward => ward.NeverAsked));

    /// <summary>People waiting for anything.</summary>
    public async Task<Count> GetWaitingAsync(TotalsByWard totals, CancellationToken cancellationToken) =>
        Count.Of((await totals.AllAsync(_wards, null, cancellationToken, _asOf, _knownAt)).Sum(ward => ward.Waiting));

    /// <summary>Volunteers active that day.</summary>
    public async Task<int> GetVolunteersAsync(TotalsByWard totals, CancellationToken cancellationToken) =>
        (await totals.AllAsync(_wards, null, cancellationToken, _asOf, _knownAt)).Sum(ward => ward.Volunteers);

    /// <summary>Groups that run that day.</summary>
    public async Task<int> GetGroupsAsync(TotalsByWard totals, CancellationToken cancellationToken) =>
        (await totals.AllAsync(_wards, null, cancellationToken, _asOf, _knownAt)).Sum(ward => ward.Groups);

    /// <summary>
    /// Free places of volunteers and groups; groups without a limit are not counted. Of places only the present is known, so with an
    /// earlier day of knowledge this is refused.
    /// </summary>
    public async Task<int> GetOpenPlacesAsync(TotalsByWard totals, CancellationToken cancellationToken) => _knownAt is not null
        ? throw Refused.BadArgument("knownAt", "openPlaces are the places free now; leave knownAt out, or this field.")
        : (await totals.AllAsync(_wards, null, cancellationToken, _asOf, _knownAt)).Sum(ward => ward.OpenPlaces);
}
