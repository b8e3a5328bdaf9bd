namespace HotChocolate;

/// <summary>Makes the type non-null where C# says otherwise; further flags speak of the elements of a list.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class GraphQLNonNullTypeAttribute(params bool[] nullable) : Attribute
{
    internal bool[] Nullable { get; } = nullable.Length == 0 ? [false] : nullable;
}
