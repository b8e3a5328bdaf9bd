using System.Collections.Immutable;
using Networks.Domain.Assessments;
using Networks.Domain.Groups;
using Networks.Domain.Interests;
using Networks.Domain.LifeEvents;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Import.Residents;

namespace Networks.Import.Tests.Deliveries;

/// <summary>A store of any shape the types allow, the same for the same seed: every fact is there or not by chance.</summary>
internal sealed class RandomArea(int seed)
{
    private static readonly DateOnly Today = TestDelivery.Today;

    private static readonly string[] Words =
    [
        "tea", "a, b", "with \"quotes\"", "=SUM(1)", "-1", "Brontë", "two\nlines", "x:y", "naïve/café", "#1", "0042", "日本", "'",
    ];

    private readonly System.Random random = new(seed);

    public TestStore Store()
    {
        var store = new TestStore();
        WardCode[] wards = [.. Enumerable.Range(0, random.Next(1, 4)).Select(at => WardCode.Of($"E0500{at}"))];
        VolunteerId[] volunteers = [.. Enumerable.Range(0, random.Next(1, 4)).Select(at => VolunteerId.Of($"V{at}"))];
        GroupId[] groups = [.. Enumerable.Range(0, random.Next(1, 4)).Select(at => GroupId.Of($"G {at}"))];
        ResidentId[] residents = [.. Enumerable.Range(0, random.Next(1, 6)).Select(at => ResidentId.Of($"R{at:000}"))];
        Lists(store, wards);
        foreach (var id in volunteers)
        {
            store.Volunteers.Add(id, new Volunteer
            {
                Id = id, Facts = VolunteerFacts(Pick(wards), residents), Places = Places(),
                Memberships = [.. Distinct(groups).Select(group => Membership(group))], RecordedOn = Today,
            });
        }

        foreach (var id in groups)
        {
            store.Groups.Add(id, new Group { Id = id, Facts = GroupFacts(Pick(wards)), Places = Places(), RecordedOn = Today });
        }

        foreach (var id in residents)
        {
            store.Residents.Add(id, Resident(id, Pick(wards), residents, volunteers, groups));
        }

        return store;
    }

    private void Lists(TestStore store, WardCode[] wards)
    {
        foreach (var code in wards)
        {
            store.Wards.Add(code, new WardFacts
            {
                Code = code, Name = Text(), Population = Maybe(() => random.Next(20_000)), PopulationPeriod = MaybeText(),
                Point = Point(), Authority = MaybeText(), Place = MaybeText(),
            });
            var figure = new Indicator
            {
                Area = AreaCode.Of(code.Value), Name = Text(), Value = random.NextDouble() * 1000 - 5, Period = MaybeText(),
                Source = MaybeText(), Numerator = Maybe(() => random.NextDouble()), Denominator = Maybe(() => 1 + random.NextDouble()),
                Polarity = Word<Polarity>(),
            };
            store.Indicators.Add((figure.Area, figure.Name, figure.Period), figure);
        }

        store.Organisations.Add(OrganisationId.Of("O1"),
            new Organisation { Id = OrganisationId.Of("O1"), Name = Text(), Kind = Word<OrganisationKind>() });
        store.Interests.Add("gardening", new Interest { Word = "gardening", Label = MaybeText() });
        store.Areas.Add(AreaCode.Of("A1"), new PublishedArea
        {
            Code = AreaCode.Of("A1"), Name = Text(), Level = Word<AreaLevel>(), Parent = Maybe(() => AreaCode.Of("A0")),
            Households = Maybe(() => random.Next(9000)),
        });
    }

    private Resident Resident(ResidentId id, WardCode ward, ResidentId[] residents, VolunteerId[] volunteers, GroupId[] groups)
    {
        ImmutableArray<Tie> ties = [.. Others(id, residents).Select((other, at) => Tie(at + 1, other))];
        ImmutableArray<Match> matches = [.. Distinct(volunteers).Select((volunteer, at) => Match(at + 1, volunteer))];
        return new Resident
        {
            Id = id,
            Facts = ResidentFacts(ward, volunteers),
            RecordedOn = Today,
            Ties = ties,
            Matches = matches,
            Memberships = [.. Distinct(groups).Select(Membership)],
            Contacts =
            [
                .. ties.Where(_ => Chance()).Select(tie => Contact() with { Tie = tie.Number }),
                .. matches.Where(_ => Chance()).Select(match => Contact() with { Match = match.Number }),
            ],
            Attendances = [.. Distinct(groups).Select(group => new Attendance(group, Past(), Maybe(() => "volunteer:" + Pick(volunteers))))
                .OrderBy(attendance => attendance.On).ThenBy(attendance => attendance.Group)],
            Assessments = [.. Enum.GetValues<Instrument>().Where(_ => Chance()).Select(Assessment)
                .OrderBy(assessment => assessment.On).ThenBy(assessment => assessment.Instrument)],
            LifeEvents = [.. Distinct(["bereaved", "moved to a narrow-boat"]).Select(kind => new LifeEvent(kind, Past(), MaybeText()))
                .OrderBy(happened => happened.On).ThenBy(happened => happened.Kind, StringComparer.Ordinal)],
        };
    }

    private ResidentFacts ResidentFacts(WardCode ward, VolunteerId[] volunteers) => new()
    {
        Ward = ward, Lsoa = MaybeText(), BirthYear = Year(), Gender = Word<Gender>(), LivesAlone = Maybe(Chance), Home = Point(),
        Languages = Texts(), Interests = Texts(), AccessNeeds = Texts(), Situations = Texts(),
        TravelMetresMax = Maybe(() => new Metres(random.Next(100_000))), PrefersGender = Some<Gender>(), Available = Slots(),
        WantedContactsPerMonth = Maybe(() => random.Next(30)), PriorityBand = Maybe(() => random.Next(1, 5)), ReferredOn = Maybe(Past),
        ReferralSource = Chance() ? "gp" : Chance() ? "org:O1" : null,
        Consents = [new Consent(Consent.SpecialCategory, Maybe(Past), null) { RecordedOn = Today },
            .. Distinct(["matching", "own word"]).Select(kind => new Consent(kind, Past(), Maybe(Future)) { RecordedOn = Today })],
        Exclusions = [.. Distinct(volunteers)], Organisation = Maybe(() => OrganisationId.Of("O1")),
        Seeking = [.. Distinct([.. ResidentFile.Sought])], Modes = Some<ContactMode>(), WaitingSince = Maybe(Past),
        ConnectionsAskedOn = Maybe(Past), RegisteredOn = Maybe(Past), PausedUntil = Maybe(Future), Household = MaybeText(),
        HomeFactors = [.. Distinct(["dog", "cat", "stairs"])], Firm = [.. Distinct(["gender", "time", "home"])],
        CannotBeWith = [.. Distinct(["other-pet", "smoking", "children"])], SupportNeeds = Texts(), ContactBy = Some<ContactWay>(),
        Tenure = MaybeText(), ArrivedOn = Maybe(Past), LeftReason = Word<LeftReason>(),
        IntroductionsAskedOn = Chance() ? [] : [.. Enumerable.Range(0, random.Next(4)).Select(_ => Past()).Order()],
    };

    private VolunteerFacts VolunteerFacts(WardCode ward, ResidentId[] residents) => new()
    {
        Ward = ward, Roles = [VolunteerRole.Befriender, .. Distinct([VolunteerRole.Driver, VolunteerRole.LinkWorker])],
        Gender = Word<Gender>(), BirthYear = Year(), Home = Point(), TravelMetresMax = Maybe(() => new Metres(random.Next(100_000))),
        Languages = Texts(), Interests = Texts(), Competences = Texts(), Available = Slots(), Situations = Texts(),
        Checks = [.. Distinct(["references", "dbs-basic"]).Select(kind => new Check(kind, Past(), Maybe(() => Today.AddDays(900)))
            { RecordedOn = Today })],
        ActiveFrom = Maybe(Past), ActiveUntil = Maybe(Future), Organisation = Maybe(() => OrganisationId.Of("O1")),
        Modes = Some<ContactMode>(), Resident = Maybe(() => Pick(residents)), ContactsPerMonth = Maybe(() => random.Next(40)),
        PrefersGender = Some<Gender>(), CannotBeWith = [.. Distinct(["dog", "stairs"])], HomeFactors = [.. Distinct(["cat"])],
        Exclusions = [.. Distinct(residents)], EnquiredOn = Maybe(Past), AppliedOn = Maybe(Past), InductedOn = Maybe(Past),
        FundedBy = MaybeText(), FundedUntil = Maybe(() => Today.AddDays(1000)),
    };

    private GroupFacts GroupFacts(WardCode ward) => new()
    {
        Name = Text(), Ward = ward, Kind = Pick([OfferKind.Hub, OfferKind.Online, OfferKind.LunchClub, OfferKind.WarmSpace]),
        Place = Point(), OpenAccess = Chance(), Interests = Texts(), Situations = Texts(), Languages = Texts(), StepFree = Maybe(Chance),
        Sessions = Chance() ? ["tue 10:00-12:00"] : Chance() ? ["FREQ=WEEKLY;BYDAY=TU;BYHOUR=10"] : [], OpenedOn = Maybe(Past),
        ClosedOn = Maybe(Future), AssuredOn = Maybe(Past), OpenToAll = Maybe(Chance), SourceId = MaybeText(),
        Organisation = Maybe(() => OrganisationId.Of("O1")), Access = Texts(), CostPounds = Maybe(() => random.Next(0, 5000) / 100m),
        AgeFrom = Maybe(() => random.Next(50)), AgeTo = Maybe(() => random.Next(50, 100)), TransportSeats = Maybe(() => random.Next(9)),
        Description = MaybeText(), PublicContact = MaybeText(), Venue = MaybeText(), FundedBy = MaybeText(),
        FundedUntil = Maybe(() => Today.AddDays(1000)), Competences = Texts(),
    };

    private Tie Tie(int number, ResidentId? other) => new()
    {
        Number = number, Resident = other, Alter = other is null ? $"label {number}" : null, Kind = Pick(Enum.GetValues<TieKind>()),
        Circle = Maybe(() => random.Next(1, 4)), Frequency = Word<ContactFrequency>(), LastContact = Maybe(Past), Since = Maybe(Past),
        EndedOn = Maybe(Future), Support = Some<SupportKind>(), RecordedOn = Maybe(Past),
    };

    // At most one is active, as the rulebook has it: all but the first have ended.
    private Match Match(int number, VolunteerId volunteer) => new()
    {
        Number = number, Volunteer = volunteer, Kind = OfferKind.Befriending, Mode = Word<ContactMode>(), Since = Today.AddDays(-900),
        EndedOn = number == 1 ? null : Past(), Ending = Word<MatchEnding>(), LastContact = Maybe(Past), ReviewDue = Maybe(Future),
        WeeksPlanned = Maybe(() => random.Next(1, 100)), Household = MaybeText(),
    };

    private Membership Membership(GroupId group) =>
        new() { Group = group, Since = Maybe(Past), EndedOn = Maybe(Future), Role = Word<MembershipRole>() };

    private Contact Contact() => new() { On = Past(), Mode = Word<ContactMode>(), Minutes = Maybe(() => random.Next(600)) };

    private Assessment Assessment(Instrument instrument) => new()
    {
        Instrument = instrument, On = Past(), AskedBy = Word<AskedBy>(), Version = MaybeText(),
        Answers = [instrument.Answers()[0], .. Enumerable.Range(1, instrument.Items() - 1)
            .Select(_ => Chance() ? "" : instrument.Answers()[random.Next(instrument.Answers().Count)])],
    };

    private Places Places() => new() { Capacity = 50, Others = random.Next(4) };

    private IEnumerable<ResidentId?> Others(ResidentId self, ResidentId[] residents) =>
        Distinct(residents).Where(id => id != self).Select(id => (ResidentId?)id).Concat(Chance() ? [null] : []);

    private bool Chance() => random.Next(2) == 0;

    private T Pick<T>(T[] items) => items[random.Next(items.Length)];

    private IEnumerable<T> Distinct<T>(T[] items) => items.Where(_ => Chance()).ToArray();

    private T? Maybe<T>(Func<T> value)
        where T : struct => Chance() ? value() : null;

    private string? Maybe(Func<string> value) => Chance() ? value() : null;

    private string Text() => Pick(Words);

    private string? MaybeText() => Chance() ? Text() : null;

    private ImmutableArray<string> Texts() => [.. Distinct(["gardening", "en", "a word", "Brontë"])];

    private T? Word<T>()
        where T : struct, Enum => Maybe(() => Pick(Enum.GetValues<T>()));

    private ImmutableArray<T> Some<T>()
        where T : struct, Enum => [.. Distinct(Enum.GetValues<T>())];

    private GeoPoint? Point() => Maybe(() => new GeoPoint(random.NextDouble() * 180 - 90, random.NextDouble() * 360 - 180));

    private TimeSlots Slots() => new(random.Next(1 << 21));

    private int? Year() => Maybe(() => random.Next(1920, 2020));

    private DateOnly Past() => Today.AddDays(-random.Next(800));

    private DateOnly Future() => Today.AddDays(random.Next(1, 366));
}
