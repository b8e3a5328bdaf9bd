using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Matching.Fits;
using Networks.Matching.Problems;
using Networks.Simulation.Communities;
using Networks.Simulation.Tests.Kirklees;

namespace Networks.Simulation.Tests.Communities;

public class FitTableTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_pair_that_the_rules_let_pass_is_found_with_its_fit_and_no_other(int seed)
    {
        var town = KirkleesTown.Snapshot(seed);
        var random = new Random(seed);
        ImmutableArray<Seeker> seekers =
            [.. town.People.Where(person => !person.Facts.Seeking.IsEmpty).Select(person => person.Facts with
            {
                Seeking = random.Next(3) == 0 ? [OfferKind.Befriending, OfferKind.LunchClub] : person.Facts.Seeking,
                Home = random.Next(5) == 0 ? null : person.Facts.Home,
                Modes = random.Next(4) == 0 ? [ContactMode.Phone, ContactMode.Visit] : [],
            })];
        ImmutableArray<MatchingOffer> offers = [.. town.Offers.Select(offer => offer.Facts with
        {
            Modes = random.Next(5) == 0 ? [ContactMode.Phone] : offer.Facts.Modes,
        })];
        var fits = FitTable.Of(seekers, offers, town.Policy, town.Day, town.Wards);
        var rules = new Eligibility(town.Policy, town.Day, town.Wards);
        var (row, pairs) = (0, 0);
        foreach (var wish in seekers.SelectMany(Wish.Of))
        {
            var expected = new List<(int, int)>();
            for (var at = 0; at < offers.Length; at++)
            {
                var verdict = rules.Judge(wish.Seeker with { Seeking = wish.Kinds }, offers[at] with { Places = 1 });
                if (Eligibility.Considers(wish, offers[at]) && verdict.Passes)
                {
                    expected.Add((at, verdict.Fit));
                }
            }

            Assert.Equal(expected, fits.OffersOf(row).ToArray().Zip(fits.FitsOf(row).ToArray()));
            (row, pairs) = (row + 1, pairs + expected.Count);
        }

        Assert.Equal(row, fits.Rows.Length);
        Assert.True(pairs > 500, $"{pairs} pairs pass");
    }
}
