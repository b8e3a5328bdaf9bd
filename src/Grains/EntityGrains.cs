using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains.AreaRegisters;
using Networks.Grains.Areas;
using Networks.Grains.Groups;
using Networks.Grains.Indicators;
using Networks.Grains.InterestRegisters;
using Networks.Grains.MatchingRounds;
using Networks.Grains.OrganisationRegisters;
using Networks.Grains.Pathways;
using Networks.Grains.Residents;
using Networks.Grains.RoundRegisters;
using Networks.Grains.SimulationRegisters;
using Networks.Grains.SimulationReports;
using Networks.Grains.Simulations;
using Networks.Grains.SimulationWorkers;
using Networks.Grains.Volunteers;
using Networks.Grains.WardRegisters;
using Networks.Grains.Wards;
using Networks.Grains.Watches;
using Orleans;

namespace Networks.Grains;

/// <summary>The one way to a grain: by its typed id, never by a bare string (<see cref="EntityKeys"/>).</summary>
#pragma warning disable RS0030 // This is the id factory.
public static class EntityGrains
{
    /// <summary>The record of a resident.</summary>
    public static IResidentGrain Resident(this IGrainFactory grains, ResidentId id) => grains.GetGrain<IResidentGrain>(EntityKeys.Of(id));

    /// <summary>The record of a volunteer.</summary>
    public static IVolunteerGrain Volunteer(this IGrainFactory grains, VolunteerId id) =>
        grains.GetGrain<IVolunteerGrain>(EntityKeys.Of(id));

    /// <summary>The record of a group.</summary>
    public static IGroupGrain Group(this IGrainFactory grains, GroupId id) => grains.GetGrain<IGroupGrain>(EntityKeys.Of(id));

    /// <summary>How to reach a resident.</summary>
    public static IContactCardGrain ContactCard(this IGrainFactory grains, ResidentId id) =>
        grains.GetGrain<IContactCardGrain>(EntityKeys.OfContactCard(id));

    /// <summary>A ward's partition of the connection graph.</summary>
    public static IWardGrain Ward(this IGrainFactory grains, WardCode code) => grains.GetGrain<IWardGrain>(EntityKeys.Of(code));

    /// <summary>Answers about the whole area.</summary>
    public static IAreaGrain Area(this IGrainFactory grains) => grains.GetGrain<IAreaGrain>(EntityKeys.OfArea);

    /// <summary>The area as it was known in the evening of a day; null = as it is known now.</summary>
    public static IAreaGrain Area(this IGrainFactory grains, DateOnly? knownAt) =>
        knownAt is { } day ? grains.GetGrain<IAreaGrain>(EntityKeys.OfAreaKnownAt(day)) : grains.Area();

    /// <summary>Answers about the pathway from referral to settled.</summary>
    public static IPathwayGrain Pathway(this IGrainFactory grains) => grains.GetGrain<IPathwayGrain>(EntityKeys.OfArea);

    /// <summary>The durable list of wards.</summary>
    public static IWardRegisterGrain WardRegister(this IGrainFactory grains) =>
        grains.GetGrain<IWardRegisterGrain>(EntityKeys.OfWardRegister);

    /// <summary>A matching round.</summary>
    public static IMatchingRoundGrain MatchingRound(this IGrainFactory grains, RoundName name) =>
        grains.GetGrain<IMatchingRoundGrain>(EntityKeys.Of(name));

    /// <summary>A run of a what-if scenario.</summary>
    public static ISimulationGrain Simulation(this IGrainFactory grains, SimulationId id) =>
        grains.GetGrain<ISimulationGrain>(EntityKeys.Of(id));

    /// <summary>What a finished run says.</summary>
    public static ISimulationReportGrain SimulationReport(this IGrainFactory grains, SimulationId id) =>
        grains.GetGrain<ISimulationReportGrain>(EntityKeys.Of(id));

    /// <summary>Whoever holds the replications of a run.</summary>
    public static ISimulationWorkerGrain SimulationWorker(this IGrainFactory grains, SimulationId id) =>
        grains.GetGrain<ISimulationWorkerGrain>(EntityKeys.Of(id));

    /// <summary>The durable list of runs, and who is next.</summary>
    public static ISimulationRegisterGrain SimulationRegister(this IGrainFactory grains) =>
        grains.GetGrain<ISimulationRegisterGrain>(EntityKeys.OfSimulationRegister);

    /// <summary>Who comes onto a list.</summary>
    public static IWatchGrain Watch(this IGrainFactory grains, WatchId watch) => grains.GetGrain<IWatchGrain>(EntityKeys.Of(watch));

    /// <summary>The durable list of rounds.</summary>
    public static IRoundRegisterGrain RoundRegister(this IGrainFactory grains) =>
        grains.GetGrain<IRoundRegisterGrain>(EntityKeys.OfRoundRegister);

    /// <summary>The durable list of organisations.</summary>
    public static IOrganisationRegisterGrain OrganisationRegister(this IGrainFactory grains) =>
        grains.GetGrain<IOrganisationRegisterGrain>(EntityKeys.OfOrganisationRegister);

    /// <summary>The area's own list of interests.</summary>
    public static IInterestRegisterGrain InterestRegister(this IGrainFactory grains) =>
        grains.GetGrain<IInterestRegisterGrain>(EntityKeys.OfInterestRegister);

    /// <summary>The durable list of published areas.</summary>
    public static IAreaRegisterGrain AreaRegister(this IGrainFactory grains) =>
        grains.GetGrain<IAreaRegisterGrain>(EntityKeys.OfAreaRegister);

    /// <summary>The published figures about an area.</summary>
    public static IIndicatorsGrain Indicators(this IGrainFactory grains, AreaCode area) =>
        grains.GetGrain<IIndicatorsGrain>(EntityKeys.OfIndicators(area));
}
#pragma warning restore RS0030 // End of the id factory.
