using Networks.Graph.Areas;

namespace Networks.Graph.Paths;

/// <summary>
/// Draws paths of one length in their order, not sorted: depth first, the tie of the lowest rank first, entering only where the end can
/// still be reached within the ties that are left. A path ends with the first person met who is there, so it never leads past one.
/// </summary>
internal sealed class PathDrawing(AreaGraph graph, PathScratch scratch, TwoSidedWalk walk, int day, int first)
{
    /// <summary>
    /// Steps looked at before no further path is sought: two people who both know the same many others can make that more ways than there
    /// are paths.
    /// </summary>
    public const int StepsMax = 200_000;

    private readonly List<int> settled = scratch.Lists[4];
    private readonly int[] path = new int[PathQuery.HopsMost];
    private int length;
    private int steps;

    /// <summary>Paths so far, the best first, each as the people met.</summary>
    public List<int[]> Found { get; } = [];

    /// <summary>False once a path may have been left out.</summary>
    public bool IsExhaustive => steps <= StepsMax;

    /// <summary>Adds the paths of as many ties as the walk has walked, until there are enough.</summary>
    public void Draw(int from)
    {
        length = walk.Hops;
        Settle(from);
        scratch.SetOnPath(from, true);
        Step(from, length);
        scratch.SetOnPath(from, false);
    }

    // Between the two sides stand people met from hers alone, who know someone met from both: how many ties they are from the end follows
    // from there inwards. Only those can stand on a path of this length who are near enough to both.
    private void Settle(int from)
    {
        foreach (var person in settled)
        {
            scratch.SetInner(person, PathScratch.Unknown);
        }

        settled.Clear();
        var (outer, inner) = (scratch.Lists[5], scratch.Lists[6]);
        outer.Clear();
        foreach (var person in walk.Met)
        {
            if (scratch.MetFromEnd(person) == walk.EndHops && person != from)
            {
                outer.Add(person);
            }
        }

        for (var hops = walk.EndHops + 1; hops < length && outer.Count > 0; hops++)
        {
            inner.Clear();
            var inwards = new Inwards(scratch, inner, hops, length - hops);
            foreach (var person in outer)
            {
                steps += TieLooks.Each(graph, person, day, ref inwards) / RowsAStep;
            }

            inner.Remove(from);
            settled.AddRange(inner);
            (outer, inner) = (inner, outer);
        }
    }

    private void Step(int person, int left)
    {
        var others = scratch.Candidates[left];
        others.Clear();
        var onward = new Onward(scratch, others, left - 1);
        steps += 1 + TieLooks.Each(graph, person, day, ref onward) / RowsAStep;
        InOrder(person, others);
        for (var at = 0; at < others.Count && Found.Count < first && IsExhaustive; at++)
        {
            var other = others[at].Person;
            steps++;
            path[length - left] = other;
            if (left == 1)
            {
                Found.Add([.. path.AsSpan(0, length)]);
                continue;
            }

            scratch.SetOnPath(other, true);
            Step(other, left - 1);
            scratch.SetOnPath(other, false);
        }
    }

    // Whoever both name each other, or one the other twice, stands there several times.
    private void InOrder(int person, List<Candidate> others)
    {
        if (others.Count < 2)
        {
            return;
        }

        var node = graph.Resident(person);
        var ranked = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(others);
        ranked.Sort(static (left, right) => left.Person.CompareTo(right.Person));
        var kept = 0;
        for (var at = 0; at < ranked.Length; at++)
        {
            if (at == 0 || ranked[at].Person != ranked[kept - 1].Person)
            {
                ranked[kept++] = ranked[at];
            }
        }

        others.RemoveRange(kept, others.Count - kept);
        ranked = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(others);
        foreach (ref var other in ranked)
        {
            other = other with { Rank = TieStrength.Between(node, graph.Resident(other.Person), day).Rank };
        }

        steps += kept;
        if (kept > 1)
        {
            others.Sort((left, right) => left.Rank != right.Rank ? left.Rank.CompareTo(right.Rank)
                : graph.Ordinals.Residents.Compare(left.Person, right.Person));
        }
    }

    private const int RowsAStep = 8;

    private readonly struct Inwards(PathScratch scratch, List<int> inner, int hops, int fromMost) : ITieVisitor
    {
        public bool Wants(int person) => scratch.From(person) <= fromMost && scratch.End(person) == PathScratch.Unknown;

        public void Meet(int person)
        {
            scratch.SetInner(person, hops);
            inner.Add(person);
        }
    }

    private readonly struct Onward(PathScratch scratch, List<Candidate> others, int left) : ITieVisitor
    {
        public bool Wants(int person) =>
            scratch.End(person) is var end && end <= left && (end == 0) == (left == 0) && !scratch.IsOnPath(person);

        public void Meet(int person) => others.Add(new Candidate(person, 0));
    }
}

/// <summary>Somebody who may be met next.</summary>
internal readonly record struct Candidate(int Person, long Rank);
