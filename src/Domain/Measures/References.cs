using static System.FormattableString;


namespace Networks.Domain.Measures;

/// <summary>What every reference must look like, and the one order in which references are listed.</summary>
public static class References
{
    /// <summary>The longest reference accepted, in characters.</summary>
    public const int LengthMax = 100;

    /// <summary>
    /// Null when <paramref name="value"/> can be a reference, else a sentence that says why not. Braces are out because a store that
    /// fills keys into formats takes them for places to fill.
    /// </summary>
    public static string? Fault(string? value) => value switch
    {
        null or "" => "A reference may not be empty.",
        { Length: > LengthMax } => Invariant($"A reference has at most {LengthMax} characters."),
        _ when char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]) => "A reference may not begin or end with a space.",
        _ when HoldsControl(value) => "A reference may not contain control characters.",
        _ when value.AsSpan().ContainsAny('{', '}') => "A reference may not contain braces { }.",
        _ when !IsWellFormed(value) => "A reference must be valid Unicode text.",
        _ => null,
    };

    /// <summary>Compares two references as UTF-8 bytes, so "R10" stands before "R2" on every machine and in every culture.</summary>
    public static int Compare(string left, string right)
    {
        var shared = Math.Min(left.Length, right.Length);
        for (var at = 0; at < shared; at++)
        {
            char a = left[at], b = right[at];
            if (a == b)
            {
                continue;
            }

            // UTF-16 puts surrogates (code points above FFFF) before E000-FFFF; UTF-8 puts them after.
            var aHigh = char.IsSurrogate(a);
            return aHigh == char.IsSurrogate(b) ? a.CompareTo(b) : aHigh ? 1 : -1;
        }

        return left.Length.CompareTo(right.Length);
    }

    // Every reference that is read or asked for comes by here, so nothing is made on the way.
    private static bool HoldsControl(string value)
    {
        foreach (var character in value)
        {
            if (char.IsControl(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWellFormed(string value)
    {
        for (var at = 0; at < value.Length; at++)
        {
            if (!char.IsSurrogate(value[at]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(value[at]) || at + 1 == value.Length || !char.IsLowSurrogate(value[at + 1]))
            {
                return false;
            }

            at++;
        }

        return true;
    }
}
