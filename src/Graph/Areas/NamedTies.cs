using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// The ties in which others name a resident, found in the rows of each namer: <c>foreach (var by in graph.NamersOf(ordinal))</c>.
/// </summary>
internal readonly ref struct NamedTies(AreaGraph graph, int named, ReadOnlySpan<int> namers)
{
    private readonly ReadOnlySpan<int> namers = namers;

    public Enumerator GetEnumerator() => new(graph, named, namers);

    /// <summary>Goes through the namers and, for each, through her ties.</summary>
    public ref struct Enumerator(AreaGraph graph, int named, ReadOnlySpan<int> namers)
    {
        private readonly ReadOnlySpan<int> namers = namers;
        private ReadOnlySpan<TieRow> ties;
        private ResidentNode namer;
        private int next;
        private int tie;

        public readonly NamedBy Current => new(namer, tie);

        public bool MoveNext()
        {
            while (true)
            {
                while (++tie < ties.Length)
                {
                    if (ties[tie].Other == named)
                    {
                        return true;
                    }
                }

                if (next == namers.Length)
                {
                    return false;
                }

                namer = graph.Resident(namers[next++]);
                ties = namer.Ties;
                tie = -1;
            }
        }
    }
}

/// <summary>One tie that names a resident: whose it is and which of hers.</summary>
internal readonly struct NamedBy(ResidentNode namer, int tie)
{
    /// <summary>The namer's ordinal.</summary>
    public int Namer => namer.Ordinal;

    /// <summary>Which of the namer's ties.</summary>
    public int Tie => tie;

    public ResidentNode Node => namer;

    public ref readonly TieRow Row => ref namer.Ties[tie];
}
