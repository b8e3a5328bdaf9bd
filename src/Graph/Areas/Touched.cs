namespace Networks.Graph.Areas;

/// <summary>Whose edges may differ between two pictures: residents put or removed with other rows, and groups put or removed.</summary>
internal sealed record Touched(HashSet<int> Residents, HashSet<int> Groups)
{
    /// <summary>Either picture may be the older one; null if too much lies between them, or neither came from the other.</summary>
    public static Touched? Between(AreaGraph one, AreaGraph other)
    {
        var steps = one.Stamp <= other.Stamp ? other.Step.Since(one.Step) : one.Step.Since(other.Step);
        if (steps is null)
        {
            return null;
        }

        var touched = new Touched([], []);
        foreach (var step in steps)
        {
            touched.Residents.UnionWith(step.Rewired!);
            touched.Groups.UnionWith(step.Groups!);
        }

        return touched;
    }
}
