using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Problems;

namespace Networks.Matching.Tests.Problems;

/// <summary>
/// Rounds anywhere on the ground: around a few centres, among them the date line and close to a pole, with limits from none to half the
/// Earth.
/// </summary>
internal static class ScatteredRounds
{
    /// <summary>Puts everybody of a round somewhere else.</summary>
    public static MatchingProblem Of(MatchingProblem problem, Random random)
    {
        GeoPoint[] centres = [new(53.7, -1.6), new(0, 180), new(0.01, -179.99), new(89.95, 10), new(-33, 151), new(53.7, 178.4)];
        var (near, spread) = (centres[random.Next(centres.Length)], Math.Pow(10, -random.Next(1, 5)));
        GeoPoint? Somewhere() => random.Next(8) == 0 ? null : new GeoPoint(
            Math.Clamp(near.Latitude + ((random.NextDouble() - 0.5) * spread), -90, 90),
            (near.Longitude + ((random.NextDouble() - 0.5) * spread * 2) + 540) % 360 - 180);
        Metres? Limit() => random.Next(6) switch
        {
            0 => null, 1 => new Metres(0), 2 => new Metres(random.Next(20_100_000)), _ => new Metres(random.Next(20_000)),
        };
        return problem with
        {
            Seekers = [.. problem.Seekers.Select(seeker => seeker with { Home = Somewhere(), TravelMetresMax = Limit() })],
            Offers =
            [
                .. problem.Offers.Select(offer => offer with
                {
                    Place = Somewhere(),
                    TravelMetresMax = Limit(),
                    Modes = random.Next(3) == 0 ? ImmutableArray.Create(Enum.GetValues<ContactMode>()) : offer.Modes,
                }),
            ],
        };
    }
}
