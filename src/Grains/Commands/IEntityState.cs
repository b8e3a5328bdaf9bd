using System.Collections.Immutable;
using Networks.Domain.Wards;

namespace Networks.Grains.Commands;

/// <summary>What the rows of residents, volunteers and groups have in common.</summary>
public interface IEntityState
{
    /// <summary>The shape of the row.</summary>
    int Schema { get; }

    /// <summary>The ward the entity is in.</summary>
    WardCode Ward { get; }

    /// <summary>Commands done within the last days (<see cref="StoredAnswer"/>), oldest first.</summary>
    ImmutableArray<StoredAnswer> Answers { get; }
}
