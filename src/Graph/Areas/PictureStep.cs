namespace Networks.Graph.Areas;

/// <summary>
/// What the step to a picture touched, linked to the steps before it, so that what was worked out from an older picture can follow
/// instead of starting again. Only so many touched entities are linked; what lies further back is forgotten.
/// </summary>
internal sealed class PictureStep
{
    /// <summary>Touched entities remembered of one step, and of all linked steps before the oldest half is let go.</summary>
    public const int EntitiesMax = 4096;

    private readonly int weight;
    private readonly PictureStep? generation;
    private PictureStep? previous;

    private PictureStep(PictureStep? previous, int[]? rewired, int[]? groups)
    {
        Rewired = rewired;
        Groups = groups;
        var own = 1 + (rewired?.Length ?? 0) + (groups?.Length ?? 0);
        if (previous is null || !IsKnown)
        {
            weight = own;
            generation = this;
            return;
        }

        this.previous = previous;
        weight = previous.weight + own;
        generation = previous.generation;
        if (weight > EntitiesMax)
        {
            // A generation is full: it stays linked as the last one, and the one before it is let go.
            weight = own;
            generation!.previous = null;
            generation = this;
        }
    }

    /// <summary>Before the first change.</summary>
    public static PictureStep First { get; } = new(null, [], []);

    /// <summary>Residents put or removed whose edges on some day are others than before; null = too many to name.</summary>
    public int[]? Rewired { get; }

    /// <summary>Groups put or removed; null = too many to name.</summary>
    public int[]? Groups { get; }

    /// <summary>True if steps further back were let go when this one was made.</summary>
    public bool LetsGo => generation == this;

    /// <summary>False if the step touched more than can be named.</summary>
    public bool IsKnown => Rewired is not null && Groups is not null;

    /// <param name="previous">The step before it.</param>
    /// <param name="rewired">Residents put or removed with other edges, as many as there are.</param>
    /// <param name="groups">Groups put or removed.</param>
    public static PictureStep After(PictureStep previous, OrdinalSet rewired, OrdinalSet groups) =>
        new(previous, Named(rewired), Named(groups));

    /// <summary>The steps made after <paramref name="older"/> up to this one, the latest first; null if not known.</summary>
    public IReadOnlyList<PictureStep>? Since(PictureStep older)
    {
        List<PictureStep> steps = [];
        for (var step = this; step is not null; step = step.previous)
        {
            if (step == older)
            {
                return steps;
            }

            steps.Add(step);
        }

        return null;
    }

    private static int[]? Named(OrdinalSet entities) => entities.Count > EntitiesMax ? null : entities.ToArray();
}
