using System.Runtime.CompilerServices;

namespace Networks.Graph.Areas;

/// <summary>
/// An immutable array whose copies share what did not change, as a tree three levels deep: pages of 64 chunks of 16 elements, or of 128
/// small ones. One changed element copies its chunk, its page and the list of pages, which for a million small elements are together as
/// much as five hundred of them, so a change to many elements costs about as much as a change to few. A chunk is small because one for
/// nearly every change outlives the next collection of garbage; pages and lists are replaced before.
/// </summary>
internal sealed class Chunks<T>
{
    private const int PageShift = 6;
    private const int PageSize = 1 << PageShift;
    private const int PageMask = PageSize - 1;

    private readonly T[][][] pages;

    // The page of chunks in which nothing was ever set.
    private readonly T[][] blank;

    private Chunks(T[][][] pages, T[][] blank) => (this.pages, this.blank) = (pages, blank);

    public static Chunks<T> Empty { get; } = EmptyOf(default!);

    // Chunks of small elements are longer, so that the arrays' headers do not outweigh what stands in them.
    private static int Shift => Unsafe.SizeOf<T>() < sizeof(long) ? 7 : 4;

    private static int Size => 1 << Shift;

    private static int Mask => Size - 1;

    /// <summary>The element at <paramref name="index"/>; what the empty array was made with where nothing was ever set.</summary>
    public T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Page(pages, index >> (Shift + PageShift))[(index >> Shift) & PageMask][index & Mask];
    }

    /// <summary>No element; <paramref name="nothing"/> is read where nothing is set.</summary>
    public static Chunks<T> EmptyOf(T nothing)
    {
        var chunk = new T[Size];
        Array.Fill(chunk, nothing);
        var page = new T[PageSize][];
        Array.Fill(page, chunk);
        return new Chunks<T>([], page);
    }

    /// <summary>As many elements as said, each worked out once; pages are filled side by side.</summary>
    public static Chunks<T> Of(int count, Func<int, T> element)
    {
        var pages = new T[((count - 1) >> (Shift + PageShift)) + 1][][];
        Unhurried.For(pages.Length, at =>
        {
            var page = pages[at] = Empty.blank.AsSpan().ToArray();
            for (int chunk = 0, first = at << (Shift + PageShift); chunk < PageSize && first < count; chunk++, first += Size)
            {
                var elements = page[chunk] = new T[Size];
                for (var index = first; index < Math.Min(first + Size, count); index++)
                {
                    elements[index & Mask] = element(index);
                }
            }
        });
        return new Chunks<T>(pages, Empty.blank);
    }

    /// <summary>As many elements as given, copied.</summary>
    public static Chunks<T> Of(ReadOnlySpan<T> elements)
    {
        var write = Empty.Write();
        for (var first = 0; first < elements.Length; first += Size)
        {
            elements[first..Math.Min(first + Size, elements.Length)].CopyTo(write.Own(first));
        }

        return write.Done();
    }

    public Writer Write() => new(this);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T[][] Page(T[][][] among, int at) => at < among.Length ? among[at] : blank;

    /// <summary>Collects changes; what is shared is copied the first time it is written to.</summary>
    public sealed class Writer(Chunks<T> from)
    {
        private T[][][] pages = from.pages;

        public T this[int index]
        {
            get => from.Page(pages, index >> (Shift + PageShift))[(index >> Shift) & PageMask][index & Mask];

            set => Own(index)[index & Mask] = value;
        }

        /// <summary>What was given to write, if nothing was written.</summary>
        public Chunks<T> Done() => from = pages == from.pages ? from : new Chunks<T>(pages, from.blank);

        /// <summary>The chunk of an element, to be written to.</summary>
        internal T[] Own(int index)
        {
            var (at, chunk) = (index >> (Shift + PageShift), (index >> Shift) & PageMask);
            if (pages == from.pages || at >= pages.Length)
            {
                var grown = new T[Math.Max(pages.Length, at + 1)][][];
                pages.CopyTo(grown, 0);
                Array.Fill(grown, from.blank, pages.Length, grown.Length - pages.Length);
                pages = grown;
            }

            var shared = from.Page(from.pages, at);
            var page = pages[at] == shared ? pages[at] = shared.AsSpan().ToArray() : pages[at];
            return page[chunk] == shared[chunk] ? page[chunk] = shared[chunk].AsSpan().ToArray() : page[chunk];
        }
    }
}
