using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.Grains.Wards;

namespace Networks.Grains.Commands;

/// <summary>What the rows of residents, volunteers and groups have in common.</summary>
/// <typeparam name="TSelf">The row's own type.</typeparam>
public interface IEntityState<TSelf>
    where TSelf : class, IEntityState<TSelf>
{
    /// <summary>The shape of the row.</summary>
    int Schema { get; }

    /// <summary>The ward the entity is in; none, once an erased resident is forgotten everywhere.</summary>
    WardCode Ward { get; }

    /// <summary>Commands done within the last days (<see cref="StoredAnswer"/>), oldest first.</summary>
    ImmutableArray<StoredAnswer> Answers { get; }

    /// <summary>This row with other stored answers.</summary>
    TSelf WithAnswers(ImmutableArray<StoredAnswer> answers);

    /// <summary>What its ward is told once this row is stored as <paramref name="version"/>.</summary>
    WardChange Changed(int version);

    /// <summary>What a ward it has left is told once this row is stored as <paramref name="version"/>.</summary>
    WardChange Gone(int version);
}
