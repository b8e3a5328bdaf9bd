namespace HotChocolate.Language;

/// <summary>One node of a parsed document; line and column are those of its first token, counted from 1.</summary>
internal abstract class SyntaxNode
{
    public Location Location { get; init; }
}

internal sealed class DocumentNode(IReadOnlyList<DefinitionNode> definitions) : SyntaxNode
{
    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;

    /// <summary>How many fields the executable definitions select, counted while parsing.</summary>
    public int FieldCount { get; init; }
}

internal abstract class DefinitionNode : SyntaxNode;

internal enum OperationKind
{
    Query,
    Mutation,
    Subscription
}

internal sealed class OperationDefinitionNode(
    OperationKind kind,
    string? name,
    IReadOnlyList<VariableDefinitionNode> variables,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet) : DefinitionNode
{
    public OperationKind Kind { get; } = kind;
    public string? Name { get; } = name;
    public IReadOnlyList<VariableDefinitionNode> Variables { get; } = variables;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

internal sealed class FragmentDefinitionNode(
    string name,
    NamedTypeNode typeCondition,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet) : DefinitionNode
{
    public string Name { get; } = name;
    public NamedTypeNode TypeCondition { get; } = typeCondition;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

internal sealed class VariableDefinitionNode(
    string name,
    TypeNode type,
    ValueNode? defaultValue,
    IReadOnlyList<DirectiveNode> directives) : SyntaxNode
{
    public string Name { get; } = name;
    public TypeNode Type { get; } = type;
    public ValueNode? DefaultValue { get; } = defaultValue;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

internal sealed class SelectionSetNode(IReadOnlyList<SelectionNode> selections) : SyntaxNode
{
    public IReadOnlyList<SelectionNode> Selections { get; } = selections;
}

internal abstract class SelectionNode(IReadOnlyList<DirectiveNode> directives) : SyntaxNode
{
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

internal sealed class FieldNode(
    string? alias,
    string name,
    IReadOnlyList<ArgumentNode> arguments,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode? selectionSet) : SelectionNode(directives)
{
    public string? Alias { get; } = alias;
    public string Name { get; } = name;
    public string ResponseName => Alias ?? Name;
    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The place among the document's fields, from 0; lets a pass keep what it knows of fields in an array.</summary>
    public int Index { get; init; }
}

internal sealed class FragmentSpreadNode(string name, IReadOnlyList<DirectiveNode> directives) : SelectionNode(directives)
{
    public string Name { get; } = name;
}

internal sealed class InlineFragmentNode(
    NamedTypeNode? typeCondition,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet) : SelectionNode(directives)
{
    public NamedTypeNode? TypeCondition { get; } = typeCondition;
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

internal sealed class ArgumentNode(string name, ValueNode value) : SyntaxNode
{
    public string Name { get; } = name;
    public ValueNode Value { get; } = value;
}

internal sealed class DirectiveNode(string name, IReadOnlyList<ArgumentNode> arguments) : SyntaxNode
{
    public string Name { get; } = name;
    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
}
