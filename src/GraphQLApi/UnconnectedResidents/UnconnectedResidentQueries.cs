using HotChocolate.Types;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Pages;
using Orleans;

namespace Networks.GraphQLApi.UnconnectedResidents;

/// <summary>Who has too little recorded social connection.</summary>
[QueryType]
public static class UnconnectedResidentQueries
{
    /// <summary>People with no recorded connection, or with too little by the rule given, each with the evidence.</summary>
    /// <param name="rule">When a person is listed; left out, it is: no current connection.</param>
    /// <param name="wards">Only people of these wards, by code or by name; left out, all wards.</param>
    /// <param name="asOf">The day asked about; left out, it is the day of knowledge, which is today in the area's time zone.</param>
    /// <param name="knownAt">Only what was written down by the evening of this day; left out, it is now.</param>
    /// <param name="first">Rows of a page read forward, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    /// <param name="last">Rows of a page read backward, at most 100.</param>
    /// <param name="before">Read on before this cursor.</param>
    /// <param name="orderBy">The order; left out, it is by ward, then reference.</param>
    public static async Task<UnconnectedResidentConnection> GetUnconnectedResidentsAsync(
        UnconnectedRuleInput? rule,
        IReadOnlyList<string>? wards,
        DateOnly? asOf,
        DateOnly? knownAt,
        int? first,
        string? after,
        int? last,
        string? before,
        IReadOnlyList<UnconnectedOrderInput>? orderBy,
        AreaRegister register,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        var page = PageRequest.Of(first, after, last, before);
        var query = new UnconnectedQuery
        {
            Rule = UnconnectedRules.Of(rule),
            Wards = await register.FindCodesAsync(wards, "wards"),
            AsOf = asOf,
            OrderBy = [.. (orderBy ?? []).Select(step => new UnconnectedOrder(step.Field, step.Direction == OrderDirection.Desc))],
            Page = page.ToPage()
        };
        var answer = await KnownDay.AskAsync(knownAt, register, grains, area => area.Unconnected(query), cancellationToken);
        return answer.Fault is { } fault ? throw Refused.BadArgument("unconnectedResidents", fault) : Connection(answer);
    }

    private static UnconnectedResidentConnection Connection(UnconnectedAnswer answer) => new(answer.People)
    {
        Edges = new RowsOnDemand<UnconnectedResidentEdge>(
            answer.People.Length,
            at => new UnconnectedResidentEdge { Cursor = answer.People[at].Cursor, Node = new(answer.People[at]) }),
        PageInfo = PageInfo.Of(answer.People, person => person.Cursor, answer.HasNextPage, answer.HasPreviousPage),
        TotalCount = answer.TotalCount,
        NeverAskedCount = answer.NeverAskedCount,
        AsOf = answer.AsOf,
        Rule = answer.Rule
    };
}
