using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Networks.Graph.Wards;

/// <summary>
/// What one ward has worked out, by question, for all pictures of it: bounded, and when it is full the answer asked for longest ago goes.
/// Whoever takes something from here checks that it still fits. Safe to use from many threads.
/// </summary>
internal sealed class WardMemory<TKey, TValue>(int max)
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, Remembered> known = new();
    private long uses;

    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        if (known.TryGetValue(key, out var remembered))
        {
            remembered.Used = ++uses; // a lost count makes an answer look a little older, no more
            value = remembered.Value;
            return true;
        }

        value = null;
        return false;
    }

    public TValue Keep(TKey key, TValue value)
    {
        if (known.Count >= max && !known.ContainsKey(key))
        {
            known.TryRemove(known.MinBy(pair => pair.Value.Used).Key, out _);
        }

        known[key] = new Remembered(value) { Used = ++uses };
        return value;
    }

    private sealed class Remembered(TValue value)
    {
        public TValue Value { get; } = value;

        public long Used { get; set; }
    }
}
