namespace Networks.Domain.Measures;

/// <summary>How many single-letter changes lie between two words (Levenshtein 1966): what "did you mean" is ordered by.</summary>
public static class EditDistance
{
    /// <summary>Insertions, deletions and substitutions needed to turn one word into the other.</summary>
    public static int Between(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            row[column] = column;
        }

        for (var line = 1; line <= left.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var substituted = diagonal + (left[line - 1] == right[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(substituted, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
