namespace HotChocolate.Language;

/// <summary>A literal as written in a document or as a default value in a schema.</summary>
internal abstract class ValueNode : SyntaxNode;

internal sealed class VariableNode(string name) : ValueNode
{
    public string Name { get; } = name;
}

/// <summary>An integer of any length; the text is kept because 64 bits may not hold it.</summary>
internal sealed class IntValueNode(string text) : ValueNode
{
    public string Text { get; } = text;
}

internal sealed class FloatValueNode(string text) : ValueNode
{
    public string Text { get; } = text;
}

internal sealed class StringValueNode(string value, bool block = false) : ValueNode
{
    public string Value { get; } = value;
    public bool Block { get; } = block;
}

internal sealed class BooleanValueNode(bool value) : ValueNode
{
    public static readonly BooleanValueNode True = new(true);
    public static readonly BooleanValueNode False = new(false);

    public bool Value { get; } = value;
}

internal sealed class NullValueNode : ValueNode
{
    public static readonly NullValueNode Instance = new();
}

internal sealed class EnumValueNode(string name) : ValueNode
{
    public string Name { get; } = name;
}

internal sealed class ListValueNode(IReadOnlyList<ValueNode> items) : ValueNode
{
    public IReadOnlyList<ValueNode> Items { get; } = items;
}

internal sealed class ObjectValueNode(IReadOnlyList<ObjectFieldNode> fields) : ValueNode
{
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

internal sealed class ObjectFieldNode(string name, ValueNode value) : SyntaxNode
{
    public string Name { get; } = name;
    public ValueNode Value { get; } = value;
}

/// <summary>A type as written: a name, a list of a type, or a type that refuses null.</summary>
internal abstract class TypeNode : SyntaxNode;

internal sealed class NamedTypeNode(string name) : TypeNode
{
    public string Name { get; } = name;
    public override string ToString() => Name;
}

internal sealed class ListTypeNode(TypeNode element) : TypeNode
{
    public TypeNode Element { get; } = element;
    public override string ToString() => $"[{Element}]";
}

internal sealed class NonNullTypeNode(TypeNode inner) : TypeNode
{
    public TypeNode Inner { get; } = inner;
    public override string ToString() => $"{Inner}!";
}
