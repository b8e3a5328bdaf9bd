using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Matching.Files;
using Networks.Matching.Problems;
using Networks.Simulation.Snapshots;

namespace Networks.Simulation.Tests.Snapshots;

public class SnapshotFileTests
{
    private static readonly WardCode East = WardCode.Of("E05001389");

    private static SnapshotPerson Person(string id, string? household = null) => new()
    {
        Facts = new Seeker
        {
            Resident = ResidentId.Of(id), Ward = East, Seeking = [OfferKind.Befriending], Household = household, Languages = ["ur", "en"],
        },
        ReferredOn = new DateOnly(2026, 3, 1),
        Stays =
        [
            new SnapshotStay
            {
                Offer = OfferId.Of(VolunteerId.Of("V1")), Kind = OfferKind.Befriending, Since = new DateOnly(2026, 4, 1),
                EndedOn = new DateOnly(2026, 8, 1), Ending = MatchEnding.Planned, WeeksPlanned = 26,
            },
        ],
        Proposals = [new SnapshotProposal(OfferId.Of(VolunteerId.Of("V2")), OfferKind.Befriending, new DateOnly(2026, 12, 1))],
    };

    private static SnapshotOffer Offer(string id, params string[] excluded) => new()
    {
        Facts = new MatchingOffer
        {
            Offer = OfferId.Of(VolunteerId.Of(id)), Ward = East, Kinds = [OfferKind.Befriending], Places = 1, Household = "oak-lane-7",
            Exclusions = [.. excluded.Select(ResidentId.Of)], SamePerson = ResidentId.Of("R30"),
        },
        Capacity = 2,
        IsActive = true,
        Roles = [VolunteerRole.Befriender],
        FundedBy = "community-fund",
        FundedUntil = new DateOnly(2027, 3, 31),
    };

    private static AreaSnapshot Snapshot() => new()
    {
        Day = new DateOnly(2026, 11, 23),
        Wards = [new WardPlace(East, "Batley East", null)],
        People = [Person("R30", "oak-lane-7"), Person("R7"), Person("R100", "mill-road-1")],
        Offers = [Offer("V2", "R7", "R999"), Offer("V1")],
    };

    [Fact]
    public void What_is_written_is_read_again_and_its_digest_does_not_depend_on_the_order_of_its_parts()
    {
        var snapshot = Snapshot();
        var text = SnapshotFile.Write(snapshot);
        var read = SnapshotFile.Read(text);
        Assert.Equal(text, SnapshotFile.Write(read));
        Assert.Equal(SnapshotFile.Digest(snapshot), SnapshotFile.Digest(read));
        var turned = snapshot with { People = [.. snapshot.People.Reverse()], Offers = [.. snapshot.Offers.Reverse()] };
        Assert.Equal(SnapshotFile.Digest(snapshot), SnapshotFile.Digest(turned));
        var other = snapshot with { Day = snapshot.Day.AddDays(1) };
        Assert.NotEqual(SnapshotFile.Digest(snapshot), SnapshotFile.Digest(other));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{\n  \"dy\": \"2026-11-23\"\n}", 2)]
    [InlineData("{\n  \"day\": \"23.11.2026\"\n}", 2)]
    public void What_is_no_snapshot_is_refused_with_its_line(string json, int line)
    {
        var fault = Assert.Throws<MatchingFileException>(() => SnapshotFile.Read(json));
        Assert.Contains($"snapshot.json, line {line}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void People_and_households_get_numbers_and_everything_that_names_them_follows()
    {
        var numbered = Pseudonyms.Given(Snapshot());
        Assert.Equal("p0000001 p0000002 p0000003", string.Join(' ', numbered.People.Select(person => person.Facts.Resident)));
        Assert.Equal(
            "h0000001|h0000002|", string.Join('|', numbered.People.Select(person => person.Facts.Household)));
        var offer = numbered.Offers.Single(offer => offer.Facts.Offer == OfferId.Of(VolunteerId.Of("V2"))).Facts;
        Assert.Equal("p0000003", Assert.Single(offer.Exclusions).Value);
        Assert.Equal(("p0000002", "h0000002"), (offer.SamePerson!.Value.Value, offer.Household));
        var text = SnapshotFile.Write(numbered);
        Assert.All((string[])["R30", "R100", "R999", "\"R7\"", "oak-lane", "mill-road"], word => Assert.DoesNotContain(word, text));
        Assert.Equal(SnapshotFile.Digest(numbered), SnapshotFile.Digest(Pseudonyms.Given(Snapshot())));
    }
}
