namespace HotChocolate.Types;

/// <summary>A GraphQL type named by a C# type, as [GraphQLType] and runtime bindings use it.</summary>
public interface IType;
