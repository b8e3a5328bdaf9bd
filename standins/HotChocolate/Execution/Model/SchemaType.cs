namespace HotChocolate.Model;

/// <summary>A type as used by a field or an argument: a named type, possibly inside lists and non-null wrappers.</summary>
internal abstract class SchemaType
{
    /// <summary>The named type inside all wrappers.</summary>
    public abstract NamedModel Named { get; }

    public bool IsNonNull => this is NonNullType;

    /// <summary>This type without an outer non-null wrapper.</summary>
    public SchemaType Nullable => this is NonNullType nonNull ? nonNull.Inner : this;

    public bool IsInput => Named is ScalarModel or EnumModel or InputObjectModel;

    public bool IsOutput => Named is not InputObjectModel;

    /// <summary>Structural equality: the same wrappers round the same named type.</summary>
    public bool Same(SchemaType other) => (this, other) switch
    {
        (NonNullType left, NonNullType right) => left.Inner.Same(right.Inner),
        (ListType left, ListType right) => left.Element.Same(right.Element),
        _ => ReferenceEquals(this, other)
    };
}

internal sealed class NonNullType(SchemaType inner) : SchemaType
{
    public SchemaType Inner { get; } = inner is NonNullType
        ? throw new ArgumentException($"{inner} already refuses null.", nameof(inner))
        : inner;

    public override NamedModel Named => Inner.Named;

    public override string ToString() => $"{Inner}!";
}

internal sealed class ListType(SchemaType element) : SchemaType
{
    public SchemaType Element { get; } = element;

    public override NamedModel Named => Element.Named;

    public override string ToString() => $"[{Element}]";
}
