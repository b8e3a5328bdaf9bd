namespace Networks.Import.SyntheticAreas;

/// <summary>Shares a whole number out by weights (largest remainder): the parts add up, and each is its exact share rounded up or
/// down.</summary>
internal static class Apportionment
{
    public static int[] Share(int total, IReadOnlyList<long> weights)
    {
        var sum = weights.Sum();
        var parts = new int[weights.Count];
        if (sum == 0)
        {
            return parts;
        }

        var remainders = new (long Remainder, int At)[weights.Count];
        var given = 0;
        for (var at = 0; at < parts.Length; at++)
        {
            parts[at] = (int)(total * weights[at] / sum);
            remainders[at] = (total * weights[at] % sum, at);
            given += parts[at];
        }

        foreach (var (_, at) in remainders.OrderByDescending(part => part.Remainder).ThenBy(part => part.At).Take(total - given))
        {
            parts[at]++;
        }

        return parts;
    }
}
