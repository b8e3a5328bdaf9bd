namespace Networks.Graph.Areas;

/// <summary>
/// Gives every reference one small number, once, for as long as the process lives, so that the graph is arrays of numbers. Safe to use
/// from many threads. Ordinals are never stored or sent anywhere.
/// </summary>
internal sealed class Ordinals
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    public int Count
    {
        get
        {
            lock (gate)
            {
                return names.Count;
            }
        }
    }

    public string this[int ordinal]
    {
        get
        {
            lock (gate)
            {
                return names[ordinal];
            }
        }
    }

    /// <summary>The number of <paramref name="reference"/>, a new one if it was never seen.</summary>
    public int Of(string reference)
    {
        lock (gate)
        {
            if (!numbers.TryGetValue(reference, out var number))
            {
                number = names.Count;
                numbers.Add(reference, number);
                names.Add(reference);
            }

            return number;
        }
    }

    /// <summary>The number of <paramref name="reference"/>, or -1 if it was never seen.</summary>
    public int Find(string reference)
    {
        lock (gate)
        {
            return numbers.GetValueOrDefault(reference, -1);
        }
    }
}

/// <summary>The numbers of all three nouns.</summary>
internal sealed class GraphOrdinals
{
    public Ordinals Residents { get; } = new();

    public Ordinals Groups { get; } = new();

    public Ordinals Volunteers { get; } = new();
}
