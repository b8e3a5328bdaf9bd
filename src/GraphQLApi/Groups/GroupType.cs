using HotChocolate;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Grains.Groups;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.Offers;
using Networks.GraphQLApi.Organisations;
using Networks.GraphQLApi.Wards;

namespace Networks.GraphQLApi.Groups;

/// <summary>A group that people can join.</summary>
[GraphQLName("Group")]
public sealed class GroupType : INode, IOffer
{
    private const string StepFree = "step-free";

    private readonly GroupReading _reading;

    internal GroupType(GroupReading reading) => _reading = reading;

    /// <summary>Global and opaque; never parse it.</summary>
    [GraphQLType("ID!")]
    public string Id => GlobalId.Of("Group", Reference);

    /// <summary>The imported id.</summary>
    [GraphQLType("ID!")]
    public string Reference => _reading.Group.Id.Value;

    /// <summary>Rises with each change; give it back as expectedVersion to change only what was read.</summary>
    public int Version => _reading.Version;

    /// <summary>The organisation that keeps the record; null where none is named.</summary>
    public OrganisationType? Organisation => Facts.Organisation is { } organisation ? new OrganisationType(organisation) : null;

    /// <summary>What the group is called.</summary>
    public string Name => Facts.Name;

    /// <summary>The ward it meets in.</summary>
    public Task<WardType> GetWardAsync(AreaRegister register) => register.WardAsync(Facts.Ward);

    /// <summary>What it offers.</summary>
    public OfferKind Kind => Facts.Kind;

    /// <summary>No referral is needed.</summary>
    public bool OpenAccess => Facts.OpenAccess;

    /// <summary>Places in all; null means no limit with openAccess, and not known without.</summary>
    public int? Places => _reading.Group.Places.Capacity;

    /// <summary>Places held for open proposals.</summary>
    public async Task<int> GetHeldAsync(AreaRegister register, TimeProvider time) =>
        _reading.Group.Places.HeldAt(time.GetUtcNow(), await register.TodayAsync());

    /// <summary>Places taken, by people on the register and outside it.</summary>
    public async Task<int> GetTakenAsync(AreaRegister register) =>
        _reading.Group.Places.TakenOn(await register.TodayAsync()) + _reading.Group.Places.Others;

    /// <summary>Free places; null without a number of places.</summary>
    public async Task<int?> GetOpenPlacesAsync(AreaRegister register, TimeProvider time) =>
        _reading.Group.Places.FreeAt(time.GetUtcNow(), await register.TodayAsync());

    /// <summary>When it meets: RFC 5545 RRULEs, or such as tue 10:00-12:00.</summary>
    public IReadOnlyList<string> Sessions => Facts.Sessions;

    /// <summary>When it meets next, days left out respected; null where its sessions do not say both day and hour.</summary>
    public async Task<DateTimeOffset?> GetNextSessionAsync(AreaRegister register, TimeProvider time) =>
        SessionCalendar.Next(Facts, time.GetUtcNow(), await register.ZoneAsync());

    /// <summary>What it does.</summary>
    public IReadOnlyList<string> Interests => Facts.Interests;

    /// <summary>People in which situation it is for; empty means everybody.</summary>
    public IReadOnlyList<string> Situations => Facts.Situations;

    /// <summary>Languages spoken there.</summary>
    public IReadOnlyList<string> Languages => Facts.Languages;

    /// <summary>What the place offers to people with access needs.</summary>
    public IReadOnlyList<string> Access =>
        Facts.StepFree == true && !Facts.Access.Contains(StepFree) ? [StepFree, .. Facts.Access] : Facts.Access;

    /// <summary>First day it runs; null where not known.</summary>
    public DateOnly? OpenedOn => Facts.OpenedOn;

    /// <summary>First day it no longer runs.</summary>
    public DateOnly? ClosedOn => Facts.ClosedOn;

    /// <summary>The day somebody last made sure that this record is right.</summary>
    public DateOnly? AssuredOn => Facts.AssuredOn;

    /// <summary>Badges it holds.</summary>
    public IReadOnlyList<string> Badges => Facts.OpenToAll == true ? ["open-to-all"] : [];

    /// <summary>The fund that pays for it; null where not known.</summary>
    public string? FundedBy => Facts.FundedBy;

    /// <summary>First day no longer funded; null where not known.</summary>
    public DateOnly? FundedUntil => Facts.FundedUntil;

    /// <summary>What one session costs; null where not known, 0 where it is free.</summary>
    public double? CostPounds => (double?)Facts.CostPounds;

    /// <summary>Youngest age it is for; null where there is no lower limit.</summary>
    public int? AgeFrom => Facts.AgeFrom;

    /// <summary>Oldest age it is for; null where there is no upper limit.</summary>
    public int? AgeTo => Facts.AgeTo;

    /// <summary>How many people it can fetch and bring home; null where not known.</summary>
    public int? TransportSeats => Facts.TransportSeats;

    /// <summary>What the group says of itself.</summary>
    public string? Description => Facts.Description;

    /// <summary>How anybody may reach the group, as it is published.</summary>
    public string? PublicContact => Facts.PublicContact;

    /// <summary>Where it meets, as it is published.</summary>
    public string? Venue => Facts.Venue;

    /// <summary>What those who run it are able to do, such as dementia or bsl.</summary>
    public IReadOnlyList<string> Competences => Facts.Competences;

    private GroupFacts Facts => _reading.Group.Facts;
}
