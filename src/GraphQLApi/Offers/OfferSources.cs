using Networks.Domain.Matches;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Volunteers;

namespace Networks.GraphQLApi.Offers;

/// <summary>Where an offer comes from.</summary>
internal static class OfferSources
{
    public static async Task<IOffer> RequiredAsync(
        OfferId id, VolunteerById volunteers, GroupById groups, CancellationToken cancellationToken) =>
        id.Volunteer is { } volunteer
            ? await volunteers.RequiredAsync(volunteer, cancellationToken)
            : await groups.RequiredAsync(id.Group!.Value, cancellationToken);
}
