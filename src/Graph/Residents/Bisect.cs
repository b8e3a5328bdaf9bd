namespace Networks.Graph.Residents;

/// <summary>Binary search for a border.</summary>
internal static class Bisect
{
    /// <summary>
    /// How many of the first rows satisfy <paramref name="holds"/>, which must be true up to some row and false from there on.
    /// </summary>
    public static int Count(int rows, Func<int, bool> holds)
    {
        int low = 0, high = rows;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = holds(middle) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
