namespace Networks.Graph.Areas;

/// <summary>
/// An immutable array whose copies share what did not change: one changed element copies one chunk of 1,024 and the row of chunks, so
/// a change to a million elements costs about as much as a change to a thousand.
/// </summary>
internal sealed class Chunks<T>
{
    private const int Shift = 10;
    private const int Size = 1 << Shift;
    private const int Mask = Size - 1;

    private readonly T?[]?[] rows;

    private Chunks(T?[]?[] rows) => this.rows = rows;

    public static Chunks<T> Empty { get; } = new([]);

    /// <summary>As many elements as said, each worked out once; chunks are filled side by side.</summary>
    public static Chunks<T> Of(int count, Func<int, T> element)
    {
        var rows = new T?[]?[(count + Mask) >> Shift];
        Unhurried.For(rows.Length, row =>
        {
            var chunk = new T?[Size];
            for (var at = 0; at < Math.Min(Size, count - (row << Shift)); at++)
            {
                chunk[at] = element((row << Shift) + at);
            }

            rows[row] = chunk;
        });
        return new Chunks<T>(rows);
    }

    /// <summary>As many elements as given, copied.</summary>
    public static Chunks<T> Of(ReadOnlySpan<T> elements)
    {
        var rows = new T?[]?[(elements.Length + Mask) >> Shift];
        for (var row = 0; row < rows.Length; row++)
        {
            var chunk = new T?[Size];
            elements.Slice(row << Shift, Math.Min(Size, elements.Length - (row << Shift))).CopyTo(chunk!);
            rows[row] = chunk;
        }

        return new Chunks<T>(rows);
    }

    /// <summary>The element at <paramref name="index"/>; the default of its type where nothing was ever set.</summary>
    public T? this[int index]
    {
        get
        {
            var row = index >> Shift;
            return row < rows.Length && rows[row] is { } chunk ? chunk[index & Mask] : default;
        }
    }

    public Writer Write() => new(rows);

    /// <summary>Collects changes; a chunk is copied the first time it is written to.</summary>
    public sealed class Writer(T?[]?[] from)
    {
        private T?[]?[] rows = from;
        private bool[]? owned;

        public T? this[int index]
        {
            get
            {
                var row = index >> Shift;
                return row < rows.Length && rows[row] is { } chunk ? chunk[index & Mask] : default;
            }

            set => Own(index >> Shift)[index & Mask] = value;
        }

        public Chunks<T> Done()
        {
            owned = null;
            return new Chunks<T>(rows);
        }

        private T?[] Own(int row)
        {
            if (owned is null)
            {
                rows = [.. rows];
                owned = new bool[rows.Length];
            }

            if (row >= rows.Length)
            {
                Array.Resize(ref rows, row + 1);
                Array.Resize(ref owned, row + 1);
            }

            if (!owned[row])
            {
                rows[row] = rows[row] is { } shared ? [.. shared] : new T?[Size];
                owned[row] = true;
            }

            return rows[row]!;
        }
    }
}
