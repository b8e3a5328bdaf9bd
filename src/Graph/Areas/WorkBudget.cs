namespace Networks.Graph.Areas;

/// <summary>Counts work down; what runs out of it gives up and lets the whole be worked out anew.</summary>
internal sealed class WorkBudget(int max)
{
    private int left = max;

    /// <summary>False once more was spent than there was.</summary>
    public bool Spend(int work)
    {
        left -= work;
        return left >= 0;
    }
}
