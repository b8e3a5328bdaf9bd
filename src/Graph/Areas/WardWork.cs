using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>Work over wards: what is remembered is read at once, and only what is not is spread over the processors.</summary>
internal static class WardWork
{
    /// <summary>Does <paramref name="work"/> for each part's index.</summary>
    /// <param name="parts">The wards.</param>
    /// <param name="isRemembered">True if a ward's share of the work is a look-up.</param>
    /// <param name="work">The work; called once for each index, from several threads.</param>
    public static void ForEach(WardPart[] parts, Predicate<WardPart> isRemembered, Action<int> work)
    {
        List<int> unknown = [];
        for (var at = 0; at < parts.Length; at++)
        {
            if (isRemembered(parts[at]))
            {
                work(at);
            }
            else
            {
                unknown.Add(at);
            }
        }

        if (unknown is [var only])
        {
            work(only);
        }
        else if (unknown.Count > 1)
        {
            Unhurried.For(unknown.Count, at => work(unknown[at]));
        }
    }
}
