namespace Networks.Graph.Areas;

/// <summary>Collects what a step touches until it is too much to name.</summary>
internal sealed class StepNotes
{
    private readonly HashSet<int> residents = [];
    private readonly HashSet<int> affected = [];
    private readonly HashSet<int> rewired = [];
    private readonly HashSet<int> groups = [];

    /// <summary>A resident put or removed.</summary>
    public void Put(int resident)
    {
        Note(residents, resident);
        Note(affected, resident);
    }

    /// <summary>A resident put or removed whose edges on some day are others than before.</summary>
    public void Rewire(int resident) => Note(rewired, resident);

    /// <summary>A resident who stays as she is, beside one or in a group that does not.</summary>
    public void Affect(int resident) => Note(affected, resident);

    /// <summary>A group put or removed.</summary>
    public void PutGroup(int group) => Note(groups, group);

    public PictureStep After(PictureStep previous) =>
        PictureStep.After(previous, Named(residents), Named(affected), Named(rewired), Named(groups));

    private static int[]? Named(HashSet<int> entities) => entities.Count > PictureStep.EntitiesMax ? null : [.. entities];

    private static void Note(HashSet<int> entities, int ordinal)
    {
        if (entities.Count <= PictureStep.EntitiesMax)
        {
            entities.Add(ordinal);
        }
    }
}
