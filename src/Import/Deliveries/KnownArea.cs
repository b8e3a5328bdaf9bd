using Networks.Domain.Groups;
using Networks.Domain.Interests;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;

namespace Networks.Import.Deliveries;

/// <summary>What the store holds already, so that a delivery may speak of people and places that came with an earlier one.</summary>
public sealed record KnownArea
{
    /// <summary>A store that holds nothing.</summary>
    public static KnownArea Empty { get; } = new();

    /// <summary>The stored wards.</summary>
    public IReadOnlyCollection<WardFacts> Wards { get; init; } = [];

    /// <summary>True for a stored resident.</summary>
    public Func<ResidentId, bool> HasResident { get; init; } = _ => false;

    /// <summary>The stored organisations.</summary>
    public IReadOnlyCollection<Organisation> Organisations { get; init; } = [];

    /// <summary>The area's own list of interests.</summary>
    public IReadOnlyCollection<Interest> Interests { get; init; } = [];

    /// <summary>The stored areas between system and LSOA.</summary>
    public IReadOnlyCollection<PublishedArea> Areas { get; init; } = [];

    /// <summary>Stored volunteers, places included.</summary>
    public IReadOnlyDictionary<VolunteerId, Volunteer> Volunteers { get; init; } = new Dictionary<VolunteerId, Volunteer>();

    /// <summary>Stored groups, places included.</summary>
    public IReadOnlyDictionary<GroupId, Group> Groups { get; init; } = new Dictionary<GroupId, Group>();
}
