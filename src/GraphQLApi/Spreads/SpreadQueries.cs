using HotChocolate.Types;
using Networks.Domain.Ties;
using Networks.Grains;
using Networks.Graph.Residents;
using Networks.Graph.Spreads;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Pages;
using Orleans;

namespace Networks.GraphQLApi.Spreads;

/// <summary>How connections, contacts, reach and support are spread over people.</summary>
[QueryType]
public static class SpreadQueries
{
    /// <summary>How many people have no, one, two, ... current social connections.</summary>
    /// <param name="wards">Only people of these wards, by code or by name; left out, all wards.</param>
    /// <param name="asOf">The day asked about; left out, it is today in the area's time zone.</param>
    /// <param name="counting">The kinds of connection that count; left out, all of them.</param>
    /// <param name="tieKinds">The kinds of tie that count; left out, all of them.</param>
    public static async Task<ConnectionSpreadType?> GetConnectionSpreadAsync(
        IReadOnlyList<string>? wards,
        DateOnly? asOf,
        IReadOnlyList<ConnectionKind>? counting,
        IReadOnlyList<TieKind>? tieKinds,
        AreaRegister register,
        IGrainFactory grains)
    {
        var answer = await grains.Area().ConnectionSpread(await SpreadArguments.OfAsync(register, wards, asOf, counting, tieKinds));
        SpreadArguments.Check(answer.Fault);
        return new ConnectionSpreadType(answer);
    }

    /// <summary>How long ago the last dated contact was on current social connections, in bands of days.</summary>
    /// <param name="wards">Only people of these wards, by code or by name; left out, all wards.</param>
    /// <param name="asOf">The day asked about; left out, it is today in the area's time zone.</param>
    /// <param name="counting">The kinds of connection that count; left out, all of them.</param>
    /// <param name="tieKinds">The kinds of tie that count; left out, all of them.</param>
    public static async Task<ContactSpreadType?> GetContactSpreadAsync(
        IReadOnlyList<string>? wards,
        DateOnly? asOf,
        IReadOnlyList<ConnectionKind>? counting,
        IReadOnlyList<TieKind>? tieKinds,
        AreaRegister register,
        IGrainFactory grains)
    {
        var answer = await grains.Area().ContactSpread(await SpreadArguments.OfAsync(register, wards, asOf, counting, tieKinds));
        SpreadArguments.Check(answer.Fault);
        return new ContactSpreadType(answer);
    }

    /// <summary>
    /// How near people are to the nearest member of a group that runs, and how many others are within two ties of them, over ties of every
    /// kind.
    /// </summary>
    /// <param name="wards">Only people of these wards, by code or by name; the ways lead anywhere. Left out, all wards.</param>
    /// <param name="asOf">The day asked about; left out, it is today in the area's time zone.</param>
    public static async Task<ReachSpreadType?> GetReachSpreadAsync(
        IReadOnlyList<string>? wards, DateOnly? asOf, AreaRegister register, IGrainFactory grains) =>
        new(await grains.Area().ReachSpread(await SpreadArguments.OfAsync(register, wards, asOf, null, null)));

    /// <summary>On how many different people, groups and befrienders people's recorded support rests.</summary>
    /// <param name="wards">Only people of these wards, by code or by name; left out, all wards.</param>
    /// <param name="asOf">The day asked about; left out, it is today in the area's time zone.</param>
    /// <param name="counting">The kinds of connection that count as support; left out, all of them.</param>
    /// <param name="tieKinds">The kinds of tie that count; left out, all of them. Leave out PROFESSIONAL to ignore paid contact.</param>
    public static async Task<SupportSpreadType?> GetSupportSpreadAsync(
        IReadOnlyList<string>? wards,
        DateOnly? asOf,
        IReadOnlyList<ConnectionKind>? counting,
        IReadOnlyList<TieKind>? tieKinds,
        AreaRegister register,
        IGrainFactory grains)
    {
        var answer = await grains.Area().SupportSpread(new SupportQuery
        {
            Of = await SpreadArguments.OfAsync(register, wards, asOf, counting, tieKinds),
            Page = new Page { First = 0 }
        });
        SpreadArguments.Check(answer.Fault);
        return new SupportSpreadType(answer);
    }

    /// <summary>
    /// People whose recorded support rests on one person, one group or one befriender: one loss away from none. By ward, then reference.
    /// </summary>
    /// <param name="wards">Only people of these wards, by code or by name; left out, all wards.</param>
    /// <param name="asOf">The day asked about; left out, it is today in the area's time zone.</param>
    /// <param name="counting">The kinds of connection that count as support; left out, all of them.</param>
    /// <param name="tieKinds">The kinds of tie that count; left out, all of them. Leave out PROFESSIONAL to ignore paid contact.</param>
    /// <param name="first">Rows of a page read forward, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    /// <param name="last">Rows of a page read backward, at most 100.</param>
    /// <param name="before">Read on before this cursor.</param>
    public static async Task<OneSupportConnection> GetSupportOnOneAsync(
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
        var answer = await grains.Area().SupportSpread(new SupportQuery
        {
            Of = await SpreadArguments.OfAsync(register, wards, asOf, counting, tieKinds),
            Page = page.ToPage()
        });
        SpreadArguments.Check(answer.Fault);
        return OneSupportConnection.Of(answer);
    }
}
