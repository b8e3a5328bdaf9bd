using Networks.Domain.Groups;
using Networks.Domain.Volunteers;

namespace Networks.Import.Deliveries;

/// <summary>What a delivery says of one volunteer or group: facts and capacity; who takes the places follows from other files.</summary>
/// <param name="Line">Line of the row.</param>
/// <param name="Capacity">Places in all; null when not known or without limit.</param>
/// <param name="Others">Places taken by people outside the register.</param>
public abstract record DeliveredOffer(int Line, int? Capacity, int Others);

/// <summary>A volunteer's row.</summary>
public sealed record DeliveredVolunteer(VolunteerId Id, int Line, VolunteerFacts Facts, int? Capacity, int Others)
    : DeliveredOffer(Line, Capacity, Others);

/// <summary>A group's row.</summary>
public sealed record DeliveredGroup(GroupId Id, int Line, GroupFacts Facts, int? Capacity, int Others)
    : DeliveredOffer(Line, Capacity, Others);
