namespace HotChocolate;

/// <summary>Binds a resolver's parameter to the object whose field is resolved.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;
