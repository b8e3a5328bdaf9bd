using Networks.Domain.Groups;
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

    /// <summary>Stored volunteers, places included.</summary>
    public IReadOnlyDictionary<VolunteerId, Volunteer> Volunteers { get; init; } = new Dictionary<VolunteerId, Volunteer>();

    /// <summary>Stored groups, places included.</summary>
    public IReadOnlyDictionary<GroupId, Group> Groups { get; init; } = new Dictionary<GroupId, Group>();
}
