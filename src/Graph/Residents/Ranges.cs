using System.Collections.Immutable;
using System.Globalization;

namespace Networks.Graph.Residents;

/// <summary>What no argument can be, in a sentence that names the argument, its value and its range.</summary>
internal static class Ranges
{
    public static string? OutOf(string name, int? value, int min, int max) => value < min || value > max
        ? string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be from {min} to {max}.")
        : null;

    public static string? Empty<T>(string name, ImmutableArray<T>? values) => values is { IsDefaultOrEmpty: true }
        ? $"{name} is an empty list, which could never hold for anybody; leave it out to mean all."
        : null;
}
