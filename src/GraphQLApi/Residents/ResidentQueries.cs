using HotChocolate;
using HotChocolate.Types;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.UnconnectedResidents;
using Orleans;

namespace Networks.GraphQLApi.Residents;

/// <summary>Questions about residents.</summary>
[QueryType]
public static class ResidentQueries
{
    /// <summary>One resident; null when unknown here, or not for the caller to see.</summary>
    /// <param name="id">Her reference or her global id.</param>
    public static Task<ResidentType?> GetResidentAsync(
        [GraphQLType("ID!")] string id,
        ResidentById residents,
        CancellationToken cancellationToken) => residents.FindAsync(id, cancellationToken);

    /// <summary>People on the register for whom every filter given holds.</summary>
    /// <param name="where">What must hold of a person; left out, everybody on the register.</param>
    /// <param name="orderBy">The order; left out, it is by ward, then reference.</param>
    /// <param name="asOf">The day asked about; left out, it is the day of knowledge, which is today in the area's time zone.</param>
    /// <param name="knownAt">Only what was written down by the evening of this day; left out, it is now.</param>
    /// <param name="first">Rows of a page read forward, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    /// <param name="last">Rows of a page read backward, at most 100.</param>
    /// <param name="before">Read on before this cursor.</param>
    public static async Task<ResidentConnection> GetResidentsAsync(
        ResidentFilterInput? where,
        IReadOnlyList<ResidentOrderInput>? orderBy,
        DateOnly? asOf,
        DateOnly? knownAt,
        int? first,
        string? after,
        int? last,
        string? before,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        var page = PageRequest.Of(first, after, last, before);
        var query = new ResidentQuery
        {
            Wards = await register.FindCodesAsync(where?.Wards, "wards"),
            AsOf = asOf,
            AgeBands = where?.AgeBands is { } bands ? [.. bands.Select(AgeBandTypes.Of)] : null,
            LivesAlone = where?.LivesAlone,
            Seeking = where?.Seeking is { } seeking ? [.. seeking] : null,
            PriorityBands = where?.PriorityBands is { } priorities ? [.. priorities] : null,
            WaitingAtLeastDays = where?.WaitingAtLeastDays,
            HasOpenOption = where?.HasOpenOption,
            IsolationAtLeast = where?.IsolationAtLeast,
            Rule = where?.Rule is { } rule ? UnconnectedRules.Of(rule) : null,
            OrderBy = [.. (orderBy ?? []).Select(step => new ResidentOrder(step.Field, step.Direction == OrderDirection.Desc))],
            Page = page.ToPage()
        };
        if (query.HasOpenOption is not null && (asOf ?? knownAt) is not null)
        {
            throw Refused.BadArgument("where", "hasOpenOption looks at the places free now; leave asOf and knownAt out, or that filter.");
        }

        var answer = await KnownDay.AskAsync(knownAt, register, grains, area => area.Residents(query), cancellationToken);
        if (answer.Fault is { } fault)
        {
            throw answer.IsTooExpensive ? Refused.TooExpensive("hasOpenOption", fault) : Refused.BadArgument("residents", fault);
        }

        return ResidentConnection.Of(answer);
    }
}
