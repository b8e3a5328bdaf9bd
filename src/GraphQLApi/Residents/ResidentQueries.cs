using HotChocolate;
using HotChocolate.Types;

namespace Networks.GraphQLApi.Residents;

/// <summary>Questions about one resident.</summary>
[QueryType]
public static class ResidentQueries
{
    /// <summary>One resident; null when unknown here, or not for the caller to see.</summary>
    /// <param name="id">Her reference or her global id.</param>
    public static Task<ResidentType?> GetResidentAsync(
        [GraphQLType("ID!")] string id,
        ResidentById residents,
        CancellationToken cancellationToken) => residents.FindAsync(id, cancellationToken);
}
