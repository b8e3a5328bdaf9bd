namespace HotChocolate.Types;

/// <summary>This C# interface or class marks the members of a GraphQL union.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class UnionTypeAttribute : Attribute
{
    public UnionTypeAttribute(string? name = null) => Name = name;

    public string? Name { get; set; }
}
