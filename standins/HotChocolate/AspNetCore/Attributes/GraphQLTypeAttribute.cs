using HotChocolate.Types;

namespace HotChocolate;

/// <summary>Says the GraphQL type where the one inferred from C# is not wanted.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public class GraphQLTypeAttribute : Attribute
{
    /// <summary>A schema type such as <c>typeof(NonNullType&lt;IdType&gt;)</c>.</summary>
    public GraphQLTypeAttribute(Type type) => Type = type;

    /// <summary>Type syntax such as <c>ID!</c> or <c>[String!]</c>.</summary>
    public GraphQLTypeAttribute(string typeSyntax) => TypeSyntax = typeSyntax;

    public Type? Type { get; }

    public string? TypeSyntax { get; }
}

/// <inheritdoc />
public sealed class GraphQLTypeAttribute<T>() : GraphQLTypeAttribute(typeof(T))
    where T : IType;
