namespace Networks.Matching.Verification;

/// <summary>
/// Which benches lie on one ring of moves, so that somebody who leaves one for another can be made up for: found by two walks, one along
/// the moves that notes who is done with last, one against them (Kosaraju). Shares nothing with the solver.
/// </summary>
internal sealed class Rings
{
    private readonly int[] start;
    private readonly int[] to;
    private readonly int[] number;

    private Rings(int nodes, List<(int From, int To)> moves)
    {
        var last = LastDone(Rows(nodes, moves));
        (start, to) = Rows(nodes, [.. moves.Select(move => (move.To, move.From))]);
        number = new int[nodes];
        Array.Fill(number, -1);
        var open = new Stack<int>();
        for (var at = nodes - 1; at >= 0; at--)
        {
            Take(last[at], last[at], open);
            while (open.TryPop(out var node))
            {
                for (var edge = start[node]; edge < start[node + 1]; edge++)
                {
                    Take(to[edge], last[at], open);
                }
            }
        }
    }

    /// <summary>The same number for all nodes of a ring.</summary>
    public static int[] Of(int nodes, List<(int From, int To)> moves) => new Rings(nodes, moves).number;

    private void Take(int node, int ring, Stack<int> open)
    {
        if (number[node] < 0)
        {
            number[node] = ring;
            open.Push(node);
        }
    }

    private static (int[] Start, int[] To) Rows(int nodes, List<(int From, int To)> moves)
    {
        var (start, to) = (new int[nodes + 1], new int[moves.Count]);
        foreach (var (from, _) in moves)
        {
            start[from + 1]++;
        }

        for (var node = 0; node < nodes; node++)
        {
            start[node + 1] += start[node];
        }

        var next = start[..^1];
        foreach (var (from, end) in moves)
        {
            to[next[from]++] = end;
        }

        return (start, to);
    }

    private static int[] LastDone((int[] Start, int[] To) moves)
    {
        var (start, to) = moves;
        var (done, next, seen) = (new List<int>(), start[..^1], new bool[start.Length - 1]);
        var path = new Stack<int>();
        for (var root = 0; root < seen.Length; root++)
        {
            if (!seen[root])
            {
                seen[root] = true;
                path.Push(root);
            }

            while (path.TryPeek(out var node))
            {
                if (next[node] == start[node + 1])
                {
                    done.Add(path.Pop());
                }
                else if (to[next[node]++] is var other && !seen[other])
                {
                    seen[other] = true;
                    path.Push(other);
                }
            }
        }

        return [.. done];
    }
}
