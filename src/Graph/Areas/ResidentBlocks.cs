using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>All residents by number, block after block. Copies share what did not change.</summary>
internal readonly struct ResidentBlocks
{
    private readonly Chunks<ResidentBlock> blocks;

    private ResidentBlocks(Chunks<ResidentBlock> blocks) => this.blocks = blocks;

    /// <summary>The resident of a number; one whom no ward holds where nobody was ever put.</summary>
    public ResidentNode this[int ordinal] => new(blocks[ordinal >> ResidentBlock.Shift], ordinal & ResidentBlock.Mask, ordinal);

    public static ResidentBlocks Empty(GraphOrdinals ordinals) => new(Chunks<ResidentBlock>.EmptyOf(ordinals.Nobody));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsOnRegister(int ordinal, int day)
    {
        ref readonly var row = ref blocks[ordinal >> ResidentBlock.Shift].Rows[ordinal & ResidentBlock.Mask];
        return row.From <= day && day < row.Until;
    }

    public Writer Write(ResidentBlock nobody) => new(this, nobody);

    /// <summary>Collects who stands where, and packs each block touched once.</summary>
    public sealed class Writer(ResidentBlocks from, ResidentBlock nobody)
    {
        private readonly OrdinalSet ordinals = new();
        private readonly List<ResidentNode> nodes = [];

        public ResidentNode this[int ordinal]
        {
            get => ordinals.PlaceOf(ordinal) is >= 0 and var place ? nodes[place] : from[ordinal];

            set
            {
                if (ordinals.Add(ordinal))
                {
                    nodes.Add(value);
                }
                else
                {
                    nodes[ordinals.PlaceOf(ordinal)] = value;
                }
            }
        }

        public void Remove(int ordinal) => this[ordinal] = new ResidentNode(nobody, ordinal & ResidentBlock.Mask, ordinal);

        /// <summary>Nothing is asked of this writer afterwards.</summary>
        public ResidentBlocks Done()
        {
            var write = from.blocks.Write();
            var changed = CollectionsMarshal.AsSpan(nodes);
            changed.Sort(static (left, right) => left.Ordinal.CompareTo(right.Ordinal));
            for (int first = 0, next; first < changed.Length; first = next)
            {
                var block = changed[first].Ordinal >> ResidentBlock.Shift;
                for (next = first + 1; next < changed.Length && changed[next].Ordinal >> ResidentBlock.Shift == block; next++)
                {
                }

                write[block] = BlockGathering.Of(write[block], changed[first..next]);
            }

            return new ResidentBlocks(write.Done());
        }
    }
}
