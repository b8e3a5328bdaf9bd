namespace HotChocolate;

/// <summary>A GraphQL schema; <see cref="object.ToString"/> prints it in the schema definition language.</summary>
public interface ISchema
{
    string Name { get; }

    string? Description { get; }

    IServiceProvider Services { get; }
}
