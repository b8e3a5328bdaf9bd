namespace HotChocolate.AspNetCore;

/// <summary>Settings of the browser tool.</summary>
public sealed class GraphQLToolOptions
{
    public bool Enable { get; set; } = true;
}
