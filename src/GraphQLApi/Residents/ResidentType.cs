using HotChocolate;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Grains.Residents;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Assessments;
using Networks.GraphQLApi.Consents;
using Networks.GraphQLApi.ContactCards;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.LifeEvents;
using Networks.GraphQLApi.Matches;
using Networks.GraphQLApi.Memberships;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.Organisations;
using Networks.GraphQLApi.Pages;
using Networks.GraphQLApi.Ties;
using Networks.GraphQLApi.Wards;
using Networks.Matching.Fits;
using MatchType = Networks.GraphQLApi.Matches.MatchType;

namespace Networks.GraphQLApi.Residents;

/// <summary>A person on the register. No name, phone or address stands here, nor where she lives.</summary>
[GraphQLName("Resident")]
public sealed class ResidentType : INode
{
    private readonly ResidentReading _reading;

    internal ResidentType(ResidentReading reading) => _reading = reading;

    /// <summary>Global and opaque; never parse it.</summary>
    [GraphQLType("ID!")]
    public string Id => GlobalId.Of("Resident", Reference);

    /// <summary>The imported id.</summary>
    [GraphQLType("ID!")]
    public string Reference => _reading.Resident.Id.Value;

    /// <summary>Rises with each change; give it back as expectedVersion to change only what was read.</summary>
    public int Version => _reading.Version;

    /// <summary>The organisation that keeps the record; null where none is named.</summary>
    public OrganisationType? Organisation => Facts.Organisation is { } organisation ? new OrganisationType(organisation) : null;

    /// <summary>The ward she lives in.</summary>
    public Task<WardType> GetWardAsync(AreaRegister register) => register.WardAsync(Facts.Ward);

    /// <summary>How old she is, as far as it is ever shown.</summary>
    public async Task<AgeBandType> GetAgeBandAsync(AreaRegister register) =>
        AgeBandTypes.Of(AgeBands.Of(Facts.BirthYear, await register.TodayAsync()));

    /// <summary>Gender as the person says it: female, male, non-binary, self-described; null where not said.</summary>
    public string? Gender => Facts.Gender is { } gender ? Vocabulary<Gender>.Word(gender) : null;

    /// <summary>Whether she lives alone; null where not known.</summary>
    public bool? LivesAlone => Facts.LivesAlone;

    /// <summary>The household she shares with others of the same id.</summary>
    [GraphQLType("ID")]
    public string? Household => Facts.Household;

    /// <summary>Languages, best first.</summary>
    public IReadOnlyList<string> Languages => Facts.Languages;

    /// <summary>What she likes.</summary>
    public IReadOnlyList<string> Interests => Facts.Interests;

    /// <summary>What a place must offer for her to come.</summary>
    public IReadOnlyList<string> AccessNeeds => Facts.AccessNeeds;

    /// <summary>What a visitor meets at her home, such as dog or smoking.</summary>
    public IReadOnlyList<string> HomeFactors => Facts.HomeFactors;

    /// <summary>What she cannot be with, at her home or another's.</summary>
    public IReadOnlyList<string> CannotBeWith => Facts.CannotBeWith;

    /// <summary>Whom she will meet: female, male, non-binary, self-described; empty means anyone.</summary>
    public IReadOnlyList<string> PrefersGender => [.. Facts.PrefersGender.Select(Vocabulary<Gender>.Word)];

    /// <summary>Constraints that are never proposed for relaxing.</summary>
    public IReadOnlyList<Constraint> Firm => ResidentInputReading.Firm(Facts.Firm);

    /// <summary>What whoever helps her must be able to do, such as dementia or bsl.</summary>
    public IReadOnlyList<string> SupportNeeds => Facts.SupportNeeds;

    /// <summary>How far she can travel to a group; null where nobody has said.</summary>
    public double? TravelKilometresMax => Facts.TravelMetresMax?.Kilometres;

    /// <summary>What she is waiting for: any one of the one-to-one kinds, and any one of the group kinds.</summary>
    public IReadOnlyList<OfferKind> Seeking => Facts.Seeking;

    /// <summary>How she would like to be met; empty means visit.</summary>
    public IReadOnlyList<ContactMode> Modes => Facts.Modes;

    /// <summary>Situations such as bereaved or carer; null without her consent to use them.</summary>
    public async Task<IReadOnlyList<string>?> GetSituationsAsync(AreaRegister register) =>
        Facts.HasConsent(Consent.SpecialCategory, await register.TodayAsync()) ? Facts.Situations : null;

    /// <summary>Weekly slots in which she is free, such as mon-am.</summary>
    public IReadOnlyList<string> Available => [.. Facts.Available.ToWords()];

    /// <summary>Contacts a month she wishes for.</summary>
    public int? WantedContactsPerMonth => Facts.WantedContactsPerMonth;

    /// <summary>How urgent her need is: 1 (most urgent) to 4; null where nobody has said.</summary>
    public int? PriorityBand => Facts.PriorityBand;

    /// <summary>First day on the register; null where not known.</summary>
    public DateOnly? RegisteredOn => Facts.RegisteredOn;

    /// <summary>First day no longer on the register.</summary>
    public DateOnly? LeftOn => Facts.LeftOn;

    /// <summary>Why she is no longer on the register; null where not known.</summary>
    public LeftReason? LeftReason => Facts.LeftReason;

    /// <summary>How she came to be known; null where no referral is recorded.</summary>
    public async Task<ReferralType?> GetReferralAsync(AreaRegister register, TimeProvider time) =>
        Facts.ReferredOn is { } on
            ? ReferralType.Of(on, _reading.Resident, new Moment(time.GetUtcNow(), await register.TodayAsync()))
            : null;

    /// <summary>Since when she has been waiting; null when she waits for nothing, or it is not known.</summary>
    public DateOnly? WaitingSince => Facts.Seeking.IsDefaultOrEmpty ? null : Facts.WaitingSince ?? Facts.ReferredOn;

    /// <summary>Days she has been waiting.</summary>
    public async Task<int?> GetWaitingDaysAsync(AreaRegister register) =>
        WaitingSince is { } since ? Math.Max(0, (await register.TodayAsync()).DayNumber - since.DayNumber) : null;

    /// <summary>Not put forward before this day.</summary>
    public DateOnly? PausedUntil => Facts.PausedUntil;

    /// <summary>Current connections of every kind; null when she is not on the register that day.</summary>
    /// <param name="on">The day asked about; left out, it is today in the area's time zone.</param>
    public async Task<ConnectionsType?> GetConnectionsAsync(
        DateOnly? on, ConnectionsOfResident connections, CancellationToken cancellationToken) =>
        await connections.LoadAsync(new ConnectionsKey(_reading.Resident.Id, on), cancellationToken) is { } known
            ? new ConnectionsType(known.Connections)
            : null;

    /// <summary>The ties she names.</summary>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    /// <param name="current">Only those that hold today; false gives past ones as well.</param>
    public async Task<TieConnection> GetTiesAsync(AreaRegister register, int? first, string? after, bool? current = true)
    {
        var today = await register.TodayAsync();
        var rows = _reading.Resident.Ties
            .Where(tie => current != true || DateSpan.Holds(tie.Since, tie.EndedOn, today))
            .Select(tie => new TieType(_reading, tie))
            .ToArray();
        return TieConnection.Of(PageRequest.Of(first, after).Cut(rows));
    }

    /// <summary>The groups she is a member of.</summary>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    /// <param name="current">Only memberships that hold today; false gives past ones as well.</param>
    public async Task<MembershipConnection> GetMembershipsAsync(
        AreaRegister register,
        GroupById groups,
        int? first,
        string? after,
        bool? current = true,
        CancellationToken cancellationToken = default)
    {
        var today = await register.TodayAsync();
        var memberships = await groups.WithClosingsAsync(_reading.Resident.Memberships, cancellationToken);
        var rows = memberships
            .Where(membership => current != true || membership.Holds(today))
            .Select(membership => new MembershipType(_reading, membership))
            .ToArray();
        return MembershipConnection.Of(PageRequest.Of(first, after).Cut(rows));
    }

    /// <summary>The match that holds today.</summary>
    public async Task<MatchType?> GetBefriendingAsync(AreaRegister register)
    {
        var today = await register.TodayAsync();
        return _reading.Resident.Matches.LastOrDefault(match => match.Holds(today)) is { } active ? new MatchType(_reading, active) : null;
    }

    /// <summary>Matches with volunteers, past and present, oldest first.</summary>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public MatchConnection GetMatches(int? first, string? after) =>
        MatchConnection.Of(
            PageRequest.Of(first, after).Cut([.. _reading.Resident.Matches.Select(match => new MatchType(_reading, match))]));

    /// <summary>ELSA score of social isolation with its five items; null when she is not on the register that day.</summary>
    /// <param name="on">The day asked about; left out, it is today in the area's time zone.</param>
    public async Task<IsolationScoreType?> GetIsolationAsync(
        DateOnly? on, ConnectionsOfResident connections, CancellationToken cancellationToken) =>
        await connections.LoadAsync(new ConnectionsKey(_reading.Resident.Id, on), cancellationToken) is { } known
            ? new IsolationScoreType(known.Isolation)
            : null;

    /// <summary>Published sets of questions she answered, latest first.</summary>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public AssessmentConnection? GetAssessments(int? first, string? after) =>
        AssessmentConnection.Of(PageRequest.Of(first, after).Cut(
            [.. _reading.Resident.Assessments.OrderByDescending(known => known.On).Select(known => new AssessmentType(known))]));

    /// <summary>What happened in her life and often changes connections, latest first.</summary>
    public IReadOnlyList<LifeEventType> LifeEvents =>
        [.. _reading.Resident.LifeEvents.OrderByDescending(known => known.On).Select(known => new LifeEventType(known))];

    /// <summary>What she has agreed to.</summary>
    public async Task<IReadOnlyList<ConsentType>> GetConsentsAsync(AreaRegister register)
    {
        var today = await register.TodayAsync();
        return [.. Facts.Consents.Select(consent => new ConsentType(consent, today))];
    }

    /// <summary>How to reach her; null where no card is kept, and to everyone but coordinators. Every reading is written down.</summary>
    public async Task<ContactCardType?> GetContactCardAsync(ContactCardDesk desk, CancellationToken cancellationToken) =>
        await desk.ReadAsync(_reading.Resident.Id, cancellationToken) is { } card ? new ContactCardType(card, Facts) : null;

    private ResidentFacts Facts => _reading.Resident.Facts;
}
