using System.Collections;

namespace HotChocolate.Execution;

/// <summary>A list of a response.</summary>
internal sealed class ResultList(ResultNode parent, int index, bool itemsNonNull, int capacity)
    : ResultNode(parent, index), IReadOnlyList<object?>
{
    private object?[] _items = capacity == 0 ? [] : new object?[capacity];

    public int Count { get; private set; }

    public object? this[int index] => _items[index];

    public ReadOnlySpan<object?> Items => _items.AsSpan(0, Count);

    /// <summary>Makes room for one item more and answers its slot.</summary>
    public int Grow()
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(4, Count * 2));
        }

        return Count++;
    }

    public override void Set(int index, object? value) => _items[index] = value;

    public override bool IsNonNull(int index) => itemsNonNull;

    public override Path Append(Path path, int index) => path.Append(index);

    public IEnumerator<object?> GetEnumerator() => _items.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
