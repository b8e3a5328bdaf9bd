namespace Networks.Import.Deliveries;

/// <summary>Recognises ids that are NHS numbers: ten digits of which the last is a check digit (modulus 11).</summary>
internal static class NhsNumbers
{
    /// <summary>Fewer than this many prove nothing: one ten-digit number in eleven passes by chance.</summary>
    private const int Least = 2;

    /// <summary>True if most of <paramref name="ids"/> are valid NHS numbers.</summary>
    public static bool AreMostOf(IEnumerable<string> ids)
    {
        int valid = 0, all = 0;
        foreach (var id in ids)
        {
            all++;
            valid += IsValid(id) ? 1 : 0;
        }

        return valid >= Least && valid * 2 > all;
    }

    /// <summary>True for a valid NHS number, written with or without spaces and hyphens.</summary>
    public static bool IsValid(string id)
    {
        int digits = 0, sum = 0, last = 0;
        foreach (var c in id)
        {
            if (c is ' ' or '-')
            {
                continue;
            }

            if (!char.IsAsciiDigit(c) || digits == 10)
            {
                return false;
            }

            last = c - '0';
            sum += digits < 9 ? last * (10 - digits) : 0;
            digits++;
        }

        return digits == 10 && (11 - sum % 11) % 11 == last;
    }
}
