namespace HotChocolate;

/// <summary>Says the GraphQL name where the one inferred from C# is not wanted.</summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Property | AttributeTargets.Method
    | AttributeTargets.Parameter | AttributeTargets.Enum | AttributeTargets.Field)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
