using System.Collections.Concurrent;
using Networks.Graph.Spreads;

namespace Networks.Graph.Areas;

/// <summary>
/// What all pictures that came one from another share: for each choice of edges that somebody asks about, the latest components and walks,
/// from which the next picture's are made. Nobody pays before somebody asks.
/// </summary>
internal sealed class EdgeLineage(FollowLimits limits)
{
    private const int TrailsMax = 8;

    private readonly ConcurrentDictionary<EdgeChoice, Trail<Components>> components = new();
    private readonly ConcurrentDictionary<int, Trail<GroupReach>> reaches = new();
    private readonly ConcurrentDictionary<int, Trail<TwoTieReach>> twoTies = new();
    private long stamps;
    private long begun;

    public FollowLimits Limits => limits;

    public SearchMarks.Shelf Marks { get; } = new();

    /// <summary>How often something was worked out from nothing.</summary>
    public long Begun => Interlocked.Read(ref begun);

    /// <summary>A number never given before among these pictures.</summary>
    public long NextStamp() => Interlocked.Increment(ref stamps);

    public Components Components(AreaGraph graph, EdgeChoice choice) => Ask(components, choice).At(
        graph,
        NextStamp(),
        (known, touched) => known.Value.Follow(known.Graph, graph, touched, this),
        () => Areas.Components.Of(graph, choice, Begin(), limits));

    public GroupReach Reach(AreaGraph graph, int day) => Ask(reaches, day).At(
        graph,
        NextStamp(),
        (known, touched) => known.Value.Follow(known.Graph, graph, touched, this),
        () => GroupReach.Of(graph, day, Begin()));

    public TwoTieReach TwoTies(AreaGraph graph, int day) => Ask(twoTies, day).At(
        graph,
        NextStamp(),
        (known, touched) => known.Value.Follow(known.Graph, graph, EdgeChoice.Ties(day), touched, this),
        () =>
        {
            Begin();
            return TwoTieReach.Of(graph, EdgeChoice.Ties(day));
        });

    /// <summary>Called when older steps have been forgotten: nobody should hold pictures that can no longer be followed.</summary>
    public void LetGo(PictureStep current)
    {
        foreach (var trail in components.Values)
        {
            trail.LetGo(current);
        }

        foreach (var trail in reaches.Values)
        {
            trail.LetGo(current);
        }

        foreach (var trail in twoTies.Values)
        {
            trail.LetGo(current);
        }
    }

    private long Begin()
    {
        Interlocked.Increment(ref begun);
        return NextStamp();
    }

    private static Trail<T> Ask<TKey, T>(ConcurrentDictionary<TKey, Trail<T>> trails, TKey key)
        where TKey : notnull
        where T : class
    {
        if (!trails.ContainsKey(key) && trails.Count >= TrailsMax)
        {
            trails.TryRemove(trails.MinBy(trail => trail.Value.AskedAt).Key, out _);
        }

        return trails.GetOrAdd(key, static _ => new Trail<T>());
    }
}
