namespace HotChocolate.Types;

/// <summary>This C# interface or class is a GraphQL interface.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class InterfaceTypeAttribute : Attribute
{
    public InterfaceTypeAttribute(string? name = null) => Name = name;

    public string? Name { get; set; }
}
