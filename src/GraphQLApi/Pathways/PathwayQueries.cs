using System.Collections.Immutable;
using HotChocolate.Types;
using Networks.Domain.Pathways;
using Networks.Grains;
using Networks.Grains.Pathways;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Pages;
using Orleans;

namespace Networks.GraphQLApi.Pathways;

/// <summary>How far people come from being referred to being settled, and who stands still on the way.</summary>
[QueryType]
public static class PathwayQueries
{
    /// <summary>How far the people referred in a period have come by today, how long each step took, and where they stand now.</summary>
    /// <param name="from">First day of referrals that count.</param>
    /// <param name="to">First day of referrals that do not count any more.</param>
    /// <param name="wards">Only people of these wards, by code or by name; left out, all wards.</param>
    /// <param name="forSharing">
    /// True withholds every number that tells of 1 to 4 people, as analysts and planners get it: for whoever passes the answer on.
    /// </param>
    public static async Task<PathwayFunnelType?> GetPathwayFunnelAsync(
        DateOnly from,
        DateOnly to,
        IReadOnlyList<string>? wards,
        AreaRegister register,
        IGrainFactory grains,
        bool? forSharing = false)
    {
        var query = new FunnelQuery { From = from, To = Period.End(from, to), Wards = await register.FindCodesAsync(wards, "wards") };
        return new PathwayFunnelType(query, await grains.Pathway().Funnel(query), forSharing == true);
    }

    /// <summary>
    /// People who have stood at a stage of the pathway longer than it should take, the longest overdue first: whom to ring, and about what.
    /// </summary>
    /// <param name="wards">Only people of these wards, by code or by name; left out, all wards.</param>
    /// <param name="stages">Only people at one of these stages; left out, all stages.</param>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public static async Task<StalledResidentConnection> GetStalledResidentsAsync(
        IReadOnlyList<string>? wards,
        IReadOnlyList<PathwayStage>? stages,
        int? first,
        string? after,
        AreaRegister register,
        IGrainFactory grains)
    {
        var page = PageRequest.Of(first, after);
        var answer = await grains.Pathway().Stalled(new StalledQuery
        {
            Wards = await register.FindCodesAsync(wards, "wards"),
            Stages = Stages(stages),
        });
        return StalledResidentConnection.Of(page.Cut([.. answer.People.Select(person => new StalledResidentType(person, answer.AsOf))]));
    }

    internal static ImmutableArray<PathwayStage>? Stages(IReadOnlyList<PathwayStage>? stages) => stages switch
    {
        null => null,
        [] => throw Refused.BadArgument("stages", "stages is an empty list; leave it out to mean all stages."),
        _ => [.. stages],
    };
}
