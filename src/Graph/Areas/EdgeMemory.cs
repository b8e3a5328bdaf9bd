using System.Collections.Concurrent;

namespace Networks.Graph.Areas;

/// <summary>What was computed from the edges of a picture alone. Pictures between which no edge changed share one.</summary>
internal sealed class EdgeMemory(EdgeLineage lineage)
{
    private const int EntriesMax = 8;

    private readonly ConcurrentDictionary<(int Day, int Kinds, int TieKinds), Lazy<Components>> components = new();
    private readonly ConcurrentDictionary<int, Lazy<GroupReach>> reaches = new();

    /// <summary>The memory of the next picture, in which an edge is another.</summary>
    public EdgeMemory Next() => new(lineage);

    /// <summary>The components over the kinds of a mask. Cost the first time: residents and edges of the area; then nothing.</summary>
    public Components Components(AreaGraph graph, int day, int kinds, int tieKinds)
    {
        Trim(components);
        return components.GetOrAdd((day, kinds, tieKinds), key => new Lazy<Components>(
            () => Areas.Components.Of(graph, key.Day, key.Kinds, key.TieKinds, lineage.NextStamp()))).Value;
    }

    /// <summary>How far each resident is from a member of a group. Cost as components.</summary>
    public GroupReach Reach(AreaGraph graph, int day)
    {
        Trim(reaches);
        return reaches.GetOrAdd(day, key => new Lazy<GroupReach>(() => GroupReach.Of(graph, key, lineage.NextStamp()))).Value;
    }

    private static void Trim<TKey, TValue>(ConcurrentDictionary<TKey, TValue> memory)
        where TKey : notnull
    {
        if (memory.Count > EntriesMax)
        {
            memory.Clear();
        }
    }
}
