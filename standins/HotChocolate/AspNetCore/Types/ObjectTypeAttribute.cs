namespace HotChocolate.Types;

/// <summary>This class is an output type, under its own name or the one given.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ObjectTypeAttribute : Attribute
{
    public ObjectTypeAttribute(string? name = null) => Name = name;

    public string? Name { get; set; }
}
