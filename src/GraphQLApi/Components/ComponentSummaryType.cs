using HotChocolate;
using Networks.Graph.Areas;

namespace Networks.GraphQLApi.Components;

/// <summary>Components of the people on the register; sizes count residents.</summary>
[GraphQLName("ComponentSummary")]
public sealed class ComponentSummaryType
{
    private readonly ComponentSummary _summary;

    internal ComponentSummaryType(ComponentSummary summary) => _summary = summary;

    /// <summary>How many components there are; null when withheld.</summary>
    public int? Count => _summary.Count;

    /// <summary>Residents in the largest; null when withheld.</summary>
    public int? Largest => _summary.Largest;

    /// <summary>People with no recorded connection to anybody on the register: components of one. Null when withheld.</summary>
    public int? Isolates => _summary.Isolates;

    /// <summary>How many components there are of each size, smallest first; null when withheld.</summary>
    public IReadOnlyList<ComponentSizeType>? Sizes => [.. _summary.Sizes.Select(size => new ComponentSizeType(size.Size, size.Count))];

    /// <summary>The day the answer is about.</summary>
    public DateOnly AsOf => _summary.AsOf;

    /// <summary>Fields of this object that are withheld.</summary>
    public IReadOnlyList<string> Suppressed => [];
}

/// <summary>How many components have one size.</summary>
[GraphQLName("ComponentSize")]
public sealed class ComponentSizeType
{
    internal ComponentSizeType(int size, int count) => (Size, Count) = (size, count);

    /// <summary>Residents in each of them.</summary>
    public int Size { get; }

    /// <summary>How many components have this size.</summary>
    public int Count { get; }
}
