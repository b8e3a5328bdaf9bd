using System.Collections.Immutable;
using Networks.Benchmarks.Rounds;
using Networks.Domain.Matches;
using Networks.Matching.Problems;
using Networks.Simulation.Snapshots;

namespace Networks.Benchmarks.Simulation;

/// <summary>
/// The fork of a county of which so many people are known to services: one in four waits, six in ten are with somebody or in a group, the
/// rest have been; an offer for five of them, and most places taken. People nobody referred are in no fork and cost nothing. All drawn from
/// one seed.
/// </summary>
internal static class GeneratedCounty
{
    private const int PeopleAnOffer = 5;
    private const int PeopleAWard = 80;
    private const double MatchDays = 364;
    private const double TakenShare = 0.93;
    private const int RecordDays = 3 * 364;

    public static readonly DateOnly Day = new(2026, 11, 23);

    public static AreaSnapshot Of(int known, int seed = 42)
    {
        var random = new Random(seed);
        var town = GeneratedTown.Of(known, known / PeopleAnOffer, seed: seed, wardCount: Math.Max(1, known / PeopleAWard));
        var taken = new int[town.Offers.Length];
        var free = new Queue<int>(town.Offers.SelectMany((offer, at) => Enumerable.Repeat(at, offer.Places!.Value))
            .Where(_ => random.NextDouble() < TakenShare).OrderBy(_ => random.Next()));
        var people = ImmutableArray.CreateBuilder<SnapshotPerson>(known);
        foreach (var (seeker, at) in town.Seekers.Select((seeker, at) => (seeker, at)))
        {
            people.Add(at % 4 == 0 ? Waiting(seeker)
                : at % 20 < 17 && free.TryDequeue(out var offer) ? With(seeker, town.Offers[offer], random, taken, offer)
                : Once(seeker, town.Offers[random.Next(town.Offers.Length)], random));
        }

        return new AreaSnapshot
        {
            Day = Day,
            Wards = town.Wards,
            People = people.ToImmutable(),
            Offers = [.. town.Offers.Select((offer, at) => new SnapshotOffer
            {
                Facts = offer with { Places = offer.Places - taken[at] }, Capacity = offer.Places, IsActive = true,
            })],
        };
    }

    private static SnapshotPerson Waiting(Seeker seeker) => new() { Facts = seeker, ReferredOn = seeker.WaitingSince };

    private static SnapshotPerson With(Seeker seeker, MatchingOffer offer, Random random, int[] taken, int at)
    {
        taken[at]++;
        var since = Day.AddDays(-Lasted(random));
        return Known(seeker, since, new SnapshotStay { Offer = offer.Offer, Kind = Kind(offer), Since = since });
    }

    private static SnapshotPerson Once(Seeker seeker, MatchingOffer offer, Random random)
    {
        var ended = Day.AddDays(-1 - random.Next(RecordDays));
        var since = ended.AddDays(-Lasted(random));
        return Known(
            seeker, since,
            new SnapshotStay { Offer = offer.Offer, Kind = Kind(offer), Since = since, EndedOn = ended, Ending = MatchEnding.Planned });
    }

    private static SnapshotPerson Known(Seeker seeker, DateOnly since, SnapshotStay stay) => new()
    {
        Facts = seeker with { Seeking = [], WaitingSince = null },
        ReferredOn = since.AddDays(-seeker.Resident.Value[^1] % 60),
        Stays = [stay],
    };

    // A membership has no kind.
    private static OfferKind? Kind(MatchingOffer offer) => offer.Offer.Volunteer is null ? null : OfferKind.Befriending;

    private static int Lasted(Random random) => 1 + (int)Math.Min(-MatchDays * Math.Log(1 - random.NextDouble()), RecordDays);
}
