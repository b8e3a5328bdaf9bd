using HotChocolate;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Grains.Residents;
using Networks.Graph.Residents;
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
using Networks.GraphQLApi.Spreads;
using Networks.GraphQLApi.Ties;
using Networks.GraphQLApi.Wards;
using Networks.Matching.Fits;
using MatchType = Networks.GraphQLApi.Matches.MatchType;

namespace Networks.GraphQLApi.Residents;

/// <summary>A person on the register. No name, phone or address stands here, nor where she lives.</summary>
[GraphQLName("Resident")]
public sealed partial class ResidentType : INode
{
    private readonly KnownResident _known;
    private readonly ResidentReading? _reading;

    internal ResidentType(ResidentReading reading)
    {
        var resident = reading.Resident;
        _known = new KnownResident(resident.Id, resident.Facts.Ward, resident.Facts.BirthYear, resident.Facts.LivesAlone);
        _reading = reading;
    }

    /// <summary>Somebody whom the connection graph names: her record is read when a field asks for more than the graph holds.</summary>
    internal ResidentType(KnownResident known) => _known = known;

    /// <summary>Global and opaque; never parse it.</summary>
    [GraphQLType("ID!")]
    public string Id => GlobalId.Of("Resident", Reference);

    /// <summary>The imported id.</summary>
    [GraphQLType("ID!")]
    public string Reference => _known.Resident.Value;

    /// <summary>Rises with each change; give it back as expectedVersion to change only what was read.</summary>
    public Task<int> GetVersionAsync(ResidentById records, CancellationToken cancellationToken) =>
        ReadAsync<int>(records, reading => reading.Version, cancellationToken);

    /// <summary>The organisation that keeps the record; null where none is named.</summary>
    public Task<OrganisationType?> GetOrganisationAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<OrganisationType?>(
            records, facts => facts.Organisation is { } organisation ? new OrganisationType(organisation) : null, cancellationToken);

    /// <summary>The ward she lives in.</summary>
    public Task<WardType> GetWardAsync(AreaRegister register) => register.WardAsync(_known.Ward);

    /// <summary>How old she is, as far as it is ever shown.</summary>
    public async Task<AgeBandType> GetAgeBandAsync(AreaRegister register) =>
        AgeBandTypes.Of(AgeBands.Of(_known.BirthYear, await register.TodayAsync()));

    /// <summary>Gender as the person says it: female, male, non-binary, self-described; null where not said.</summary>
    public Task<string?> GetGenderAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<string?>(records, facts => facts.Gender is { } gender ? Vocabulary<Gender>.Word(gender) : null, cancellationToken);

    /// <summary>Whether she lives alone; null where not known.</summary>
    public bool? LivesAlone => _known.LivesAlone;

    /// <summary>The household she shares with others of the same id.</summary>
    [GraphQLType("ID")]
    public Task<string?> GetHouseholdAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<string?>(records, facts => facts.Household, cancellationToken);

    /// <summary>Languages, best first.</summary>
    public Task<IReadOnlyList<string>> GetLanguagesAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<IReadOnlyList<string>>(records, facts => facts.Languages, cancellationToken);

    /// <summary>What she likes.</summary>
    public Task<IReadOnlyList<string>> GetInterestsAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<IReadOnlyList<string>>(records, facts => facts.Interests, cancellationToken);

    /// <summary>What a place must offer for her to come.</summary>
    public Task<IReadOnlyList<string>> GetAccessNeedsAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<IReadOnlyList<string>>(records, facts => facts.AccessNeeds, cancellationToken);

    /// <summary>What a visitor meets at her home, such as dog or smoking.</summary>
    public Task<IReadOnlyList<string>> GetHomeFactorsAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<IReadOnlyList<string>>(records, facts => facts.HomeFactors, cancellationToken);

    /// <summary>What she cannot be with, at her home or another's.</summary>
    public Task<IReadOnlyList<string>> GetCannotBeWithAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<IReadOnlyList<string>>(records, facts => facts.CannotBeWith, cancellationToken);

    /// <summary>Whom she will meet: female, male, non-binary, self-described; empty means anyone.</summary>
    public Task<IReadOnlyList<string>> GetPrefersGenderAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<IReadOnlyList<string>>(records, facts => [.. facts.PrefersGender.Select(Vocabulary<Gender>.Word)], cancellationToken);

    /// <summary>Constraints that are never proposed for relaxing.</summary>
    public Task<IReadOnlyList<Constraint>> GetFirmAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<IReadOnlyList<Constraint>>(records, facts => ResidentInputReading.Firm(facts.Firm), cancellationToken);

    /// <summary>What whoever helps her must be able to do, such as dementia or bsl.</summary>
    public Task<IReadOnlyList<string>> GetSupportNeedsAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<IReadOnlyList<string>>(records, facts => facts.SupportNeeds, cancellationToken);

    /// <summary>How far she can travel to a group; null where nobody has said.</summary>
    public Task<double?> GetTravelKilometresMaxAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<double?>(records, facts => facts.TravelMetresMax?.Kilometres, cancellationToken);

    /// <summary>What she is waiting for: any one of the one-to-one kinds, and any one of the group kinds.</summary>
    public Task<IReadOnlyList<OfferKind>> GetSeekingAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<IReadOnlyList<OfferKind>>(records, facts => facts.Seeking, cancellationToken);

    /// <summary>How she would like to be met; empty means visit.</summary>
    public Task<IReadOnlyList<ContactMode>> GetModesAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<IReadOnlyList<ContactMode>>(records, facts => facts.Modes, cancellationToken);

    /// <summary>Situations such as bereaved or carer; null without her consent to use them.</summary>
    public async Task<IReadOnlyList<string>?> GetSituationsAsync(
        AreaRegister register, ResidentById records, CancellationToken cancellationToken)
    {
        var today = await register.TodayAsync();
        return await FactsAsync<IReadOnlyList<string>?>(
            records, facts => facts.HasConsent(Consent.SpecialCategory, today) ? facts.Situations : null, cancellationToken);
    }

    /// <summary>Weekly slots in which she is free, such as mon-am.</summary>
    public Task<IReadOnlyList<string>> GetAvailableAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<IReadOnlyList<string>>(records, facts => [.. facts.Available.ToWords()], cancellationToken);

    /// <summary>Contacts a month she wishes for.</summary>
    public Task<int?> GetWantedContactsPerMonthAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<int?>(records, facts => facts.WantedContactsPerMonth, cancellationToken);

    /// <summary>How urgent her need is: 1 (most urgent) to 4; null where nobody has said.</summary>
    public Task<int?> GetPriorityBandAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<int?>(records, facts => facts.PriorityBand, cancellationToken);

    /// <summary>First day on the register; null where not known.</summary>
    public Task<DateOnly?> GetRegisteredOnAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<DateOnly?>(records, facts => facts.RegisteredOn, cancellationToken);

    /// <summary>First day no longer on the register.</summary>
    public Task<DateOnly?> GetLeftOnAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<DateOnly?>(records, facts => facts.LeftOn, cancellationToken);

    /// <summary>Why she is no longer on the register; null where not known.</summary>
    public Task<LeftReason?> GetLeftReasonAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<LeftReason?>(records, facts => facts.LeftReason, cancellationToken);

    /// <summary>How she came to be known; null where no referral is recorded.</summary>
    public async Task<ReferralType?> GetReferralAsync(
        AreaRegister register, TimeProvider time, ResidentById records, CancellationToken cancellationToken)
    {
        var now = new Moment(time.GetUtcNow(), await register.TodayAsync());
        return await ReadAsync(
            records,
            reading => reading.Resident.Facts.ReferredOn is { } on ? ReferralType.Of(on, reading.Resident, now) : null,
            cancellationToken);
    }

    /// <summary>Since when she has been waiting; null when she waits for nothing, or it is not known.</summary>
    public Task<DateOnly?> GetWaitingSinceAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<DateOnly?>(
            records, facts => facts.Seeking.IsDefaultOrEmpty ? null : facts.WaitingSince ?? facts.ReferredOn, cancellationToken);

    /// <summary>Days she has been waiting.</summary>
    public async Task<int?> GetWaitingDaysAsync(AreaRegister register, ResidentById records, CancellationToken cancellationToken) =>
        await GetWaitingSinceAsync(records, cancellationToken) is { } since
            ? Math.Max(0, (await register.TodayAsync()).DayNumber - since.DayNumber)
            : null;

    /// <summary>Not put forward before this day.</summary>
    public Task<DateOnly?> GetPausedUntilAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<DateOnly?>(records, facts => facts.PausedUntil, cancellationToken);

    /// <summary>Current connections of every kind; null when she is not on the register that day.</summary>
    /// <param name="on">The day asked about; left out, it is the day of knowledge, which is today in the area's time zone.</param>
    /// <param name="knownAt">Only what was written down by the evening of this day; left out, it is now.</param>
    public async Task<ConnectionsType?> GetConnectionsAsync(
        DateOnly? on,
        DateOnly? knownAt,
        ConnectionsOfResident connections,
        AreaRegister register,
        CancellationToken cancellationToken) =>
        await connections.LoadAsync(
            new ConnectionsKey(_known.Resident, on, await KnownDay.OfAsync(knownAt, register, cancellationToken)),
            cancellationToken) is { } known
            ? new ConnectionsType(known.Connections)
            : null;

    /// <summary>The ties she names.</summary>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    /// <param name="current">Only those that hold today; false gives past ones as well.</param>
    public async Task<TieConnection> GetTiesAsync(
        AreaRegister register,
        ResidentById records,
        int? first,
        string? after,
        bool? current = true,
        CancellationToken cancellationToken = default)
    {
        var today = await register.TodayAsync();
        var reading = await RecordAsync(records, cancellationToken);
        var rows = reading.Resident.Ties
            .Where(tie => current != true || DateSpan.Holds(tie.Since, tie.EndedOn, today))
            .Select(tie => new TieType(reading, tie))
            .ToArray();
        return TieConnection.Of(PageRequest.Of(first, after).Cut(rows));
    }

    /// <summary>
    /// The ties she names and the ties that name her, each seen from her end: first her own in the order she named them, then the others
    /// by the reference of who names her. A tie that both name stands here twice, once as each of them says it.
    /// </summary>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    /// <param name="current">Only those that hold today with somebody still on the register; false gives past ones as well.</param>
    public async Task<TieEndConnection> GetTiesBothWaysAsync(
        TieEndsOfResident ends,
        int? first,
        string? after,
        bool? current = true,
        CancellationToken cancellationToken = default)
    {
        var page = PageRequest.Of(first, after);
        var rows = await ends.LoadAsync(new TieEndsKey(_known.Resident, current == true), cancellationToken);
        return TieEndConnection.Of(page, rows?.Ends ?? []);
    }

    /// <summary>The groups she is a member of.</summary>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    /// <param name="current">Only memberships that hold today; false gives past ones as well.</param>
    public async Task<MembershipConnection> GetMembershipsAsync(
        AreaRegister register,
        ResidentById records,
        GroupById groups,
        int? first,
        string? after,
        bool? current = true,
        CancellationToken cancellationToken = default)
    {
        var today = await register.TodayAsync();
        var reading = await RecordAsync(records, cancellationToken);
        var memberships = await groups.WithClosingsAsync(reading.Resident.Memberships, cancellationToken);
        var rows = memberships
            .Where(membership => current != true || membership.Holds(today))
            .Select(membership => new MembershipType(reading, membership))
            .ToArray();
        return MembershipConnection.Of(PageRequest.Of(first, after).Cut(rows));
    }

    /// <summary>The match that holds today.</summary>
    public async Task<MatchType?> GetBefriendingAsync(AreaRegister register, ResidentById records, CancellationToken cancellationToken)
    {
        var today = await register.TodayAsync();
        var reading = await RecordAsync(records, cancellationToken);
        return reading.Resident.Matches.LastOrDefault(match => match.Holds(today)) is { } active ? new MatchType(reading, active) : null;
    }

    /// <summary>Matches with volunteers, past and present, oldest first.</summary>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public async Task<MatchConnection> GetMatchesAsync(
        int? first, string? after, ResidentById records, CancellationToken cancellationToken)
    {
        var page = PageRequest.Of(first, after);
        var reading = await RecordAsync(records, cancellationToken);
        return MatchConnection.Of(page.Cut([.. reading.Resident.Matches.Select(match => new MatchType(reading, match))]));
    }

    /// <summary>
    /// How many other people are within two ties of her: those tied to her and those tied to them, each once, over ties of every kind. Null
    /// when she is not on the register that day.
    /// </summary>
    /// <param name="on">The day asked about; left out, it is today in the area's time zone.</param>
    public async Task<int?> GetPeopleWithinTwoTiesAsync(DateOnly? on, ReachOfResident reach, CancellationToken cancellationToken) =>
        await reach.LoadAsync(new ConnectionsKey(_known.Resident, on), cancellationToken);

    /// <summary>ELSA score of social isolation with its five items; null when she is not on the register that day.</summary>
    /// <param name="on">The day asked about; left out, it is the day of knowledge, which is today in the area's time zone.</param>
    /// <param name="knownAt">Only what was written down by the evening of this day; left out, it is now.</param>
    public async Task<IsolationScoreType?> GetIsolationAsync(
        DateOnly? on,
        DateOnly? knownAt,
        ConnectionsOfResident connections,
        AreaRegister register,
        CancellationToken cancellationToken) =>
        await connections.LoadAsync(
            new ConnectionsKey(_known.Resident, on, await KnownDay.OfAsync(knownAt, register, cancellationToken)),
            cancellationToken) is { } known
            ? new IsolationScoreType(known.Isolation)
            : null;

    /// <summary>Published sets of questions she answered, latest first.</summary>
    /// <param name="first">Rows of a page, at most 100; 50 when nothing is said.</param>
    /// <param name="after">Read on after this cursor.</param>
    public async Task<AssessmentConnection?> GetAssessmentsAsync(
        int? first, string? after, ResidentById records, CancellationToken cancellationToken)
    {
        var page = PageRequest.Of(first, after);
        var reading = await RecordAsync(records, cancellationToken);
        return AssessmentConnection.Of(page.Cut(
            [.. reading.Resident.Assessments.OrderByDescending(known => known.On).Select(known => new AssessmentType(known))]));
    }

    /// <summary>What happened in her life and often changes connections, latest first.</summary>
    public Task<IReadOnlyList<LifeEventType>> GetLifeEventsAsync(ResidentById records, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<LifeEventType>>(
            records,
            reading => [.. reading.Resident.LifeEvents.OrderByDescending(known => known.On).Select(known => new LifeEventType(known))],
            cancellationToken);

    /// <summary>The days on which she was asked to introduce somebody, once for each time, latest first.</summary>
    public Task<IReadOnlyList<DateOnly>> GetIntroductionsAskedOnAsync(ResidentById records, CancellationToken cancellationToken) =>
        FactsAsync<IReadOnlyList<DateOnly>>(records, facts => [.. facts.IntroductionsAskedOn.Reverse()], cancellationToken);

    /// <summary>What she has agreed to.</summary>
    public async Task<IReadOnlyList<ConsentType>> GetConsentsAsync(
        AreaRegister register, ResidentById records, CancellationToken cancellationToken)
    {
        var today = await register.TodayAsync();
        return await FactsAsync<IReadOnlyList<ConsentType>>(
            records, facts => [.. facts.Consents.Select(consent => new ConsentType(consent, today))], cancellationToken);
    }

    /// <summary>How to reach her; null where no card is kept, and to everyone but coordinators. Every reading is written down.</summary>
    public async Task<ContactCardType?> GetContactCardAsync(
        ContactCardDesk desk, ResidentById records, CancellationToken cancellationToken) =>
        await desk.ReadAsync(_known.Resident, cancellationToken) is { } card
            ? new ContactCardType(card, (await RecordAsync(records, cancellationToken)).Resident.Facts)
            : null;

    private async ValueTask<ResidentReading> RecordAsync(ResidentById records, CancellationToken cancellationToken) =>
        _reading ?? await records.RecordAsync(_known.Resident, cancellationToken);

    private async Task<T> ReadAsync<T>(ResidentById records, Func<ResidentReading, T> read, CancellationToken cancellationToken) =>
        read(await RecordAsync(records, cancellationToken));

    private Task<T> FactsAsync<T>(ResidentById records, Func<ResidentFacts, T> read, CancellationToken cancellationToken) =>
        ReadAsync(records, reading => read(reading.Resident.Facts), cancellationToken);
}
