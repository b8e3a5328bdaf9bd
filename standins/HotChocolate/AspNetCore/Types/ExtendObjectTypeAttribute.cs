namespace HotChocolate.Types;

/// <summary>The members of this class are further fields of a type: one named, or one bound to a C# type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true)]
public class ExtendObjectTypeAttribute : Attribute
{
    public ExtendObjectTypeAttribute(string? name = null) => Name = name;

    public ExtendObjectTypeAttribute(Type extendsType) => ExtendsType = extendsType;

    public string? Name { get; set; }

    public Type? ExtendsType { get; }

    /// <summary>Members of the extended type that are taken out of the schema.</summary>
    public string[]? IgnoreProperties { get; set; }
}

/// <inheritdoc />
public sealed class ExtendObjectTypeAttribute<T>() : ExtendObjectTypeAttribute(typeof(T));
