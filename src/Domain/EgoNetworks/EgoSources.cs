using Networks.Domain.Groups;
using Networks.Domain.Residents;

namespace Networks.Domain.EgoNetworks;

/// <summary>The records that one resident's network is read from.</summary>
/// <param name="Ego">Her own record.</param>
/// <param name="Residents">Everybody who names her or whom she names, past or present, who has a record.</param>
/// <param name="Groups">Every group she is or was a member of.</param>
public sealed record EgoSources(
    Resident Ego, IReadOnlyDictionary<ResidentId, Resident> Residents, IReadOnlyDictionary<GroupId, Group> Groups);
