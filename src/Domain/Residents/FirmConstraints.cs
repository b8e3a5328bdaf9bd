using System.Collections.Immutable;

namespace Networks.Domain.Residents;

/// <summary>The closed list of wishes a resident may call firm: no repair ever proposes to relax one.</summary>
public static class FirmConstraints
{
    /// <summary>Every word, in the order in which they are offered.</summary>
    public static ImmutableArray<string> Words { get; } = ["gender", "time", "language", "distance", "mode", "home"];
}
