namespace QuikGraph.Collections;

/// <summary>Disjoint sets as a forest, with union by rank and path compression.</summary>
/// <typeparam name="T">Element type.</typeparam>
public class ForestDisjointSet<T>
    where T : notnull
{
    private readonly Dictionary<T, Element> elements;

    /// <summary>No sets.</summary>
    public ForestDisjointSet() => elements = [];

    /// <summary>No sets, with room for <paramref name="capacity"/> elements.</summary>
    public ForestDisjointSet(int capacity) => elements = new Dictionary<T, Element>(capacity);

    /// <summary>Number of sets.</summary>
    public int SetCount { get; private set; }

    /// <summary>Number of elements.</summary>
    public int ElementCount => elements.Count;

    /// <summary>Puts <paramref name="value"/> into a set of its own.</summary>
    public void MakeSet(T value)
    {
        elements.Add(value, new Element(value));
        SetCount++;
    }

    /// <summary>The element that stands for the set of <paramref name="value"/>.</summary>
    public T FindSet(T value) => Root(elements[value]).Value;

    /// <summary>True if both are in one set.</summary>
    public bool AreInSameSet(T left, T right) => EqualityComparer<T>.Default.Equals(FindSet(left), FindSet(right));

    /// <summary>Joins two sets; false if they were one already.</summary>
    public bool Union(T left, T right)
    {
        Element a = Root(elements[left]), b = Root(elements[right]);
        if (ReferenceEquals(a, b))
        {
            return false;
        }

        if (a.Rank < b.Rank)
        {
            (a, b) = (b, a);
        }

        b.Parent = a;
        a.Rank += a.Rank == b.Rank ? 1 : 0;
        SetCount--;
        return true;
    }

    /// <summary>True if <paramref name="value"/> is in some set.</summary>
    public bool Contains(T value) => elements.ContainsKey(value);

    private static Element Root(Element element)
    {
        while (element.Parent is { } parent)
        {
            element.Parent = parent.Parent ?? parent;
            element = parent;
        }

        return element;
    }

    private sealed class Element(T value)
    {
        public T Value { get; } = value;

        public Element? Parent { get; set; }

        public int Rank { get; set; }
    }
}
