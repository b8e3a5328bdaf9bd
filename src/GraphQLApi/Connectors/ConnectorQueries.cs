using HotChocolate.Types;
using Networks.Domain.Ties;
using Networks.Grains;
using Networks.Graph.Connectors;
using Networks.Graph.Residents;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Spreads;
using Orleans;

namespace Networks.GraphQLApi.Connectors;

/// <summary>Through whom people are connected.</summary>
[QueryType]
public static class ConnectorQueries
{
    /// <summary>
    /// Residents, groups and volunteers through whom people are connected who would be cut off without them; those first without whom most
    /// would be. It says where a community hangs by one thread, so that a second can be tied: it is no merit, fault or duty of anybody.
    /// </summary>
    /// <param name="wards">Only connectors of these wards, by code or name; people are counted wherever they live. Left out, all.</param>
    /// <param name="asOf">The day asked about; left out, it is today in the area's time zone.</param>
    /// <param name="counting">The kinds of connection that connect; left out, all. People outside the register connect nobody.</param>
    /// <param name="tieKinds">The kinds of tie that count; left out, all of them.</param>
    /// <param name="first">Rows of a page read forward, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    /// <param name="last">Rows of a page read backward, at most 100.</param>
    /// <param name="before">Read on before this cursor.</param>
    public static async Task<ConnectorConnection> GetConnectorsAsync(
        IReadOnlyList<string>? wards,
        DateOnly? asOf,
        IReadOnlyList<ConnectionKind>? counting,
        IReadOnlyList<TieKind>? tieKinds,
        int? first,
        string? after,
        int? last,
        string? before,
        AreaRegister register,
        IGrainFactory grains)
    {
        var page = PageRequest.Of(first, after, last, before);
        var answer = await grains.Area().Connectors(new ConnectorQuery
        {
            Of = await SpreadArguments.OfAsync(register, wards, asOf, counting, tieKinds),
            Page = page.ToPage()
        });
        SpreadArguments.Check(answer.Fault);
        return ConnectorConnection.Of(answer);
    }
}
