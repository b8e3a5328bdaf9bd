using Networks.Domain.EgoNetworks;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.EgoNetworks;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Ties;

namespace Networks.GraphQLApi.Residents;

/// <summary>What a resident's record and those around it say of her network.</summary>
public sealed partial class ResidentType
{
    /// <summary>
    /// The people, groups and volunteers around her, in circles, with what is missing. Null when she was not on the register that day, or
    /// not yet known.
    /// </summary>
    /// <param name="on">The day asked about; left out, it is the day of knowledge.</param>
    /// <param name="knownAt">Only what was written down by the evening of this day; left out, it is today in the area's time zone.</param>
    public async Task<EgoNetworkType?> GetNetworkAsync(
        DateOnly? on,
        DateOnly? knownAt,
        AreaRegister register,
        TieEndsOfResident ends,
        GroupById groups,
        ResidentById records,
        CancellationToken cancellationToken)
    {
        var (day, known) = await EgoNetworkDesk.DaysAsync(register, on, knownAt);
        var reading = await RecordAsync(records, cancellationToken);
        var sources = await EgoNetworkDesk.SourcesAsync(reading, ends, records, groups, cancellationToken);
        return EgoNetworkReading.Of(sources, day, known) is { } network ? new EgoNetworkType(network, reading.Resident, known) : null;
    }

    /// <summary>
    /// What changed in her network from one day to another: who came and ended, moved to another circle, is in touch more often or rarer,
    /// gives more support or less. Null when she was on the register on neither.
    /// </summary>
    /// <param name="from">The earlier day.</param>
    /// <param name="to">The later day; left out, it is the day of knowledge.</param>
    /// <param name="knownAt">Only what was written down by the evening of this day; left out, it is today in the area's time zone.</param>
    public async Task<IReadOnlyList<NetworkChangeType>?> GetNetworkChangesAsync(
        DateOnly from,
        DateOnly? to,
        DateOnly? knownAt,
        AreaRegister register,
        TieEndsOfResident ends,
        GroupById groups,
        ResidentById records,
        CancellationToken cancellationToken)
    {
        var (day, known) = await EgoNetworkDesk.DaysAsync(register, to, knownAt);
        if (from > day)
        {
            throw Refused.BadArgument("from", $"from is {from:yyyy-MM-dd}, after to, {day:yyyy-MM-dd}; give the earlier day first.");
        }

        var reading = await RecordAsync(records, cancellationToken);
        var sources = await EgoNetworkDesk.SourcesAsync(reading, ends, records, groups, cancellationToken);
        var (before, after) = (EgoNetworkReading.Of(sources, from, known), EgoNetworkReading.Of(sources, day, known));
        return before is null && after is null
            ? null
            : [.. NetworkChanges.Between(before, after).Select(change => new NetworkChangeType(change, reading.Resident))];
    }

    /// <summary>
    /// Three questions beside each other, each answered from evidence of its own: are connections recorded, is contact little, does she say
    /// that she misses company. Null when she was not on the register that day.
    /// </summary>
    /// <param name="on">The day asked about; left out, it is today in the area's time zone.</param>
    public async Task<ThreeAnswersType?> GetThreeAnswersAsync(
        DateOnly? on,
        ConnectionsOfResident connections,
        AreaRegister register,
        TieEndsOfResident ends,
        GroupById groups,
        ResidentById records,
        CancellationToken cancellationToken)
    {
        var (day, known) = await EgoNetworkDesk.DaysAsync(register, on, null);
        var reading = await RecordAsync(records, cancellationToken);
        var sources = await EgoNetworkDesk.SourcesAsync(reading, ends, records, groups, cancellationToken);
        var graph = await connections.LoadAsync(new ConnectionsKey(_known.Resident, on), cancellationToken);
        return EgoNetworkReading.Of(sources, day, known) is { } network && graph is { } found
            ? new ThreeAnswersType(ThreeAnswers.Of(network, found.Isolation.Score, reading.Resident.Assessments))
            : null;
    }
}
