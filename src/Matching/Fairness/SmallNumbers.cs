namespace Networks.Matching.Fairness;

/// <summary>
/// Withholds what could point at a person: numbers from 1 to 4, and the next smallest group where a single withheld one could be found by
/// subtracting the others from the whole. A middle wait of few people is nearly one person's, so it goes as well.
/// </summary>
internal static class SmallNumbers
{
    public static IEnumerable<FairnessRow> Withheld(FairnessRow[] rows)
    {
        var hidden = rows.Where(row => IsSmall(row.Waiting)).ToHashSet();
        if (hidden.Count == 1 && rows.Where(row => !hidden.Contains(row)).MinBy(row => row.Waiting) is { } next)
        {
            hidden.Add(next);
        }

        FairnessRow[] shown = [.. rows.Select(row => hidden.Contains(row) ? Bare(row) : WithoutSmallParts(row))];
        // One helped number alone withheld is the plan's whole less all the others.
        FairnessRow[] partly = [.. shown.Where(row => row.Waiting is not null && row.Helped is null)];
        if (partly.Length == 1 && hidden.Count == 0
            && shown.Where(row => row.Helped is not null).MinBy(row => row.Waiting) is { } beside)
        {
            shown[Array.IndexOf(shown, beside)] = WithoutParts(beside);
        }

        return shown;
    }

    private static FairnessRow Bare(FairnessRow row) => new() { Dimension = row.Dimension, Group = row.Group, IsWithheld = true };

    private static FairnessRow WithoutSmallParts(FairnessRow row) =>
        IsSmall(row.Helped) || IsSmall(row.Waiting - row.Helped) ? WithoutParts(row) : IsSmall(row.Entitled)
            ? row with { Entitled = null, IsWithheld = true }
            : row;

    private static FairnessRow WithoutParts(FairnessRow row) => row with
    {
        Helped = null, Entitled = null, DaysHelped = null, DaysWaiting = null, IsWithheld = true,
    };

    private static bool IsSmall(int? number) => number is > 0 and < FairnessGroups.SmallNumber;
}
