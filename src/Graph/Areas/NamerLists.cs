using System.Runtime.InteropServices;

namespace Networks.Graph.Areas;

/// <summary>
/// Who names each resident in a tie of hers, once however many ties she names her in: 4 bytes a naming, and which ties they are stands in
/// the namer's own rows. Packed by 16 residents into one array: where each one's namers end, then the namers.
/// </summary>
internal readonly struct NamerLists
{
    private const int Shift = 3;
    private const int Size = 1 << Shift;
    private const int Mask = Size - 1;

    private readonly Chunks<int[]?> blocks;

    private NamerLists(Chunks<int[]?> blocks) => this.blocks = blocks;

    public static NamerLists Empty { get; } = new(Chunks<int[]?>.Empty);

    /// <summary>The ordinals of whoever names her.</summary>
    public ReadOnlySpan<int> this[int ordinal] => blocks[ordinal >> Shift] is { } block ? Of(block, ordinal & Mask) : [];

    public Writer Write() => new(blocks);

    private static ReadOnlySpan<int> Of(int[] block, int index)
    {
        var from = index == 0 ? Size : block[index - 1];
        return block.AsSpan(from, block[index] - from);
    }

    /// <summary>Collects who comes to name somebody and who stops, and packs each array touched once.</summary>
    public sealed class Writer(Chunks<int[]?> from)
    {
        private readonly List<Naming> changes = [];

        public void Add(int named, int namer) => changes.Add(new Naming(named, changes.Count, namer, true));

        public void Remove(int named, int namer) => changes.Add(new Naming(named, changes.Count, namer, false));

        public NamerLists Done()
        {
            changes.Sort();
            var write = from.Write();
            for (int first = 0, next; first < changes.Count; first = next)
            {
                var block = changes[first].Named >> Shift;
                for (next = first + 1; next < changes.Count && changes[next].Named >> Shift == block; next++)
                {
                }

                write[block] = Merge(write[block], CollectionsMarshal.AsSpan(changes)[first..next]);
            }

            return new NamerLists(write.Done());
        }

        // Those who name her keep their order; whoever is new comes last.
        private static int[] Merge(int[]? old, ReadOnlySpan<Naming> changes)
        {
            var room = new int[(old?.Length ?? Size) + changes.Length];
            int at = 0, end = Size;
            for (var index = 0; index < Size; index++)
            {
                var start = end;
                var namers = old is null ? [] : Of(old, index);
                namers.CopyTo(room.AsSpan(end));
                end += namers.Length;
                for (; at < changes.Length && (changes[at].Named & Mask) == index; at++)
                {
                    if (changes[at].IsNew)
                    {
                        room[end++] = changes[at].Namer;
                    }
                    else
                    {
                        var hers = room.AsSpan(start..end--);
                        var gone = hers.IndexOf(changes[at].Namer);
                        hers[(gone + 1)..].CopyTo(hers[gone..]);
                    }
                }

                room[index] = end;
            }

            return end == room.Length ? room : room[..end];
        }

        /// <summary>Ordered by whom it is about, then as they were told.</summary>
        private readonly record struct Naming(int Named, int Sequence, int Namer, bool IsNew) : IComparable<Naming>
        {
            public int CompareTo(Naming other) =>
                Named != other.Named ? Named.CompareTo(other.Named) : Sequence.CompareTo(other.Sequence);
        }
    }
}
