using System.Collections.Concurrent;
using Networks.Graph.Spreads;

namespace Networks.Graph.Areas;

/// <summary>What was computed from the edges of a picture alone. Pictures between which no edge changed share one.</summary>
internal sealed class EdgeMemory(EdgeLineage lineage)
{
    private const int EntriesMax = 8;

    // Made when somebody first asks: of the pictures of a busy day nobody asks most.
    private Kept? kept;

    /// <summary>What this memory shares with those of other pictures.</summary>
    public EdgeLineage Lineage => lineage;

    /// <summary>Other answers that follow from these edges alone.</summary>
    public EdgeAnswers Answers => Known.Answers;

    private Kept Known => Volatile.Read(ref kept) ?? Interlocked.CompareExchange(ref kept, new Kept(), null) ?? kept;

    /// <summary>The memory of the next picture.</summary>
    /// <param name="step">What the step to it touched.</param>
    /// <param name="edgesChanged">False if every edge is as before on every day.</param>
    public EdgeMemory Next(PictureStep step, bool edgesChanged)
    {
        if (step.LetsGo)
        {
            lineage.LetGo(step);
        }

        return edgesChanged ? new EdgeMemory(lineage) : this;
    }

    /// <summary>
    /// The components over the kinds of a mask. Cost: nothing if this picture was asked before; what changed since the last picture that
    /// was asked; or the residents and edges of the area, if none was or too much has changed.
    /// </summary>
    public Components Components(AreaGraph graph, int day, int kinds, int tieKinds)
    {
        Trim(Known.Components);
        return Known.Components.GetOrAdd(
            new EdgeChoice(day, kinds, tieKinds),
            static (choice, given) => new Lazy<Components>(() => given.lineage.Components(given.graph, choice)),
            (lineage, graph)).Value;
    }

    /// <summary>How far each resident is from a member of a group. Cost as components.</summary>
    public GroupReach Reach(AreaGraph graph, int day)
    {
        Trim(Known.Reaches);
        return Known.Reaches.GetOrAdd(
            day,
            static (day, given) => new Lazy<GroupReach>(() => given.lineage.Reach(given.graph, day)),
            (lineage, graph)).Value;
    }

    /// <summary>How many others each resident has within two ties. Cost as components.</summary>
    public TwoTieReach TwoTies(AreaGraph graph, int day) =>
        Answers.Of(EdgeChoice.Ties(day), choice => lineage.TwoTies(graph, choice.Day));

    private static void Trim<TKey, TValue>(ConcurrentDictionary<TKey, TValue> memory)
        where TKey : notnull
    {
        if (memory.Count > EntriesMax)
        {
            memory.Clear();
        }
    }

    private sealed class Kept
    {
        public ConcurrentDictionary<EdgeChoice, Lazy<Components>> Components { get; } = new();

        public ConcurrentDictionary<int, Lazy<GroupReach>> Reaches { get; } = new();

        public EdgeAnswers Answers { get; } = new();
    }
}
