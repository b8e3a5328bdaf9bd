using System.Text;

namespace HotChocolate.Language;

/// <summary>
/// Names recur from document to document; a small table of those seen last spares most of their strings. A lost race costs
/// one string more, never a wrong name.
/// </summary>
internal static class NameTable
{
    private const int SlotsMax = 1024;
    private const int LengthMax = 64;
    private static readonly string?[] _slots = new string?[SlotsMax];

    public static string Get(ReadOnlySpan<byte> name)
    {
        if (name.Length > LengthMax)
        {
            return Encoding.UTF8.GetString(name);
        }

        var hash = 2166136261u;
        foreach (var value in name)
        {
            hash = (hash ^ value) * 16777619u;
        }

        ref var slot = ref _slots[hash % SlotsMax];
        var known = slot;
        if (known is not null && Ascii.Equals(name, known))
        {
            return known;
        }

        return slot = Encoding.UTF8.GetString(name);
    }
}
