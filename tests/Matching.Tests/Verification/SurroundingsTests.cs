using Networks.Matching.Problems;
using Networks.Matching.Tests.Problems;
using Networks.Matching.Verification;

namespace Networks.Matching.Tests.Verification;

/// <summary>What the checker finds on its map beside what ruling on every pair gives.</summary>
public class SurroundingsTests
{
    [Fact]
    public void The_checkers_map_leaves_out_nobody_whom_a_ruling_lets_pass()
    {
        for (var seed = 1; seed <= 1_500; seed++)
        {
            DemandEverybody(RandomRounds.Of(seed, 12, 10, 3), seed);
            DemandEverybody(ScatteredRounds.Of(RandomRounds.Of(seed, 12, 10, 3), new Random(seed)), seed);
        }
    }

    [Fact]
    public void Nor_in_a_town() => DemandEverybody(TownRounds.Of(3, 300, 160, 30, _ => 2), 3);

    private static void DemandEverybody(MatchingProblem problem, int seed)
    {
        var round = new CheckedRound(problem);
        for (var rank = 0; rank < round.Entries.Length; rank++)
        {
            var isAsked = round.HeldBack(round.Entries[rank]) is null;
            var expected = Enumerable.Range(0, round.Offers.Length)
                .Where(at => isAsked && round.Rule(rank, at) is not null && !IsForbidden(problem, round.Entries[rank], round.Offers[at]));
            var found = round.Options[rank].Select(option => option.Bench / 2).Distinct();
            Assert.True(expected.SequenceEqual(found), $"Seed {seed}, {round.Entries[rank].Key.Resident}: somebody is left out.");
        }
    }

    private static bool IsForbidden(MatchingProblem problem, CheckedRound.Entry entry, MatchingOffer offer) =>
        problem.Forbids.Any(forbid => forbid.Resident == entry.Person.Resident && forbid.Offer == offer.Offer);
}
