namespace HotChocolate.Types.Relay;

/// <summary>
/// The member is a global id: put out as the base64 of <c>Type:value</c>, and taken in only in that form.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method)]
public class IDAttribute(string? typeName = null) : Attribute
{
    /// <summary>The type the id belongs to where it is not the one that declares the member.</summary>
    public string? TypeName { get; } = typeName;
}

/// <inheritdoc />
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method)]
public sealed class IDAttribute<T>() : IDAttribute(typeof(T).Name);
