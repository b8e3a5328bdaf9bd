namespace Networks.Domain.Measures;

/// <summary>How urgent a need is: 1 (most urgent) to 4. An empty band ranks as the policy says, 4 unless it says otherwise.</summary>
public static class PriorityBand
{
    /// <summary>The most urgent band.</summary>
    public const int Most = 1;

    /// <summary>The least urgent band.</summary>
    public const int Least = 4;

    /// <summary>True for 1 to 4.</summary>
    public static bool IsKnown(int band) => band is >= Most and <= Least;
}
