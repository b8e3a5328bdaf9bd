using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Fits;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;
using Networks.Matching.Rounds;
using Networks.Matching.Solvers;
using Networks.Matching.Verification;

namespace Networks.Matching.Tests.Rows;

/// <summary>The product against a reading of the same rows that shares no code with it.</summary>
public class C9PlansOfRowsTests
{
    [Fact]
    public void C8_C9_Every_pair_passes_and_fits_exactly_as_the_rows_say()
    {
        int fitting = 0, apart = 0, far = 0;
        for (var seed = 0; seed < 2500; seed++)
        {
            var town = Town.Of(seed, 6, 5, 4);
            var (problem, rules) = (RowProblems.Of(town), new PlainRules(town));
            var eligibility = new Eligibility(problem.Policy, problem.AsOf, problem.Wards);
            foreach (var (offer, group) in town.Volunteers.Select(one => (one, false)).Concat(town.Groups.Select(one => (one, true))))
            {
                foreach (var her in town.Residents)
                {
                    var (seeker, frozen) = (RowProblems.Seeker(her), group ? RowProblems.Group(offer) : RowProblems.Volunteer(offer));
                    if (!seeker.Seeking.Any(kind => kind.IsOneToOne() != group && frozen.Kinds.Contains(kind)))
                    {
                        continue;
                    }

                    var verdict = eligibility.Judge(seeker, frozen with { Places = null });
                    var plain = rules.Judge(her, offer, group);
                    Assert.True(verdict.Passes == plain is not null, $"seed {seed}: {her["id"]} {offer["id"]}: {verdict} {plain}");
                    if (plain is not null)
                    {
                        Assert.Equal(plain, new PlainRules.Pair(Vocabulary<OfferKind>.Word(verdict.Kind),
                            verdict.Mode is { } mode ? Vocabulary<ContactMode>.Word(mode) : "", verdict.Distance?.Value, verdict.Fit));
                    }

                    fitting += plain is null ? 0 : 1;
                    apart += plain is null ? 1 : 0;
                    far += verdict.OnlyBlockedBy(Constraint.TooFar) ? 1 : 0;
                }
            }
        }

        Assert.True(fitting > 2000 && apart > 2000 && far > 100, $"{fitting} {apart} {far}: the rows test too little");
    }

    [Fact]
    public void C9_The_plan_is_the_one_that_trying_every_plan_of_the_rows_finds()
    {
        int helped = 0, refused = 0, crowded = 0, seats = 0;
        for (var seed = 0; seed < 3000; seed++)
        {
            var town = seed % 4 == 0 ? Town.Of(seed, 5, 3, 3) : Town.Crowded(seed, 5, 2, 2);
            var (best, problem) = (PlainPlans.Best(town), RowProblems.Of(town));
            if (RoundSolving.Solve(problem, new ExactMatchingSolver(), null, CancellationToken.None) is not RoundAnswer.Solved answer)
            {
                Assert.True(best is null, $"seed {seed}: refused though a plan holds every pin");
                refused++;
                continue;
            }

            var (plan, solution) = (answer.Solution.Plan, answer.Solution);
            Assert.True(best is not null, $"seed {seed}: a plan where none holds every pin");
            var pairs = plan.Pairs.Select(pair => (pair.Resident.Value, Wish.ClassOf(pair.Kind) == WishClass.Group, pair.Offer.Value));
            Assert.True(best.Pairs.SequenceEqual(pairs), $"seed {seed}: {string.Join(' ', best.Pairs)} but {string.Join(' ', pairs)}");
            Assert.Equal((best.Fit, best.Helped.Count(one => one)), ((int)plan.Objective.Fit, plan.Objective.Matched));
            var check = CertificateChecker.Check(problem, plan, solution.Certificate);
            Assert.True(check is CheckAnswer.Proved, $"seed {seed}: {check}");
            helped += plan.Pairs.Length;
            var seated = town.Groups.Any(group => group.Number("transport_seats") > 0);
            seats += seated && !SamePairs(best, PlainPlans.Best(WithSeats(town))!) ? 1 : 0;
            crowded += solution.Unmatched.Count(person => person.Reason == UnmatchedReason.NoPlaceThisRound);
        }

        Assert.True(helped > 2000 && refused > 50 && crowded > 500 && seats > 15, $"{helped} {refused} {crowded} {seats}: too little");
    }

    private static bool SamePairs(PlainPlans.Plan one, PlainPlans.Plan other) => one.Pairs.SequenceEqual(other.Pairs);

    private static Town WithSeats(Town town) => town.With("G", "transport_seats", _ => 9);
}
