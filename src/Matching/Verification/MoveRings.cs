namespace Networks.Matching.Verification;

/// <summary>Which benches can be reached from each other by moves: the strongly connected parts of the net (Tarjan 1972).</summary>
internal sealed class MoveRings
{
    private readonly CheckedMoves moves;
    private readonly int[] seen;
    private readonly int[] low;
    private readonly bool[] isOpen;
    private readonly Stack<int> open = new();
    private readonly Stack<(int Bench, IEnumerator<int> Next)> path = new();
    private int count;
    private int rings;

    public MoveRings(CheckedMoves moves)
    {
        this.moves = moves;
        (seen, low, isOpen, Of) = (new int[moves.Benches], new int[moves.Benches], new bool[moves.Benches], new int[moves.Benches]);
        for (var bench = 0; bench < moves.Benches; bench++)
        {
            if (seen[bench] == 0)
            {
                Follow(bench);
            }
        }
    }

    /// <summary>The ring of each bench, from 1.</summary>
    public int[] Of { get; }

    private void Follow(int from)
    {
        Enter(from);
        while (path.TryPeek(out var top))
        {
            if (!top.Next.MoveNext())
            {
                path.Pop();
                Leave(top.Bench);
            }
            else if (seen[top.Next.Current] == 0)
            {
                Enter(top.Next.Current);
            }
            else if (isOpen[top.Next.Current])
            {
                low[top.Bench] = Math.Min(low[top.Bench], seen[top.Next.Current]);
            }
        }
    }

    private void Enter(int bench)
    {
        seen[bench] = low[bench] = ++count;
        isOpen[bench] = true;
        open.Push(bench);
        path.Push((bench, NextTo(bench).GetEnumerator()));
    }

    private void Leave(int bench)
    {
        if (path.TryPeek(out var before))
        {
            low[before.Bench] = Math.Min(low[before.Bench], low[bench]);
        }

        if (low[bench] != seen[bench])
        {
            return;
        }

        rings++;
        int member;
        do
        {
            member = open.Pop();
            (isOpen[member], Of[member]) = (false, rings);
        }
        while (member != bench);
    }

    private IEnumerable<int> NextTo(int bench) =>
        moves.At(bench).SelectMany(occupant => moves.OptionsOf(occupant).Select(option => option.Bench));
}
