using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Grains.Groups;
using Networks.Grains.Residents;
using Networks.Grains.Volunteers;
using Orleans;

namespace Networks.Grains;

/// <summary>The one way to a grain: by its typed id, never by a bare string (<see cref="EntityKeys"/>).</summary>
#pragma warning disable RS0030 // The one place that may ask for a grain by its key.
public static class EntityGrains
{
    /// <summary>The record of a resident.</summary>
    public static IResidentGrain Resident(this IGrainFactory grains, ResidentId id) => grains.GetGrain<IResidentGrain>(EntityKeys.Of(id));

    /// <summary>The record of a volunteer.</summary>
    public static IVolunteerGrain Volunteer(this IGrainFactory grains, VolunteerId id) => grains.GetGrain<IVolunteerGrain>(EntityKeys.Of(id));

    /// <summary>The record of a group.</summary>
    public static IGroupGrain Group(this IGrainFactory grains, GroupId id) => grains.GetGrain<IGroupGrain>(EntityKeys.Of(id));

    /// <summary>How to reach a resident.</summary>
    public static IContactCardGrain ContactCard(this IGrainFactory grains, ResidentId id) =>
        grains.GetGrain<IContactCardGrain>(EntityKeys.OfContactCard(id));
}
#pragma warning restore RS0030
