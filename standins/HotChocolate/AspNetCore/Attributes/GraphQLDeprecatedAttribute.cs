namespace HotChocolate;

/// <summary>Marks a member as deprecated and says what to use instead.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class GraphQLDeprecatedAttribute(string deprecationReason) : Attribute
{
    public string DeprecationReason { get; } = deprecationReason;
}
