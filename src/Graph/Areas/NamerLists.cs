namespace Networks.Graph.Areas;

/// <summary>
/// Who names each resident in a tie of hers, once however many ties she names her in: 4 bytes a naming, and which ties they are stands in
/// the namer's own rows. Packed by 64 residents into one array: where each one's namers end, then the namers.
/// </summary>
internal sealed class NamerLists
{
    private const int Shift = 6;
    private const int Size = 1 << Shift;
    private const int Mask = Size - 1;

    private readonly Chunks<int[]> blocks;

    private NamerLists(Chunks<int[]> blocks) => this.blocks = blocks;

    public static NamerLists Empty { get; } = new(Chunks<int[]>.Empty);

    /// <summary>The ordinals of whoever names her.</summary>
    public ReadOnlySpan<int> this[int ordinal] => blocks[ordinal >> Shift] is { } block ? Of(block, ordinal & Mask) : [];

    public Writer Write() => new(blocks);

    private static ReadOnlySpan<int> Of(int[] block, int index)
    {
        var from = index == 0 ? Size : block[index - 1];
        return block.AsSpan(from, block[index] - from);
    }

    /// <summary>Collects who comes to name somebody and who stops, and packs each array touched once.</summary>
    public sealed class Writer(Chunks<int[]> from)
    {
        private readonly List<Naming> changes = [];

        public void Add(int named, int namer) => changes.Add(new Naming(named, changes.Count, namer, true));

        public void Remove(int named, int namer) => changes.Add(new Naming(named, changes.Count, namer, false));

        public NamerLists Done()
        {
            if (changes.Count == 0)
            {
                return new NamerLists(from);
            }

            changes.Sort();
            var write = from.Write();
            for (int first = 0, next; first < changes.Count; first = next)
            {
                var block = changes[first].Named >> Shift;
                for (next = first + 1; next < changes.Count && changes[next].Named >> Shift == block; next++)
                {
                }

                write[block] = Merge(write[block], changes[first..next]);
            }

            return new NamerLists(write.Done());
        }

        private static int[] Merge(int[]? old, List<Naming> changes)
        {
            var merged = new List<int>((old?.Length ?? Size) + changes.Count);
            var ends = new int[Size];
            var at = 0;
            for (var index = 0; index < Size; index++)
            {
                var start = merged.Count;
                merged.AddRange(old is null ? [] : Of(old, index));
                for (; at < changes.Count && (changes[at].Named & Mask) == index; at++)
                {
                    if (changes[at].IsNew)
                    {
                        merged.Add(changes[at].Namer);
                    }
                    else
                    {
                        merged.RemoveAt(merged.IndexOf(changes[at].Namer, start));
                    }
                }

                ends[index] = Size + merged.Count;
            }

            return [.. ends, .. merged];
        }

        /// <summary>Ordered by whom it is about, then as they were told.</summary>
        private readonly record struct Naming(int Named, int Sequence, int Namer, bool IsNew) : IComparable<Naming>
        {
            public int CompareTo(Naming other) =>
                Named != other.Named ? Named.CompareTo(other.Named) : Sequence.CompareTo(other.Sequence);
        }
    }
}
