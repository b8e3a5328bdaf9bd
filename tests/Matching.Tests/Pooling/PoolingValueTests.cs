using System.Collections.Immutable;
using Networks.Domain.Organisations;
using Networks.Matching.Policies;
using Networks.Matching.Pooling;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;
using Networks.Matching.Tests.Problems;
using Networks.Matching.Tests.Solvers;
using Networks.Matching.Verification;

namespace Networks.Matching.Tests.Pooling;

public class PoolingValueTests
{
    private static readonly OrganisationId[] All = [OrganisationId.Of("O1"), OrganisationId.Of("O2"), OrganisationId.Of("O3")];

    private static MatchingProblem Of(int seed, int seekers, int offers)
    {
        var random = new Random(seed);
        var problem = RandomRounds.Of(seed, seekers, offers, 2);
        return problem with
        {
            Seekers =
            [
                .. problem.Seekers.Select(seeker => seeker with
                {
                    Organisation = random.Next(8) == 0 ? null : All[random.Next(3)],
                    ConsentsToPooledRounds = random.Next(3) == 0 ? null : true,
                }),
            ],
            Offers =
            [
                .. problem.Offers.Select(offer => offer with { Organisation = random.Next(8) == 0 ? null : All[random.Next(3)] }),
            ],
        };
    }

    // A pair that may not be, written as a coordinator would: keep the two apart.
    private static MatchingProblem Keeping(MatchingProblem problem, Func<Seeker, MatchingOffer, bool> mayBe) => problem with
    {
        Forbids =
        [
            .. from seeker in problem.Seekers
               from offer in problem.Offers
               where !mayBe(seeker, offer)
               select new PairRule(seeker.Resident, offer.Offer, "another organisation", "test"),
        ],
    };

    private static bool Crosses(Seeker seeker, MatchingOffer offer) =>
        seeker.Organisation is not null && offer.Organisation is not null && seeker.Organisation != offer.Organisation;

    [Fact]
    public void A_round_crosses_between_organisations_exactly_where_all_who_must_have_agreed()
    {
        int crossed = 0, kept = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var asked = Of(seed, 5, 5);
            var problem = asked with
            {
                Policy = asked.Policy with
                {
                    Pooling = [new(All[0], RandomRounds.Day), new(All[1], RandomRounds.Day), new(All[2], RandomRounds.Day.AddDays(1))],
                },
            };
            bool Agrees(OrganisationId? organisation) => organisation == All[0] || organisation == All[1];
            var best = BruteForce.Solve(Keeping(asked, (seeker, offer) => !Crosses(seeker, offer)
                || Agrees(seeker.Organisation) && Agrees(offer.Organisation) && seeker.ConsentsToPooledRounds == true))!;
            var answer = Assert.IsType<SolverAnswer.Solved>(new ExactMatchingSolver().Solve(problem, null, CancellationToken.None));
            Assert.Equal(best.Pairs, answer.Plan.Pairs.Select(pair => (pair.Resident, Wish.ClassOf(pair.Kind), pair.Offer)));
            var check = CertificateChecker.Check(problem, answer.Plan, answer.Certificate);
            Assert.True(check is CheckAnswer.Proved, $"seed {seed}: {check}");
            var crossing = best.Pairs.Count(pair => Crosses(
                problem.Seekers.Single(one => one.Resident == pair.Resident), problem.Offers.Single(one => one.Offer == pair.Offer)));
            crossed += crossing;
            kept += best.Pairs.Length - crossing;
        }

        Assert.True(crossed > 50 && kept > 200, $"{crossed} cross, {kept} do not: the rounds test too little");
    }

    [Fact]
    public void The_value_of_pooling_equals_trying_every_plan_apart_and_together()
    {
        int gains = 0, consents = 0, lent = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var problem = Of(seed, 4, 4);
            ImmutableArray<OrganisationId> agreed = seed % 3 == 0 ? [] : [All[0], All[1]];
            bool Agreed(OrganisationId? organisation) => agreed.IsEmpty || agreed.Contains(organisation!.Value);
            var value = PoolingValues.Of(problem, agreed, CancellationToken.None)!;
            var apart = BruteForce.Solve(Keeping(problem, (seeker, offer) => !Crosses(seeker, offer)))!;
            var pooled = BruteForce.Solve(Keeping(problem, (seeker, offer) => !Crosses(seeker, offer)
                || Agreed(seeker.Organisation) && Agreed(offer.Organisation) && seeker.ConsentsToPooledRounds == true))!;
            var all = BruteForce.Solve(Keeping(problem, (seeker, offer) => !Crosses(seeker, offer)
                || Agreed(seeker.Organisation) && Agreed(offer.Organisation)))!;
            Assert.Equal(
                (apart.Pairs.Length, pooled.Pairs.Length, all.Pairs.Length, (long)apart.Fit, (long)pooled.Fit),
                (value.HelpedApart, value.HelpedPooled, value.HelpedIfAllConsented, value.FitApart, value.FitPooled));
            Assert.True(value.HelpedApart <= value.HelpedPooled && value.HelpedPooled <= value.HelpedIfAllConsented, $"seed {seed}");
            Assert.Equal(value.Organisations.Sum(row => row.Lent), value.Organisations.Sum(row => row.Borrowed));
            gains += value.HelpedPooled - value.HelpedApart;
            consents += value.HelpedIfAllConsented - value.HelpedPooled;
            lent += value.Organisations.Sum(row => row.Lent);
        }

        Assert.True(gains > 50 && consents > 50 && lent > 50, $"{gains} {consents} {lent}: the rounds test too little");
    }

    [Fact]
    public void Apart_is_the_sum_of_what_each_organisation_would_reach_alone()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var problem = Of(seed, 5, 5);
            problem = problem with
            {
                Seekers = [.. problem.Seekers.Where(seeker => seeker.Organisation is not null)],
                Offers = [.. problem.Offers.Where(offer => offer.Organisation is not null)],
            };
            var value = PoolingValues.Of(problem, [], CancellationToken.None)!;
            var own = All.Select(organisation => BruteForce.Solve(problem with
            {
                Seekers = [.. problem.Seekers.Where(seeker => seeker.Organisation == organisation)],
                Offers = [.. problem.Offers.Where(offer => offer.Organisation == organisation)],
            })!).ToArray();
            Assert.Equal(own.Sum(best => best.Pairs.Length), value.HelpedApart);
            Assert.Equal(own.Sum(best => best.Fit), value.FitApart);
            foreach (var row in value.Organisations)
            {
                Assert.Equal(own[Array.IndexOf(All, row.Organisation)].Pairs.Length, row.HelpedApart);
            }
        }
    }

    [Fact]
    public void Nobody_crosses_without_her_consent_or_an_organisation_that_does_not_take_part()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = Of(seed, 12, 8);
            var none = problem with { Seekers = [.. problem.Seekers.Select(one => one with { ConsentsToPooledRounds = null })] };
            Assert.All(PoolingValues.Of(none, [], CancellationToken.None)!.Organisations, row => Assert.Equal(0, row.Lent + row.Borrowed));
            var alone = PoolingValues.Of(problem, [All[2]], CancellationToken.None)!;
            Assert.Equal((alone.HelpedApart, 0), (alone.HelpedIfAllConsented, Assert.Single(alone.Organisations).Borrowed));
        }
    }

    [Fact]
    public void Nothing_is_told_of_pooling_with_an_organisation_that_has_not_agreed_by_the_day()
    {
        var problem = Of(1, 12, 8);
        PoolingConsent Agreed(int at, int daysAgo) => new(All[at], problem.AsOf.AddDays(-daysAgo));
        MatchingProblem With(params PoolingConsent[] pooling) => problem with { Policy = problem.Policy with { Pooling = [.. pooling] } };
        Assert.Contains("none of this round has agreed", PoolingValues.Fault(problem, []));
        Assert.Contains("only O1 has agreed", PoolingValues.Fault(With(Agreed(0, 10)), []));
        Assert.Contains("only O1 has agreed", PoolingValues.Fault(With(Agreed(0, 10), Agreed(1, -1)), []));
        Assert.Contains("'O2' has not agreed", PoolingValues.Fault(With(Agreed(0, 10), Agreed(2, 3)), [All[0], All[1]]));
        Assert.Null(PoolingValues.Fault(With(Agreed(0, 10), Agreed(2, 0)), []));
        Assert.Equal([All[0], All[2]], PoolingValues.TakingPart(With(Agreed(0, 10), Agreed(2, 0)), []).ToArray());
    }
}
