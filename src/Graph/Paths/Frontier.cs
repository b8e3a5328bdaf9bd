using Networks.Graph.Areas;
using Networks.Graph.Wards;
using QuikGraph;

namespace Networks.Graph.Paths;

/// <summary>
/// The people who could stand between one resident and those who are there already, as a small graph of their ties. A path ends with the
/// first person met who is there, so it never leads past one.
/// <para>
/// Paths are drawn in their order, not sorted: depth first among those of one length, the best tie first, entering only where the end can
/// still be reached in exactly the ties that are left. Two acquaintances who both know the same people can make that look at more ways
/// than there are paths, so it stops after a fixed number of steps.
/// </para>
/// </summary>
internal sealed class Frontier
{
    /// <summary>Steps looked at before no further path is sought; some hundred times what a town of 20,000 needs.</summary>
    private const int StepsMax = 200_000;

    private readonly AreaGraph graph;
    private readonly int day;
    private readonly int from;
    private readonly int hopsMax;
    private readonly HashSet<int> there;
    private readonly UndirectedGraph<int, SEdge<int>> ties = new(allowParallelEdges: true);
    private readonly Dictionary<int, int[]> ordered = [];

    private Frontier(AreaGraph graph, int day, int from, int hopsMax, HashSet<int> there) =>
        (this.graph, this.day, this.from, this.hopsMax, this.there) = (graph, day, from, hopsMax, there);

    /// <summary>
    /// Everybody within <paramref name="hopsMax"/> ties of <paramref name="from"/> for whom <paramref name="mayStand"/> holds, reached
    /// through such people only. Cost: their ties.
    /// </summary>
    public static Frontier Around(
        AreaGraph graph, ResidentNode from, int day, int hopsMax, HashSet<int> there, Func<ResidentNode, bool> mayStand)
    {
        var frontier = new Frontier(graph, day, from.Ordinal, hopsMax, there);
        frontier.ties.AddVertex(from.Ordinal);
        HashSet<int> expanded = [];
        List<int> level = [from.Ordinal];
        for (var hops = 0; hops < hopsMax && level.Count > 0; hops++)
        {
            List<int> next = [];
            foreach (var person in level.Where(expanded.Add))
            {
                foreach (var other in frontier.Neighbours(person)
                    .Where(other => !expanded.Contains(other) && mayStand(graph.Resident(other))))
                {
                    frontier.ties.AddVerticesAndEdge(new SEdge<int>(person, other));
                    if (!there.Contains(other))
                    {
                        next.Add(other);
                    }
                }
            }

            level = next;
        }

        return frontier;
    }

    /// <summary>The best <paramref name="first"/> paths, each as the people met.</summary>
    public IReadOnlyList<int[]> Ranked(int first)
    {
        List<int[]> found = [];
        var ends = new List<HashSet<int>> { there.Where(ties.ContainsVertex).ToHashSet() };
        var steps = 0;
        for (var length = 1; length <= hopsMax && found.Count < first && steps < StepsMax; length++)
        {
            ends.Add(OneTieBefore(ends[length - 1]));
            if (ends[length].Contains(from))
            {
                Draw([from], length, ends, first, found, ref steps);
            }
        }

        return found;
    }

    private void Draw(List<int> path, int left, List<HashSet<int>> ends, int first, List<int[]> found, ref int steps)
    {
        foreach (var other in BestFirst(path[^1]).Where(ends[left - 1].Contains))
        {
            if (found.Count == first || steps++ >= StepsMax)
            {
                return;
            }

            if (path.Contains(other))
            {
                continue;
            }

            path.Add(other);
            if (left == 1)
            {
                found.Add([.. path.Skip(1)]);
            }
            else
            {
                Draw(path, left - 1, ends, first, found, ref steps);
            }

            path.RemoveAt(path.Count - 1);
        }
    }

    // Who stands one tie before these people without being there already.
    private HashSet<int> OneTieBefore(HashSet<int> people) =>
    [
        .. people.SelectMany(person => ties.AdjacentEdges(person).Select(tie => Other(tie, person))).Where(other => !there.Contains(other)),
    ];

    private int[] BestFirst(int person)
    {
        if (!ordered.TryGetValue(person, out var known))
        {
            known =
            [
                .. ties.AdjacentEdges(person).Select(tie => Other(tie, person)).Distinct()
                    .OrderByDescending(other => LastContact(person, other)).ThenBy(other => graph.Resident(other).Id),
            ];
            ordered.Add(person, known);
        }

        return known;
    }

    private static int Other(SEdge<int> tie, int person) => tie.Source == person ? tie.Target : tie.Source;

    private HashSet<int> Neighbours(int ordinal)
    {
        HashSet<int> found = [];
        foreach (ref readonly var tie in graph.Resident(ordinal).Ties)
        {
            if (!tie.IsAlter && tie.Holds(day) && graph.IsOnRegister(tie.Other, day))
            {
                found.Add(tie.Other);
            }
        }

        foreach (var by in graph.NamersOf(ordinal))
        {
            if (by.Row.Holds(day) && by.Node.Register.Holds(day))
            {
                found.Add(by.Namer);
            }
        }

        return found;
    }

    // Over all rows of the two: several rows for one pair are one connection.
    private int LastContact(int person, int other) => Math.Max(Named(person, other), Named(other, person));

    private int Named(int namer, int named)
    {
        var latest = ContactDays.None;
        var person = graph.Resident(namer);
        foreach (ref readonly var tie in person.Ties)
        {
            latest = tie.Other == named ? Math.Max(latest, person.ContactUpTo(in tie, day)) : latest;
        }

        return latest;
    }
}
