using Networks.Domain.Assessments;
using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.LifeEvents;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Networks.Grains.Groups;
using Networks.Grains.Residents;
using Networks.Grains.Volunteers;

namespace Networks.Grains.Tests;

/// <summary>One row of each kind with every member set, as it has been stored by some release.</summary>
internal static class StateSamples
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly DateTimeOffset Expiry = new(2026, 12, 13, 12, 0, 0, TimeSpan.Zero);
    private static readonly WardCode Ward = WardCode.Of("E05001390");
    private static readonly GeoPoint Point = new(53.4302, -1.3568);
    private static readonly OrganisationId Organisation = OrganisationId.Of("ORG-1");
    private static readonly ProposalId Proposal = new(RoundName.Of("nov-2"), OfferKind.Befriending, 1, ResidentId.Of("R00417"));

    private static readonly StoredAnswer Answer = new()
    {
        Command = CommandId.Of("c-1"),
        Digest = "00112233445566778899aabbccddeeff",
        On = Day,
        Number = 1,
    };

    private static readonly Places Places = new()
    {
        Capacity = 4,
        Others = 1,
        Taken = [new TakenPlace(ResidentId.Of("R00417"), Day, Day.AddDays(70), Proposal) { Household = "H17" }],
        Held = [new HeldPlace(Proposal, ResidentId.Of("R00417"), Expiry) { Released = true, Household = "H17" }],
    };

    private static readonly ResidentFacts ResidentFacts = new()
    {
        Ward = Ward,
        Lsoa = "E01007651",
        BirthYear = 1944,
        Gender = Gender.Female,
        LivesAlone = true,
        Home = Point,
        Languages = ["ur", "en"],
        Interests = ["gardening"],
        AccessNeeds = ["step-free"],
        Situations = ["bereaved"],
        TravelMetresMax = new Metres(800),
        PrefersGender = [Gender.Female, Gender.NonBinary],
        Available = new TimeSlots(0b10001),
        WantedContactsPerMonth = 4,
        PriorityBand = 1,
        ReferredOn = Day.AddDays(-61),
        ReferralSource = "gp",
        Consents = [new Consent(Consent.Matching, Day, Day.AddYears(1)) { RecordedOn = Day }],
        Exclusions = [VolunteerId.Of("V0099")],
        Organisation = Organisation,
        Seeking = [OfferKind.Befriending, OfferKind.LunchClub],
        Modes = [ContactMode.Visit, ContactMode.OutAndAbout],
        WaitingSince = Day.AddDays(-60),
        ConnectionsAskedOn = Day.AddDays(-30),
        RegisteredOn = Day.AddDays(-90),
        LeftOn = Day.AddDays(90),
        LeftReason = LeftReason.MovedAway,
        PausedUntil = Day.AddDays(7),
        Household = "H17",
        HomeFactors = ["cat"],
        Firm = ["language"],
        CannotBeWith = ["smoking"],
        SupportNeeds = ["bsl"],
        ContactBy = [ContactWay.Letter, ContactWay.EMail],
        Tenure = "council-tenant",
        ArrivedOn = Day.AddYears(-3),
        IntroductionsAskedOn = [Day.AddDays(-20), Day.AddDays(-20), Day.AddDays(-5)],
    };

    private static readonly Resident Connected = new()
    {
        Id = ResidentId.Of("R00417"),
        Facts = ResidentFacts,
        Ties =
        [
            new Tie { Number = 1, Resident = ResidentId.Of("R00988"), Kind = TieKind.Neighbour },
            new Tie
            {
                Number = 2,
                Alter = "1",
                Kind = TieKind.Child,
                Circle = 1,
                Frequency = ContactFrequency.Weekly,
                LastContact = Day.AddDays(-3),
                Since = Day.AddYears(-50),
                EndedOn = Day.AddDays(1),
                Support = [SupportKind.Illness, SupportKind.Everyday],
                RecordedOn = Day.AddDays(-30),
                Earlier =
                [
                    new TieBefore
                    {
                        Until = Day.AddDays(-10),
                        Circle = 2,
                        Frequency = ContactFrequency.Monthly,
                        LastContact = Day.AddDays(-40),
                        EndedOn = Day.AddDays(9),
                        Support = [SupportKind.Emotional],
                    },
                ],
            },
        ],
        Memberships =
        [
            new Membership
            {
                Group = GroupId.Of("G0007"),
                Since = Day,
                EndedOn = Day.AddDays(30),
                Proposal = Proposal,
                Role = MembershipRole.Welcomer,
                RecordedOn = Day,
                Earlier = [new EdgeBefore(Day.AddDays(1), Day.AddDays(60), null)],
            },
        ],
        Matches =
        [
            new Match
            {
                Number = 1,
                Volunteer = VolunteerId.Of("V0031"),
                Kind = OfferKind.Befriending,
                Mode = ContactMode.Phone,
                Since = Day,
                EndedOn = Day.AddDays(70),
                Ending = MatchEnding.MovedOnToGroup,
                LastContact = Day.AddDays(-1),
                Proposal = Proposal,
                ReviewDue = Day.AddDays(42),
                Household = "H17",
                WeeksPlanned = 26,
                Milestones = [new Milestone(MilestoneKind.FirstVisit, Day)],
                RecordedOn = Day,
                Earlier = [new EdgeBefore(Day.AddDays(2), Day.AddDays(90), Day.AddDays(-9))],
            },
        ],
    };

    private static readonly Resident Resident = Connected with
    {
        Contacts =
        [
            new Contact { On = Day, Tie = 2, Mode = ContactMode.Visit, Minutes = 45, RecordedOn = Day.AddDays(1) },
            new Contact { On = Day, Match = 1 },
        ],
        Proposals = [new PendingProposal(Proposal, Expiry, OfferId.Of(VolunteerId.Of("V0031")))],
        Assessments =
        [
            new Assessment
            {
                Instrument = Instrument.Djg6,
                On = Day,
                Answers = ["yes", "", "more-or-less", "no", "no", "no"],
                AskedBy = AskedBy.Telephone,
                Version = "2006",
            },
        ],
        LifeEvents = [new LifeEvent("bereaved", Day.AddDays(-70), "daughter")],
        Attendances = [new Attendance(GroupId.Of("G0007"), Day, "volunteer:V0031") { RecordedOn = Day.AddDays(1) }],
        Declined =
        [
            new DeclinedProposal
            {
                Proposal = Proposal with { Round = RoundName.Of("oct-1") },
                Offer = OfferId.Of(GroupId.Of("G0007")),
                ByResident = true,
                On = Day.AddDays(-20),
                Reason = "mornings are hard",
                TryAgain = false,
            },
        ],
        RecordedOn = Day.AddDays(-90),
        Earlier =
        [
            new FactsBefore
            {
                Until = Day.AddDays(-30),
                Ward = Ward,
                RegisteredOn = Day.AddDays(-91),
                LeftOn = Day.AddDays(91),
                ConnectionsAskedOn = Day.AddDays(-31),
                BirthYear = 1945,
                LivesAlone = true,
                Seeking = [OfferKind.Befriending],
                WaitingSince = Day.AddDays(-61),
                PausedUntil = Day.AddDays(8),
                PriorityBand = 2,
            },
        ],
        ProposedOn = [Day.AddDays(-21), Day],
    };

    public static ResidentState ResidentState { get; } = ResidentState.Of(Resident) with
    {
        Answers = [Answer],
        Joining =
        [
            new PendingJoin(
                new JoinGroup
                {
                    CommandId = CommandId.Of("c-2"),
                    ExpectedVersion = 3,
                    Group = GroupId.Of("G0007"),
                    Since = Day,
                    Proposal = Proposal,
                },
                "ffeeddccbbaa99887766554433221100"),
        ],
        Freeing =
        [
            new PlaceToFree { Volunteer = VolunteerId.Of("V0031"), On = Day, TakenBy = Proposal },
            new PlaceToFree { Group = GroupId.Of("G0007"), On = Day, Proposal = Proposal },
        ],
    };

    /// <summary>What is left of somebody erased, while others may still name her and afterwards.</summary>
    public static ResidentState ErasedState { get; } = ResidentState.Erased(Day) with { Answers = [Answer] };

    public static ResidentState ForgottenState { get; } = ErasedState.Forgotten();

    public static ContactCardState ContactCardState { get; } = new()
    {
        Id = ResidentId.Of("R00417"),
        Card = new ContactCard
        {
            Name = "Zaynab Example",
            Phone = "01709 000000",
            Email = "zaynab@example.org",
            Address = "1 Example Street",
            Interpreter = "ur",
            LargePrint = true,
            BestTime = "after ten",
        },
    };

    public static VolunteerState VolunteerState { get; } = VolunteerState.Of(new Volunteer
    {
        Id = VolunteerId.Of("V0031"),
        Facts = new VolunteerFacts
        {
            Ward = Ward,
            Roles = [VolunteerRole.Befriender, VolunteerRole.LinkWorker],
            Gender = Gender.SelfDescribed,
            BirthYear = 1990,
            Home = Point,
            TravelMetresMax = new Metres(5000),
            Languages = ["ur"],
            Interests = ["gardening"],
            Competences = ["dementia"],
            Situations = ["carer"],
            Available = new TimeSlots(1),
            Checks = [new Check("dbs-basic", Day, Day.AddYears(3)) { RecordedOn = Day }],
            ActiveFrom = Day.AddYears(-1),
            ActiveUntil = Day.AddYears(1),
            Organisation = Organisation,
            Modes = [ContactMode.Online],
            Resident = ResidentId.Of("R00988"),
            ContactsPerMonth = 8,
            PrefersGender = [Gender.Male],
            CannotBeWith = ["dog"],
            HomeFactors = ["stairs"],
            Exclusions = [ResidentId.Of("R00001")],
            EnquiredOn = Day.AddDays(-500),
            AppliedOn = Day.AddDays(-450),
            InductedOn = Day.AddDays(-400),
            FundedBy = "community-fund",
            FundedUntil = Day.AddYears(2),
        },
        Places = Places,
        Memberships = [new Membership { Group = GroupId.Of("G0007"), Role = MembershipRole.Leader }],
        RecordedOn = Day.AddDays(-300),
    }) with { Answers = [Answer] };

    public static GroupState GroupState { get; } = GroupState.Of(new Group
    {
        Id = GroupId.Of("G0007"),
        Facts = new GroupFacts
        {
            Name = "Thursday lunch",
            Ward = Ward,
            Kind = OfferKind.LunchClub,
            Place = Point,
            OpenAccess = true,
            Interests = ["cards"],
            Situations = ["retired"],
            Languages = ["en"],
            StepFree = true,
            Sessions = ["thu 12:00-14:00"],
            OpenedOn = Day.AddYears(-2),
            ClosedOn = Day.AddYears(1),
            AssuredOn = Day.AddMonths(-2),
            OpenToAll = true,
            SourceId = "or-uk-12",
            Organisation = Organisation,
            Access = ["hearing-loop"],
            CostPounds = 2.50m,
            AgeFrom = 50,
            AgeTo = 110,
            TransportSeats = 4,
            Description = "A friendly lunch.",
            PublicContact = "01709 000001",
            Venue = "Methodist hall",
            FundedBy = "community-fund",
            FundedUntil = Day.AddYears(2),
            Competences = ["bsl"],
        },
        Places = Places,
        RecordedOn = Day.AddDays(-300),
        Earlier = [new GroupBefore(Day.AddDays(-200), Ward, OfferKind.LunchClub, Day.AddYears(-1), Day.AddYears(2))],
    }) with { Answers = [Answer] };
}
