using System.Collections.Immutable;

namespace Networks.Domain.Residents;

/// <summary>The closed list of what one meets at somebody's home, and of what somebody cannot be with.</summary>
public static class HomeFactors
{
    /// <summary>Every word, in the order in which they are offered.</summary>
    public static ImmutableArray<string> Words { get; } = ["dog", "cat", "other-pet", "smoking", "stairs", "children"];
}
