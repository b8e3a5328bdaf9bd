using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains.Residents;
using Networks.Grains.Wards;
using Networks.Graph.Wards;

namespace Networks.Grains.Tests.Wards;

public sealed class EntryReaderTests
{
    private const int Seeds = 1000;

    [Fact]
    public void A_stored_resident_is_read_as_the_same_entry_that_the_record_would_tell()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var resident = Draw(new Random(seed));
            var json = JsonSerializer.SerializeToUtf8Bytes(ResidentState.Of(resident), StateJson.Options);
            var read = EntryReader.Resident(new EntityRow(EntityKind.Resident, resident.Id.Value, seed + 1, json));
            Assert.Equal(Text(ResidentEntry.Of(resident, seed + 1)), Text(read!));
        }
    }

    [Fact]
    public void The_approved_sample_of_every_member_is_read_alike()
    {
        var json = File.ReadAllBytes(Golden());
        var state = JsonSerializer.Deserialize<ResidentState>(json, StateJson.Options)!;
        var read = EntryReader.Resident(new EntityRow(EntityKind.Resident, state.Id.Value, 7, json));
        Assert.Equal(Text(ResidentEntry.Of(state.Resident!, 7)), Text(read!));
    }

    [Fact]
    public void A_row_of_somebody_erased_gives_the_graph_nothing_but_an_errand()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(StateSamples.ErasedState, StateJson.Options);
        var row = new EntityRow(EntityKind.Resident, StateSamples.ErasedState.Id.Value, 9, json);
        Assert.Null(EntryReader.Resident(row));
        Assert.Empty(EntryReader.Read([row]).Residents);
        Assert.Equal([StateSamples.ErasedState.Id], EntryReader.WithErrands([row]));
        var forgotten = JsonSerializer.SerializeToUtf8Bytes(StateSamples.ForgottenState, StateJson.Options);
        Assert.Empty(EntryReader.WithErrands([row with { Json = forgotten }]));
    }

    [Fact]
    public void A_row_that_holds_nobody_is_a_fault_that_names_it()
    {
        var fault = Assert.Throws<JsonException>(() => EntryReader.Resident(new EntityRow(EntityKind.Resident, "R7", 1, "{}"u8.ToArray())));
        Assert.Contains("Resident R7", fault.Message, StringComparison.Ordinal);
    }

    private static string Golden([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden", "resident.json");

    private static string Text(ResidentEntry entry) => JsonSerializer.Serialize(entry, StateJson.Options);

    private static Resident Draw(Random random)
    {
        DateOnly? Day() => MaybeDay(random);
        T? Maybe<T>(T value)
            where T : struct => random.Next(2) == 0 ? value : null;
        var ties = Enumerable.Range(1, random.Next(5)).Select(number => random.Next(2) == 0
            ? new Tie { Number = number * 2, Resident = ResidentId.Of($"R{random.Next(9)}"), Kind = (TieKind)random.Next(8),
                LastContact = Day(), Since = Day() }
            : new Tie { Number = number * 2, Alter = $"\"a{random.Next(2)}\\", Kind = (TieKind)random.Next(8),
                Frequency = Maybe((ContactFrequency)random.Next(5)), EndedOn = Day(), Circle = Maybe(random.Next(1, 4)) });
        return new Resident
        {
            Id = ResidentId.Of($"R\u00e9 {random.Next(9)}"),
            Facts = new ResidentFacts
            {
                Ward = WardCode.Of("E05001390"),
                RegisteredOn = Day(),
                LeftOn = Day(),
                ConnectionsAskedOn = Day(),
                BirthYear = Maybe(1944),
                LivesAlone = Maybe(random.Next(2) == 0),
                Home = Maybe(new GeoPoint(53.25, -1.5)),
                Seeking = [.. Enumerable.Range(0, random.Next(4)).Select(_ => (OfferKind)random.Next(14))],
                WaitingSince = Day(),
                ReferredOn = Day(),
                PausedUntil = Day(),
                PriorityBand = Maybe(2),
                Interests = ["ties", "facts"],
                IntroductionsAskedOn = [.. Enumerable.Range(0, random.Next(3)).Select(at => new DateOnly(2026, 3, 4).AddDays(at / 2))],
                Consents = [.. new[] { Consent.Matching, Consent.Introductions, Consent.Introductions }.Take(random.Next(4))
                    .Select(kind => new Consent(kind, Day(), Day()) { RecordedOn = Day() })],
            },
            Ties = [.. ties],
            Memberships = [.. Enumerable.Range(0, random.Next(3))
                .Select(at => new Membership { Group = GroupId.Of($"G{at}"), Since = Day(), EndedOn = Day() })],
            Matches =
            [
                .. Enumerable.Range(1, random.Next(3)).Select(number => new Match
                {
                    Number = number,
                    Volunteer = VolunteerId.Of("V1"),
                    Kind = OfferKind.PeerMentoring,
                    Since = new(2026, 2, 3),
                    EndedOn = Day(),
                    LastContact = Day(),
                }),
            ],
            Contacts =
            [
                .. Enumerable.Range(0, random.Next(4)).Select(_ => new Contact
                {
                    On = new DateOnly(2026, 3, 1).AddDays(random.Next(90)),
                    Tie = Maybe(random.Next(1, 5) * 2),
                    Match = Maybe(random.Next(1, 3)),
                    Minutes = Maybe(30),
                }),
            ],
            Attendances = DrawAttendances(random),
            Declined = DrawDeclined(random),
            RecordedOn = Day(),
        };
    }

    private static DateOnly? MaybeDay(Random random) =>
        random.Next(2) == 0 ? new DateOnly(2026, 1, 1).AddDays(random.Next(400)) : null;

    private static ImmutableArray<Attendance> DrawAttendances(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(4)).Select(at => new Attendance(
            GroupId.Of($"G{random.Next(3)}"), new DateOnly(2026, 3, 1).AddDays(at), random.Next(2) == 0 ? "volunteer:V1" : null)),
    ];

    private static ImmutableArray<DeclinedProposal> DrawDeclined(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(3)).Select(at => new DeclinedProposal
        {
            Proposal = new ProposalId(RoundName.Of("r"), OfferKind.LunchClub, at + 1, ResidentId.Of("R1")),
            Offer = OfferId.Of(VolunteerId.Of("V1")),
            ByResident = at == 0,
            On = new DateOnly(2026, 3, 1).AddDays(at),
            Reason = "after Christmas",
        }),
    ];
}
