using System.Globalization;

namespace Networks.Domain.Measures;

/// <summary>A counting number from 1 as ids write it: digits alone, no leading zero, so that one thing has one written id.</summary>
public static class Ordinal
{
    /// <summary>Reads "1", "2", ... "2147483647"; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text[0] != '0';
}
