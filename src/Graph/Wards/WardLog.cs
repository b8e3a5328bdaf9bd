namespace Networks.Graph.Wards;

/// <summary>
/// Whose findings may differ between one part of a ward and the next, newest step first. A step is known by itself and not by a number,
/// so two pictures made from one never take each other's steps. It forgets in halves: a walk back reaches at least the last
/// <see cref="ResidentsMax"/> changed residents and at most twice as many are held.
/// </summary>
internal sealed class WardLog
{
    /// <summary>Changed residents of a step or a run of steps beyond which it is cheaper to work the ward out anew.</summary>
    public const int ResidentsMax = 256;

    private readonly int[] changed;
    private readonly int inHalf;
    private readonly WardLog firstOfHalf;
    private WardLog? older;

    private WardLog(int[] changed, WardLog? older, WardLog? half)
    {
        this.changed = changed;
        this.older = older;
        inHalf = changed.Length + (half?.inHalf ?? 0);
        firstOfHalf = half?.firstOfHalf ?? this;
    }

    /// <summary>The log of a ward of which nothing was known before.</summary>
    public static WardLog Start() => new([], null, null);

    /// <summary>The log after residents have changed, come or gone; null if too many to say which.</summary>
    public WardLog After(int[]? residents)
    {
        if (residents is null || residents.Length > ResidentsMax)
        {
            return Start();
        }

        if (residents.Length == 0)
        {
            return this;
        }

        if (inHalf + residents.Length <= ResidentsMax)
        {
            return new WardLog(residents, this, this);
        }

        // What is older than the half that ends here is out of reach from now on; whoever still walks there finds less to keep.
        firstOfHalf.older = null;
        return new WardLog(residents, this, null);
    }

    /// <summary>Who may differ from how they were at an earlier step; null if that is not known any more.</summary>
    public IReadOnlyCollection<int>? ChangedSince(WardLog earlier)
    {
        if (ReferenceEquals(this, earlier))
        {
            return [];
        }

        HashSet<int> residents = [];
        for (var step = this; step is not null; step = step.older)
        {
            if (ReferenceEquals(step, earlier))
            {
                return residents;
            }

            residents.UnionWith(step.changed);
        }

        return null;
    }
}
