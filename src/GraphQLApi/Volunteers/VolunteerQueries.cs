using HotChocolate;
using HotChocolate.Types;

namespace Networks.GraphQLApi.Volunteers;

/// <summary>Questions about one volunteer.</summary>
[QueryType]
public static class VolunteerQueries
{
    /// <summary>One volunteer; null when unknown here, or not for the caller to see.</summary>
    /// <param name="id">The volunteer's reference or global id.</param>
    public static Task<VolunteerType?> GetVolunteerAsync(
        [GraphQLType("ID!")] string id,
        VolunteerById volunteers,
        CancellationToken cancellationToken) => volunteers.FindAsync(id, cancellationToken);
}
