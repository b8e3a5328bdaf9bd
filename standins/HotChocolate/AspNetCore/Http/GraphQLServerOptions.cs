namespace HotChocolate.AspNetCore;

/// <summary>What a GraphQL endpoint answers.</summary>
public sealed class GraphQLServerOptions
{
    /// <summary>The browser tool of the genuine package; this engine has none, so there is nothing to switch off.</summary>
    public GraphQLToolOptions Tool { get; set; } = new();

    public bool EnableGetRequests { get; set; } = true;

    public AllowedGetOperations AllowedGetOperations { get; set; } = AllowedGetOperations.Query;

    /// <summary>Answers <c>?sdl</c>.</summary>
    public bool EnableSchemaRequests { get; set; } = true;
}
