using System.Collections.Concurrent;

namespace Networks.Silo.Storage;

/// <summary>
/// The names of wards as rows give them, each once, however many rows name it. An area has hundreds. Safe to use from many threads.
/// </summary>
internal sealed class WardNames
{
    private readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _names =
        new ConcurrentDictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The one string for a name.</summary>
    public string Of(ReadOnlySpan<char> name)
    {
        if (!_names.TryGetValue(name, out var known))
        {
            known = name.ToString();
            _names.TryAdd(known, known);
        }

        return known;
    }
}
