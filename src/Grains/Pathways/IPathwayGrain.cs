using System.Collections.Immutable;
using Networks.Domain.Residents;
using Orleans;

namespace Networks.Grains.Pathways;

/// <summary>
/// Answers about the pathway from referral to settled: how far people have come, and who stands still. As many workers on each silo as are
/// needed; what they know of the records stands in the silo's <see cref="PathwayBook"/>. Key: <c>z:area</c>.
/// </summary>
[Alias("networks.pathway-grain")]
public interface IPathwayGrain : IGrainWithStringKey
{
    /// <summary>
    /// How far the people referred in a period have come by today. Cost: residents of the wards, and the records changed since anybody last
    /// asked; the first time those of everybody ever referred there.
    /// </summary>
    [Alias("funnel")]
    Task<FunnelAnswer> Funnel(FunnelQuery query);

    /// <summary>
    /// Who has stood at a stage longer than it should take, the longest overdue first, then by reference; or that nothing has changed since
    /// the picture named. Cost as <see cref="Funnel"/>.
    /// </summary>
    [Alias("stalled")]
    Task<StalledAnswer> Stalled(StalledQuery query);

    /// <summary>Where each of <paramref name="people"/> stands now; those who stand nowhere are left out.</summary>
    [Alias("standings")]
    Task<ImmutableArray<StandingPerson>> Standings(ImmutableArray<ResidentId> people);
}
