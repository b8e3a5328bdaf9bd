using System.Diagnostics;

namespace HotChocolate.Execution;

/// <summary>An object or a list of a response while it is being built; knows its place, so that a null can rise to its parent.</summary>
internal abstract class ResultNode(ResultNode? parent, int index)
{
    public ResultNode? Parent { get; } = parent;

    /// <summary>The slot of the parent this node stands in.</summary>
    public int Index { get; } = index;

    /// <summary>Whether a non-null violation below has made this node null.</summary>
    public bool IsDead { get; set; }

    public abstract void Set(int index, object? value);

    public abstract bool IsNonNull(int index);

    public abstract Path Append(Path path, int index);

    public bool IsAlive
    {
        get
        {
            for (var node = this; node is not null; node = node.Parent)
            {
                if (node.IsDead)
                {
                    return false;
                }
            }

            return true;
        }
    }

    public Path PathOf(int index)
    {
        var own = Parent is null ? Path.Root : Parent.PathOf(Index);
        return Append(own, index);
    }

    /// <summary>Puts null into a slot; where the slot's type refuses it, this node becomes null in its own slot, and so on.</summary>
    public void SetNull(int index)
    {
        var node = this;
        while (node.IsNonNull(index))
        {
            node.IsDead = true;
            if (node.Parent is null)
            {
                return;
            }

            index = node.Index;
            node = node.Parent;
        }

        Debug.Assert(!node.IsNonNull(index), "null stops only where it is allowed");
        node.Set(index, null);
    }
}
