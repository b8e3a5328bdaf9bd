using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Matching.Problems;
using Networks.Matching.Tests.Problems;

namespace Networks.Matching.Tests.Households;

/// <summary>Invented rounds in which most people live with somebody and some households are met together.</summary>
internal static class HouseholdRounds
{
    /// <summary>A small round with households, at times with pins, forbids and deferrals.</summary>
    public static MatchingProblem Small(int seed, int seekersMax = 6, int offersMax = 5) =>
        WithHomes(RandomRounds.Small(seed, seekersMax, offersMax), seed);

    /// <summary>A round of given size with households.</summary>
    public static MatchingProblem Of(int seed, int seekers, int offers, int placesMax) =>
        WithHomes(RandomRounds.Of(seed, seekers, offers, placesMax), seed);

    private static MatchingProblem WithHomes(MatchingProblem problem, int seed)
    {
        var random = new Random(seed * 7919 + 1);
        var homes = Math.Max(2, problem.Seekers.Length / 3);
        return problem with
        {
            Seekers =
            [
                .. problem.Seekers.Select(seeker => seeker with
                {
                    Household = random.Next(4) == 0 ? null : $"H{random.Next(1, homes + 1)}",
                    Seeking = random.Next(3) == 0 ? seeker.Seeking : [OfferKind.Befriending],
                    Modes = random.Next(3) == 0 ? seeker.Modes : [],
                    Available = random.Next(3) == 0 ? seeker.Available : default,
                    Languages = random.Next(3) == 0 ? seeker.Languages : [],
                    PrefersGender = random.Next(3) == 0 ? seeker.PrefersGender : [],
                    BirthYear = random.Next(3) == 0 ? seeker.BirthYear : 1945,
                    SupportNeeds = random.Next(3) == 0 ? seeker.SupportNeeds : [],
                    KeptApart = random.Next(3) == 0 ? seeker.KeptApart : [],
                }),
            ],
            Offers =
            [
                .. problem.Offers.Select(offer => random.Next(4) == 0 ? offer : offer with
                {
                    Kinds = offer.Offer.Holder == OfferHolder.Group ? offer.Kinds : [OfferKind.Befriending],
                    Languages = [],
                    Available = default,
                    TravelMetresMax = new Metres(9000),
                    Gender = Gender.Female,
                    CannotBeWith = [],
                    Checks = [.. ((string[])["references", "interview", "induction"]).Select(kind => new Check(kind, null, null))],
                }),
            ],
            Policy = problem.Policy with
            {
                VisitedTogether =
                [
                    .. Enumerable.Range(1, homes).Where(_ => random.Next(4) != 0).Select(home => $"H{home}").Order(StringComparer.Ordinal),
                ],
            },
        };
    }

    /// <summary>The same with the pairs of a plan as the plan before, less some and changed a little.</summary>
    public static MatchingProblem After(MatchingProblem problem, IEnumerable<Networks.Matching.Plans.PlannedPair> pairs, int seed)
    {
        var random = new Random(seed);
        return problem with
        {
            Before = [.. pairs.Where(_ => random.Next(4) != 0).Select(pair => new PairBefore(pair.Resident, pair.Offer, pair.Fit))],
            Offers = [.. problem.Offers.Select(offer => random.Next(3) == 0 ? offer with { Interests = [] } : offer)],
        };
    }
}
