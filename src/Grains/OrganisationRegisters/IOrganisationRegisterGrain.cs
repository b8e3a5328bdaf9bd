using System.Collections.Immutable;
using Networks.Domain.Organisations;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.OrganisationRegisters;

/// <summary>
/// The durable list of organisations that keep records here or refer people. One row, read often and written by imports only.
/// Key: <c>z:organisations</c>.
/// </summary>
[Alias("networks.organisation-register-grain")]
public interface IOrganisationRegisterGrain : IGrainWithStringKey
{
    /// <summary>Every organisation, ordered by reference.</summary>
    [AlwaysInterleave, Alias("all")]
    Task<ImmutableArray<Organisation>> All();

    /// <summary>The organisation of this reference; null if none is known.</summary>
    [AlwaysInterleave, Alias("find")]
    Task<Organisation?> Find(OrganisationId id);

    /// <summary>
    /// Adds organisations and renews known ones; those not named stay. Answers how many changed; none means nothing was written.
    /// </summary>
    [Alias("adopt")]
    Task<int> Adopt(ImmutableArray<Organisation> organisations);
}
