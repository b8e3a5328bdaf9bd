using System.Globalization;
using System.Text;

namespace HotChocolate;

/// <summary>Where in a response something stands: field names and list indices from the root.</summary>
public abstract class Path : IEquatable<Path>
{
    private protected Path(Path? parent)
    {
        Parent = parent!;
        Length = parent is null ? 0 : parent.Length + 1;
    }

    public static Path Root { get; } = new RootPathSegment();

    /// <summary>The segment before this one; the root has none.</summary>
    public Path Parent { get; }

    public int Length { get; }

    public bool IsRoot => Length == 0;

    public NamePathSegment Append(string name) => new(this, name);

    public IndexerPathSegment Append(int index) => new(this, index);

    public static Path FromList(params IReadOnlyList<object> path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var result = Root;
        foreach (var segment in path)
        {
            result = segment switch
            {
                string name => result.Append(name),
                int index => result.Append(index),
                _ => throw new NotSupportedException($"A path is made of strings and ints, not of {segment?.GetType().Name ?? "null"}.")
            };
        }

        return result;
    }

    public IReadOnlyList<object> ToList()
    {
        var segments = new object[Length];
        for (var path = this; !path.IsRoot; path = path.Parent)
        {
            segments[path.Length - 1] = path is NamePathSegment named ? named.Name : ((IndexerPathSegment)path).Index;
        }

        return segments;
    }

    public string Print()
    {
        if (IsRoot)
        {
            return "/";
        }

        var text = new StringBuilder();
        foreach (var segment in ToList())
        {
            _ = segment is string name ? text.Append('/').Append(name) : text.Append(CultureInfo.InvariantCulture, $"[{segment}]");
        }

        return text.ToString();
    }

    public override string ToString() => Print();

    public bool Equals(Path? other) => other is not null && Length == other.Length && ToList().SequenceEqual(other.ToList());

    public sealed override bool Equals(object? obj) => Equals(obj as Path);

    public sealed override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var segment in ToList())
        {
            hash.Add(segment);
        }

        return hash.ToHashCode();
    }

    private sealed class RootPathSegment() : Path(null);
}

public sealed class NamePathSegment : Path
{
    internal NamePathSegment(Path parent, string name)
        : base(parent)
        => Name = name;

    public string Name { get; }
}

public sealed class IndexerPathSegment : Path
{
    internal IndexerPathSegment(Path parent, int index)
        : base(parent)
        => Index = index;

    public int Index { get; }
}
