using HotChocolate;
using HotChocolate.Types;
using Networks.Grains;
using Networks.Graph.Volunteers;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Pages;
using Orleans;

namespace Networks.GraphQLApi.Volunteers;

/// <summary>Questions about volunteers.</summary>
[QueryType]
public static class VolunteerQueries
{
    /// <summary>One volunteer; null when unknown here, or not for the caller to see.</summary>
    /// <param name="id">The volunteer's reference or global id.</param>
    public static Task<VolunteerType?> GetVolunteerAsync(
        [GraphQLType("ID!")] string id,
        VolunteerById volunteers,
        CancellationToken cancellationToken) => volunteers.FindAsync(id, cancellationToken);

    /// <summary>Volunteers active today for which every filter given holds, by ward, then reference.</summary>
    /// <param name="where">What must hold of a volunteer; left out, all of them.</param>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public static async Task<VolunteerConnection> GetVolunteersAsync(
        VolunteerFilterInput? where,
        int? first,
        string? after,
        AreaRegister register,
        VolunteerById volunteers,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        var page = PageRequest.Of(first, after);
        var answer = await grains.Area().Volunteers(new VolunteerQuery
        {
            Wards = await register.FindCodesAsync(where?.Wards, "wards"),
            Roles = where?.Roles is { } roles ? [.. roles] : null,
            Languages = where?.Languages is { } languages ? [.. languages] : null,
            HasFreePlace = where?.HasFreePlace,
            Page = page.ToPage()
        });
        return answer.Fault is { } fault
            ? throw Refused.BadArgument("volunteers", fault)
            : await VolunteerConnection.OfAsync(answer, volunteers, cancellationToken);
    }
}
