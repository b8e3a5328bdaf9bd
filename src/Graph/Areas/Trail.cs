namespace Networks.Graph.Areas;

/// <summary>
/// The latest picture of which something was worked out, and what; the next picture's is made from it, by following what lies between or
/// from nothing. Callers for one thing take turns. Holding a picture costs what it no longer shares with the current one, so it is let go
/// when following it has become impossible.
/// </summary>
internal sealed class Trail<T>
    where T : class
{
    private readonly Lock turn = new();
    private volatile Mark? latest;

    /// <summary>When it was last asked; the least recently asked trail is given up first.</summary>
    public long AskedAt { get; private set; }

    public T At(AreaGraph graph, long asked, Func<Mark, Touched, T?> follow, Func<T> begin)
    {
        lock (turn)
        {
            AskedAt = asked;
            var value = latest is { } known && Touched.Between(known.Graph, graph) is { } touched ? follow(known, touched) : null;
            value ??= begin();
            if (latest is not { } still || still.Graph.Stamp <= graph.Stamp)
            {
                latest = new Mark(graph, value);
            }

            return value;
        }
    }

    /// <summary>Lets go of a picture that the one given cannot be reached from any more.</summary>
    public void LetGo(PictureStep current)
    {
        if (latest is { } known && current.Since(known.Graph.Step) is null)
        {
            latest = null;
        }
    }

    /// <summary>What was worked out of a picture.</summary>
    internal sealed record Mark(AreaGraph Graph, T Value);
}
