using System.Runtime.CompilerServices;
using Networks.Domain.Matches;
using Networks.Simulation.Snapshots;

namespace Networks.Simulation.Tests.Kirklees;

public class KirkleesTownTests
{
    /// <summary>Where the town lies in the repository; written anew with NETWORKS_WRITE_KIRKLEES=1.</summary>
    private static string FilePath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "simulations", "kirklees", "snapshot.json");

    [Fact]
    public void The_town_in_the_repository_is_the_one_that_is_drawn_here()
    {
        var drawn = SnapshotFile.Write(KirkleesTown.Snapshot());
        if (Environment.GetEnvironmentVariable("NETWORKS_WRITE_KIRKLEES") == "1")
        {
            File.WriteAllText(FilePath(), drawn);
        }

        Assert.Equal(File.ReadAllText(FilePath()), drawn);
        Assert.Equal(SnapshotFile.Digest(KirkleesTown.Snapshot()), SnapshotFile.Digest(SnapshotFile.Read(drawn)));
    }

    [Fact]
    public void It_has_the_shape_of_the_published_scheme()
    {
        var town = KirkleesTown.Snapshot();
        var befrienders = town.Offers.Where(offer => offer.Facts.Offer.Volunteer is not null).ToArray();
        Assert.Equal((117, 70, 47, 164), (
            befrienders.Length, befrienders.Count(one => one.Capacity == 1), befrienders.Count(one => one.Capacity == 2),
            befrienders.Sum(one => one.Capacity!.Value)));
        Assert.Equal(23, town.Wards.Length);
        var stays = town.People.SelectMany(person => person.Stays.Where(stay => stay.Holds(town.Day))).ToArray();
        Assert.Equal(164, stays.Count(stay => stay.Kind == OfferKind.Befriending));
        Assert.Equal(130, town.People.Count(person => person.LeftOn is null && person.Facts.Seeking.Contains(OfferKind.Befriending)));
        foreach (var offer in town.Offers)
        {
            var taken = stays.Count(stay => stay.Offer == offer.Facts.Offer);
            Assert.Equal(offer.Capacity - taken, offer.Facts.Places);
        }

        Assert.All(town.People.SelectMany(person => person.Stays), stay => Assert.True(!(stay.EndedOn <= stay.Since)));
        Assert.True(town.People.SelectMany(person => person.Stays).Count(stay => stay.EndedOn is not null) >= 30);
    }
}
