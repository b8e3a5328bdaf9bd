using HotChocolate.Types;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Orleans;

namespace Networks.GraphQLApi.Components;

/// <summary>Into how many separate parts the community falls.</summary>
[QueryType]
public static class ComponentQueries
{
    /// <summary>How people hang together: two are in one component if connections lead from one to the other.</summary>
    /// <param name="wards">Only components with a resident of these wards, each at its whole size; left out, all.</param>
    /// <param name="through">
    /// The kinds of connection walked through; left out, all. Groups and volunteers connect, people outside the register do not.
    /// </param>
    /// <param name="asOf">The day asked about; left out, it is the day of knowledge, which is today in the area's time zone.</param>
    /// <param name="knownAt">Only what was written down by the evening of this day; left out, it is now.</param>
    public static async Task<ComponentSummaryType?> GetComponentsAsync(
        IReadOnlyList<string>? wards,
        IReadOnlyList<ConnectionKind>? through,
        DateOnly? asOf,
        DateOnly? knownAt,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        var query = new ComponentQuery
        {
            Wards = await register.FindCodesAsync(wards, "wards"),
            Through = through is null ? null : [.. through],
            AsOf = asOf
        };
        var answer = await KnownDay.AskAsync(knownAt, register, grains, area => area.Components(query), cancellationToken);
        return answer.Fault is { } fault ? throw Refused.BadArgument("through", fault) : new ComponentSummaryType(answer);
    }
}
