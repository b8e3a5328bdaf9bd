using System.Collections.Immutable;
using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Matches;

/// <summary>
/// Who of one ward waits for something on a day, paused people included, in the order of references, and the counts of it. The next one
/// is patched from it. Memory: 12 bytes a person waiting.
/// </summary>
internal sealed class WardWaiting
{
    private WardWaiting(WaitingNode[] people)
    {
        People = people;
        Count = people.Count(person => !person.IsPaused);
        BySet = KindBits.Counted(people.Where(person => !person.IsPaused).Select(person => (person.Seeking, 1)));
    }

    public WaitingNode[] People { get; }

    /// <summary>People who wait and are not paused.</summary>
    public int Count { get; }

    /// <summary>The same, by all that each would take.</summary>
    public ImmutableArray<KindSetCount> BySet { get; }

    /// <summary>Cost: the ward's residents, and the rows of those who seek something.</summary>
    public static WardWaiting Of(AreaGraph graph, WardPart ward, int day)
    {
        List<WaitingNode> people = [];
        foreach (var ordinal in ward.Residents)
        {
            if (Find(graph, ordinal, day) is { Seeking: not 0 } person)
            {
                people.Add(person);
            }
        }

        return new WardWaiting([.. people]);
    }

    /// <summary>The same of a later part of its ward. Cost: those waiting, and those who may differ.</summary>
    public WardWaiting Patched(AreaGraph graph, WardPart ward, int day, IReadOnlyCollection<int> changed)
    {
        WaitingNode[] others = [.. People.Where(person => !changed.Contains(person.Ordinal))];
        WaitingNode[] found =
        [
            .. changed.Where(ordinal => Array.IndexOf(ward.Residents, ordinal) >= 0)
                .Select(ordinal => Find(graph, ordinal, day)).Where(person => person.Seeking != 0),
        ];
        return found.Length == 0 && others.Length == People.Length ? this : new WardWaiting(InOrder(ward, [.. others, .. found]));
    }

    private static WaitingNode Find(AreaGraph graph, int ordinal, int day)
    {
        var node = graph.Resident(ordinal);
        return new WaitingNode(ordinal, WaitingSearch.Seeks(graph, node, day), node.PausedUntil?.DayNumber > day);
    }

    private static WaitingNode[] InOrder(WardPart ward, WaitingNode[] people)
    {
        var places = people.ToDictionary(person => person.Ordinal);
        return [.. ward.Residents.Where(places.ContainsKey).Select(ordinal => places[ordinal])];
    }
}
