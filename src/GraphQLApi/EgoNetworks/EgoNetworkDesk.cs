using Networks.Domain.EgoNetworks;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Grains.Residents;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Ties;

namespace Networks.GraphQLApi.EgoNetworks;

/// <summary>
/// Fetches what one resident's network is read from: her record, those of everybody the graph knows to name her or to be named by her, and
/// her groups'. Cost: one question to the area, and each record once per request.
/// </summary>
internal static class EgoNetworkDesk
{
    /// <summary>The day asked about and the day of knowledge; left out, the first is the second, and the second is today.</summary>
    public static async Task<(DateOnly Day, DateOnly KnownAt)> DaysAsync(AreaRegister register, DateOnly? on, DateOnly? knownAt)
    {
        var today = await register.TodayAsync();
        if (knownAt is { } asked && KnownDay.Fault(asked, today) is { } fault)
        {
            throw Refused.BadArgument("knownAt", fault);
        }

        return (on ?? knownAt ?? today, knownAt ?? today);
    }

    public static async Task<EgoSources> SourcesAsync(
        ResidentReading ego, TieEndsOfResident ends, ResidentById residents, GroupById groups, CancellationToken cancellationToken)
    {
        var resident = ego.Resident;
        var known = await ends.LoadAsync(new TieEndsKey(resident.Id, Current: false), cancellationToken);
        ResidentId[] others =
            [.. (known?.Ends ?? []).Select(end => end.Other?.Resident).OfType<ResidentId>()
                .Concat(resident.Ties.Select(tie => tie.Resident).OfType<ResidentId>()).Where(other => other != resident.Id).Distinct()];
        GroupId[] memberOf = [.. resident.Memberships.Select(membership => membership.Group).Distinct()];
        var records = await residents.LoadAsync(others, cancellationToken);
        var groupRecords = await groups.LoadAsync(memberOf, cancellationToken);
        return new EgoSources(
            resident,
            records.OfType<ResidentReading>().ToDictionary(reading => reading.Resident.Id, reading => reading.Resident),
            groupRecords.OfType<Grains.Groups.GroupReading>().ToDictionary(reading => reading.Group.Id, reading => reading.Group));
    }
}
