using HotChocolate;
using Networks.Domain.Wards;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.Wards;

namespace Networks.GraphQLApi.Areas;

/// <summary>The whole area that this store is about, or a part of it: a council, a place, a ward or an LSOA.</summary>
[GraphQLName("Area")]
public sealed class AreaType : INode
{
    private readonly AreaNode _node;

    internal AreaType(AreaNode node) => _node = node;

    /// <summary>Global and opaque; never parse it.</summary>
    [GraphQLType("ID!")]
    public string Id => GlobalId.Of("Area", _node.Code);

    /// <summary>The area's official code; where files name it by words alone, its level and those words.</summary>
    public string Code => _node.Code;

    /// <summary>The area's name.</summary>
    public string Name => _node.Name;

    /// <summary>How large the area is.</summary>
    public AreaLevel Level => _node.Level;

    /// <summary>Published count of people living here, where every ward has one; never a denominator for people on the register.</summary>
    public int? Population =>
        _node.Wards.Count > 0 && _node.Wards.All(ward => ward.Population is not null) ? _node.Wards.Sum(ward => ward.Population) : null;

    /// <summary>Published count of households; null where not known.</summary>
    public int? Households => _node.Households;

    /// <summary>People on the register today; null when withheld, and for areas that hold no whole ward.</summary>
    public async Task<int?> GetResidentsAsync(TotalsByWard totals, CancellationToken cancellationToken) =>
        _node.Wards.Count == 0 ? null : (await totals.AllAsync(_node.Wards, null, cancellationToken)).Sum(ward => ward.Residents);

    /// <summary>The area's wards, ordered by code; none for an area smaller than a ward.</summary>
    public IReadOnlyList<WardType> Wards => [.. _node.Wards.Select(ward => new WardType(ward, null))];

    /// <summary>
    /// The areas directly within it, ordered by code: councils hold places and wards, places hold wards, wards hold LSOAs.
    /// </summary>
    public IReadOnlyList<AreaType> Children => [.. _node.Children.Select(child => new AreaType(child))];

    /// <summary>Counts over the area; null while they cannot be had, and for areas that hold no whole ward.</summary>
    /// <param name="asOf">The day to count on; left out, it is the day of knowledge, which is today in the area's time zone.</param>
    /// <param name="knownAt">Only what was written down by the evening of this day; left out, it is now.</param>
    public async Task<AreaTotals?> GetTotalsAsync(
        DateOnly? asOf, DateOnly? knownAt, AreaRegister register, CancellationToken cancellationToken) =>
        _node.Wards.Count == 0 ? null : new AreaTotals(_node.Wards, asOf, await KnownDay.OfAsync(knownAt, register, cancellationToken));

    /// <summary>Fields of this object that are withheld.</summary>
    public IReadOnlyList<string> Suppressed => [];
}
