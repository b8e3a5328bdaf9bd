namespace HotChocolate.Types;

/// <summary>This class is an input type under the name given.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class InputObjectTypeAttribute : Attribute
{
    public InputObjectTypeAttribute(string? name = null) => Name = name;

    public string? Name { get; set; }
}
