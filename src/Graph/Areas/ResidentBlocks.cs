using System.Runtime.CompilerServices;
using Networks.Graph.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// All residents by number, as a tree of blocks two levels deep. Copies share what did not change: one changed resident makes one block,
/// one page of 128 and the list of pages.
/// </summary>
internal sealed class ResidentBlocks
{
    private const int PageShift = 7;
    private const int PageSize = 1 << PageShift;
    private const int PageMask = PageSize - 1;

    private readonly ResidentBlock[][] pages;
    private readonly ResidentBlock nobody;

    private ResidentBlocks(ResidentBlock[][] pages, ResidentBlock nobody) => (this.pages, this.nobody) = (pages, nobody);

    /// <summary>The resident of a number; one whom no ward holds where nobody was ever put.</summary>
    public ResidentNode this[int ordinal] => new(Block(ordinal), ordinal & ResidentBlock.Mask, ordinal);

    public static ResidentBlocks Empty(GraphOrdinals ordinals) => new([], ordinals.Nobody);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsOnRegister(int ordinal, int day)
    {
        ref readonly var row = ref Block(ordinal).Rows[ordinal & ResidentBlock.Mask];
        return row.From <= day && day < row.Until;
    }

    public Writer Write() => new(this);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ResidentBlock Block(int ordinal)
    {
        var page = ordinal >> (ResidentBlock.Shift + PageShift);
        return page < pages.Length ? pages[page][(ordinal >> ResidentBlock.Shift) & PageMask] : nobody;
    }

    /// <summary>Collects who stands where, and packs each block touched once.</summary>
    public sealed class Writer(ResidentBlocks from)
    {
        private readonly Dictionary<int, ResidentNode[]> open = [];

        public ResidentNode this[int ordinal]
        {
            get => open.TryGetValue(ordinal >> ResidentBlock.Shift, out var nodes) ? nodes[ordinal & ResidentBlock.Mask] : from[ordinal];

            set => Open(ordinal)[ordinal & ResidentBlock.Mask] = value;
        }

        public void Remove(int ordinal) => this[ordinal] = new ResidentNode(from.nobody, ordinal & ResidentBlock.Mask, ordinal);

        public ResidentBlocks Done()
        {
            if (open.Count == 0)
            {
                return from;
            }

            var pages = new ResidentBlock[Math.Max(from.pages.Length, (open.Keys.Max() >> PageShift) + 1)][];
            from.pages.CopyTo(pages, 0);
            foreach (var (block, nodes) in open)
            {
                var page = block >> PageShift;
                var shared = page < from.pages.Length ? from.pages[page] : null;
                if (pages[page] == shared)
                {
                    pages[page] = Own(shared);
                }

                pages[page][block & PageMask] = BlockGathering.Of(from.Block(block << ResidentBlock.Shift), nodes);
            }

            for (var page = from.pages.Length; page < pages.Length; page++)
            {
                pages[page] ??= Own(null);
            }

            return new ResidentBlocks(pages, from.nobody);
        }

        private ResidentBlock[] Own(ResidentBlock[]? shared)
        {
            if (shared is not null)
            {
                return [.. shared];
            }

            var page = new ResidentBlock[PageSize];
            Array.Fill(page, from.nobody);
            return page;
        }

        private ResidentNode[] Open(int ordinal)
        {
            var block = ordinal >> ResidentBlock.Shift;
            if (!open.TryGetValue(block, out var nodes))
            {
                nodes = new ResidentNode[ResidentBlock.Size];
                for (var at = 0; at < nodes.Length; at++)
                {
                    nodes[at] = from[(block << ResidentBlock.Shift) + at];
                }

                open.Add(block, nodes);
            }

            return nodes;
        }
    }
}
