namespace HotChocolate.Types;

/// <summary>This C# enum is a GraphQL enum under the name given.</summary>
[AttributeUsage(AttributeTargets.Enum | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute
{
    public EnumTypeAttribute(string? name = null) => Name = name;

    public string? Name { get; set; }
}
