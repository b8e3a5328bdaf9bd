namespace Networks.Graph.Areas;

/// <summary>What all pictures that came one from another share.</summary>
internal sealed class EdgeLineage
{
    private long stamps;

    /// <summary>A number never given before among these pictures.</summary>
    public long NextStamp() => Interlocked.Increment(ref stamps);
}
