using System.Collections.Concurrent;

namespace Networks.Graph.Areas;

/// <summary>
/// One mark a node, wiped by counting on instead of writing. Kept between searches, because a search that touches a few nodes must not
/// pay for all of them. Memory: 4 bytes a node for each search that ever ran at the same time as others.
/// </summary>
internal sealed class SearchMarks
{
    private const int KeptMax = 2;

    private int[] marks = [];
    private int mark;

    /// <summary>Makes room for so many nodes.</summary>
    public void Size(int nodes)
    {
        if (marks.Length < nodes)
        {
            Array.Resize(ref marks, nodes);
        }
    }

    /// <summary>The first of two marks, one above the other, that no node bears.</summary>
    public int Two()
    {
        if (mark > int.MaxValue - 2)
        {
            Array.Clear(marks);
            mark = 0;
        }

        mark += 2;
        return mark - 1;
    }

    public int this[int node]
    {
        get => marks[node];
        set => marks[node] = value;
    }

    /// <summary>Marks nobody uses at the moment.</summary>
    internal sealed class Shelf
    {
        private readonly ConcurrentBag<SearchMarks> kept = [];

        public SearchMarks Take(int nodes)
        {
            var marks = kept.TryTake(out var known) ? known : new SearchMarks();
            marks.Size(nodes);
            return marks;
        }

        public void Return(SearchMarks marks)
        {
            if (kept.Count < KeptMax)
            {
                kept.Add(marks);
            }
        }
    }
}
