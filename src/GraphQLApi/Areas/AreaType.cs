using HotChocolate;
using Networks.Domain.Wards;
using Networks.Grains.WardRegisters;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.Wards;

namespace Networks.GraphQLApi.Areas;

/// <summary>The whole area that this store is about.</summary>
[GraphQLName("Area")]
public sealed class AreaType : INode
{
    private readonly WardRegister _register;

    internal AreaType(WardRegister register) => _register = register;

    /// <summary>Global and opaque; never parse it.</summary>
    [GraphQLType("ID!")]
    public string Id => GlobalId.Of("Area", _register.Area.Code.Value);

    /// <summary>The area's official code.</summary>
    public string Code => _register.Area.Code.Value;

    /// <summary>The area's name.</summary>
    public string Name => _register.Area.Name;

    /// <summary>How large the area is.</summary>
    public AreaLevel Level => AreaLevel.Council;

    /// <summary>Published count of people living here, where every ward has one; never a denominator for people on the register.</summary>
    public int? Population =>
        _register.Wards.Length > 0 && _register.Wards.All(ward => ward.Population is not null)
            ? _register.Wards.Sum(ward => ward.Population)
            : null;

    /// <summary>People on the register today; null when withheld.</summary>
    public async Task<int?> GetResidentsAsync(TotalsByWard totals, CancellationToken cancellationToken) =>
        (await TotalsByWard.AllAsync(totals, _register, null, cancellationToken)).Sum(ward => ward.Residents);

    /// <summary>The area's wards, ordered by code.</summary>
    public IReadOnlyList<WardType> Wards => [.. _register.Wards.Select(ward => new WardType(ward, null))];

    /// <summary>Counts over the whole area today; null while they cannot be had.</summary>
    public AreaTotals? Totals => new(_register);

    /// <summary>Fields of this object that are withheld.</summary>
    public IReadOnlyList<string> Suppressed => [];
}
