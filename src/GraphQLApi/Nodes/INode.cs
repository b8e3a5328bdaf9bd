using HotChocolate;
using HotChocolate.Types;

namespace Networks.GraphQLApi.Nodes;

/// <summary>Something that can be fetched again by its id.</summary>
[InterfaceType("Node")]
public interface INode
{
    /// <summary>Global and opaque; never parse it.</summary>
    [GraphQLType("ID!")]
    string Id { get; }
}
