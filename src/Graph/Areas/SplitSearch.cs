namespace Networks.Graph.Areas;

/// <summary>
/// Looks from both ends of an edge that is no more, in turns, for the other end. The side with less work done goes on, so the cost is that
/// of the smaller side, or of the way to where the two meet.
/// </summary>
internal sealed class SplitSearch(DayGraph now, PendingEdges pending, SearchMarks marks, WorkBudget budget)
{
    private readonly List<int> neighbours = [];

    /// <summary>What was found: still joined, or all nodes of the side that came to its end.</summary>
    public (SplitFinding Finding, List<int> Side) Between(int left, int right)
    {
        var mark = marks.Two();
        var one = new Front(left, mark, marks);
        var other = new Front(right, mark + 1, marks);
        while (true)
        {
            if (one.IsDone || other.IsDone)
            {
                return (SplitFinding.Parted, (one.IsDone ? one : other).Nodes);
            }

            // A node with very many rows waits until the other side has done as much.
            var isOnes = one.Work + now.RowsOf(one.Coming) <= other.Work + now.RowsOf(other.Coming);
            var (front, opposite) = isOnes ? (one, other) : (other, one);

            if (Meets(front, opposite.Mark, out var work))
            {
                return (SplitFinding.Joined, []);
            }

            front.Work += work;
            if (!budget.Spend(work))
            {
                return (SplitFinding.TooFar, []);
            }
        }
    }

    private bool Meets(Front front, int otherMark, out int work)
    {
        neighbours.Clear();
        var node = front.Nodes[front.Next++];
        now.AddNeighbours(node, neighbours);
        pending.AddNeighbours(node, neighbours);
        work = 1 + neighbours.Count;
        foreach (var neighbour in neighbours)
        {
            if (marks[neighbour] == otherMark)
            {
                return true;
            }

            if (marks[neighbour] != front.Mark)
            {
                marks[neighbour] = front.Mark;
                front.Nodes.Add(neighbour);
            }
        }

        return false;
    }

    private sealed class Front
    {
        public Front(int start, int mark, SearchMarks marks)
        {
            Mark = mark;
            marks[start] = mark;
            Nodes = [start];
        }

        public int Mark { get; }

        public List<int> Nodes { get; }

        public int Next { get; set; }

        public bool IsDone => Next == Nodes.Count;

        public int Coming => Nodes[Next];

        public int Work { get; set; }
    }
}

/// <summary>What became of two nodes after an edge between them went.</summary>
internal enum SplitFinding
{
    Joined,
    Parted,
    TooFar,
}
