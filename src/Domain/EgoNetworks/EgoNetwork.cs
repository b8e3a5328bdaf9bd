using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;

namespace Networks.Domain.EgoNetworks;

/// <summary>The people, groups and volunteers around one resident on one day, as she and those who name her tell it (rule C3).</summary>
public sealed record EgoNetwork
{
    /// <summary>The day asked about.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When she was asked about her connections; null if not by that day, and then nothing missing means anything.</summary>
    public required DateOnly? AskedOn { get; init; }

    /// <summary>True if any row of a connection, of hers or naming her, began by that day or has no beginning.</summary>
    public required bool HasRows { get; init; }

    /// <summary>By circle (not said stands last), then what they are to her, then who they are.</summary>
    public required ImmutableArray<EgoPerson> People { get; init; }

    /// <summary>Groups that run of which she is a member.</summary>
    public required ImmutableArray<EgoGroup> Groups { get; init; }

    /// <summary>Volunteers matched with her.</summary>
    public required ImmutableArray<EgoVolunteer> Volunteers { get; init; }

    /// <summary>Null if she was never asked: what nobody asked about has no type.</summary>
    public NetworkType? Type => AskedOn is null ? null : NetworkTypes.Of(Counts);

    /// <summary>What its type is read off.</summary>
    public NetworkCounts Counts => new(
        People.Count(person => person.IsRegular && person.Side == EgoSide.Family),
        People.Count(person => person.IsRegular && person.Side == EgoSide.Friends),
        People.Count(person => person.IsRegular && person.Side == EgoSide.Wider),
        Groups.Length,
        Volunteers.Length,
        People.Count(person => !person.IsRegular && person.Side != EgoSide.Professionals));
}

/// <summary>To which side of a network somebody belongs.</summary>
public enum EgoSide
{
    /// <summary>Partner, child, parent or other relative.</summary>
    Family,

    /// <summary>A friend.</summary>
    Friends,

    /// <summary>A neighbour or acquaintance.</summary>
    Wider,

    /// <summary>Somebody paid to see her.</summary>
    Professionals,
}

/// <summary>One person of a network. Exactly one of <see cref="Resident"/> and <see cref="Alter"/> is set.</summary>
public sealed record EgoPerson
{
    /// <summary>Somebody with a record here.</summary>
    public ResidentId? Resident { get; init; }

    /// <summary>The label of somebody outside the register; for coordinators alone.</summary>
    public string? Alter { get; init; }

    /// <summary>What the person is to her: as she says, or else as they say, turned round.</summary>
    public required TieKind Relation { get; init; }

    /// <summary>1 (closest) to 3, as she says; null = not said, as for everybody whom only others name.</summary>
    public int? Circle { get; init; }

    /// <summary>How often the two are in touch, as she says, or else as they say.</summary>
    public ContactFrequency? Frequency { get; init; }

    /// <summary>The latest dated contact of all rows between the two.</summary>
    public DateOnly? LastContact { get; init; }

    /// <summary>What she could turn to them for, as she says.</summary>
    public ImmutableArray<SupportKind> Support { get; init; } = [];

    /// <summary>False if only the other side names the tie.</summary>
    public required bool IsNamedByHer { get; init; }

    /// <summary>The household the person lives in, if it is recorded.</summary>
    public string? Household { get; init; }

    /// <summary>True if contact is monthly or more (rule C5).</summary>
    public required bool IsRegular { get; init; }

    /// <summary>To which side of the network the person belongs.</summary>
    public EgoSide Side => Relation switch
    {
        TieKind.Partner or TieKind.Child or TieKind.Parent or TieKind.Family => EgoSide.Family,
        TieKind.Friend => EgoSide.Friends,
        TieKind.Neighbour or TieKind.Acquaintance => EgoSide.Wider,
        _ => EgoSide.Professionals,
    };

    /// <summary>True if both mean the same person.</summary>
    public bool IsSame(EgoPerson other) => Resident == other.Resident && Alter == other.Alter;
}

/// <summary>A group of a network.</summary>
/// <param name="Group">Which.</param>
/// <param name="Since">First day as a member; null = not known.</param>
/// <param name="LastAttended">The latest day she is known to have come.</param>
public sealed record EgoGroup(GroupId Group, DateOnly? Since, DateOnly? LastAttended);

/// <summary>A volunteer of a network.</summary>
/// <param name="Volunteer">Who.</param>
/// <param name="Kind">What the match is for.</param>
/// <param name="Since">First day.</param>
/// <param name="LastContact">The latest dated contact.</param>
public sealed record EgoVolunteer(VolunteerId Volunteer, OfferKind Kind, DateOnly Since, DateOnly? LastContact);
