namespace HotChocolate.Language;

internal enum TypeKind
{
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    InputObject
}

/// <summary>A type, or an extension of one; members that a kind lacks are empty.</summary>
internal sealed class TypeDefinitionNode(TypeKind kind, string name) : DefinitionNode
{
    public TypeKind Kind { get; } = kind;
    public string Name { get; } = name;
    public bool IsExtension { get; init; }
    public StringValueNode? Description { get; init; }
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
    public IReadOnlyList<NamedTypeNode> Interfaces { get; init; } = [];
    public IReadOnlyList<FieldDefinitionNode> Fields { get; init; } = [];
    public IReadOnlyList<InputValueDefinitionNode> InputFields { get; init; } = [];
    public IReadOnlyList<NamedTypeNode> UnionMembers { get; init; } = [];
    public IReadOnlyList<EnumValueDefinitionNode> EnumValues { get; init; } = [];
}

internal sealed class SchemaDefinitionNode : DefinitionNode
{
    public bool IsExtension { get; init; }
    public StringValueNode? Description { get; init; }
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
    public IReadOnlyList<KeyValuePair<OperationKind, NamedTypeNode>> OperationTypes { get; init; } = [];
}

internal sealed class DirectiveDefinitionNode(string name) : DefinitionNode
{
    public string Name { get; } = name;
    public StringValueNode? Description { get; init; }
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; init; } = [];
    public bool IsRepeatable { get; init; }
    public IReadOnlyList<string> Locations { get; init; } = [];
}

internal sealed class FieldDefinitionNode(string name, TypeNode type) : SyntaxNode
{
    public string Name { get; } = name;
    public TypeNode Type { get; } = type;
    public StringValueNode? Description { get; init; }
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; init; } = [];
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

internal sealed class InputValueDefinitionNode(string name, TypeNode type) : SyntaxNode
{
    public string Name { get; } = name;
    public TypeNode Type { get; } = type;
    public StringValueNode? Description { get; init; }
    public ValueNode? DefaultValue { get; init; }
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

internal sealed class EnumValueDefinitionNode(string name) : SyntaxNode
{
    public string Name { get; } = name;
    public StringValueNode? Description { get; init; }
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}
