using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Matching.LookAhead;

/// <summary>The round after this one, as it may be: what the plan leaves over, and who and what a sample adds.</summary>
internal sealed class NextRounds
{
    private readonly MatchingProblem problem;
    private readonly RoundForecast forecast;
    private readonly int days;
    private readonly MatchingProblem left;
    private readonly Dictionary<(OfferKind, WardCode?), Seeker[]> people;
    private readonly Dictionary<(OfferKind, WardCode?), OfferId[]> holders;

    public NextRounds(MatchingProblem problem, MatchingPlan plan, RoundForecast forecast, int days)
    {
        (this.problem, this.forecast, this.days) = (problem, forecast, days);
        left = Left(problem, plan, days);
        people = ByKindAndWard(
            problem.Seekers.OrderBy(seeker => seeker.Resident), seeker => seeker.Seeking, seeker => seeker.Ward, seeker => seeker);
        holders = ByKindAndWard(
            problem.Offers.Where(offer => offer.Places is not null).OrderBy(offer => offer.Offer), offer => offer.Kinds,
            offer => offer.Ward, offer => offer.Offer);
    }

    /// <summary>One future of the round after this one, the same for every pair that is looked at.</summary>
    public MatchingProblem Sample(int number)
    {
        var (seekers, more) = (new List<Seeker>(), new Dictionary<OfferId, int>());
        foreach (var rate in forecast.Rates)
        {
            var stream = new SampleStream(
                problem.LotterySeed, $"{(rate.OfPlaces ? "place" : "person")} {rate.Kind} {rate.Ward}", number);
            var coming = stream.Coming(rate.Count, forecast.Until.DayNumber - forecast.From.DayNumber, days);
            for (var one = 0; one < coming; one++)
            {
                if (rate.OfPlaces)
                {
                    var like = Like(holders, rate);
                    if (like.Length > 0)
                    {
                        var offer = like[stream.Below(like.Length)];
                        more[offer] = more.GetValueOrDefault(offer) + 1;
                    }
                }
                else if (Like(people, rate) is { Length: > 0 } alike)
                {
                    seekers.Add(Newcomer(alike[stream.Below(alike.Length)], rate, 1 + stream.Below(days), seekers.Count));
                }
            }
        }

        return left with
        {
            Seekers = [.. left.Seekers, .. seekers],
            Offers = [.. left.Offers.Select(offer => offer with { Places = offer.Places + more.GetValueOrDefault(offer.Offer) })],
        };
    }

    /// <summary>The same with a pair of the plan held back until then: she still waits, and the place is still free.</summary>
    public MatchingProblem With(MatchingProblem next, PlannedPair pair)
    {
        var kinds = problem.Seekers.Single(seeker => seeker.Resident == pair.Resident).Seeking
            .Where(kind => Wish.ClassOf(kind) == Wish.ClassOf(pair.Kind));
        var known = next.Seekers.FirstOrDefault(seeker => seeker.Resident == pair.Resident);
        var her = (known ?? problem.Seekers.Single(seeker => seeker.Resident == pair.Resident)) with
        {
            Seeking = [.. kinds, .. known?.Seeking ?? []],
        };
        return next with
        {
            Seekers = [.. next.Seekers.Where(seeker => seeker.Resident != pair.Resident), her],
            Offers = [.. next.Offers.Select(offer => offer.Offer == pair.Offer
                ? offer with { Places = offer.Places + 1, MatchesNow = offer.MatchesNow is > 1 and var now ? now - 1 : null }
                : offer)],
            Forbids = known is not null ? next.Forbids
                : [.. next.Forbids, .. problem.Forbids.Where(rule => rule.Resident == pair.Resident)],
        };
    }

    private static MatchingProblem Left(MatchingProblem problem, MatchingPlan plan, int days)
    {
        var helped = plan.Pairs.Select(pair => (pair.Resident, Wish.ClassOf(pair.Kind))).ToHashSet();
        var taken = plan.Pairs.CountBy(pair => pair.Offer).ToDictionary();
        ImmutableArray<Seeker> waiting =
        [
            .. problem.Seekers
                .Select(seeker => seeker with
                {
                    Seeking = [.. seeker.Seeking.Where(kind => !helped.Contains((seeker.Resident, Wish.ClassOf(kind))))],
                })
                .Where(seeker => !seeker.Seeking.IsEmpty),
        ];
        var known = waiting.Select(seeker => seeker.Resident).ToHashSet();
        return problem with
        {
            AsOf = problem.AsOf.AddDays(days),
            Seekers = waiting,
            Offers = [.. problem.Offers.Select(offer => taken.GetValueOrDefault(offer.Offer) is > 0 and var gone
                ? offer with { Places = offer.Places - gone, MatchesNow = (offer.MatchesNow ?? 0) + gone }
                : offer)],
            Before = [],
            Pins = [],
            Forbids = [.. problem.Forbids.Where(rule => known.Contains(rule.Resident))],
            Deferrals = [],
        };
    }

    private Seeker Newcomer(Seeker like, ForecastRate rate, int afterDays, int number) => like with
    {
        Resident = ResidentId.Of(string.Create(CultureInfo.InvariantCulture, $"look-ahead-{number + 1}")),
        Ward = rate.Ward,
        Home = like.Ward == rate.Ward ? like.Home : null,
        Seeking = [rate.Kind],
        WaitingSince = problem.AsOf.AddDays(afterDays),
        PausedUntil = null,
        Household = null,
        KeptApart = [],
        Exclusions = [],
    };

    // Of that kind in that ward; where nobody is, of that kind anywhere.
    private static T[] Like<T>(Dictionary<(OfferKind, WardCode?), T[]> known, ForecastRate rate) =>
        known.GetValueOrDefault((rate.Kind, rate.Ward)) ?? known.GetValueOrDefault((rate.Kind, null)) ?? [];

    private static Dictionary<(OfferKind, WardCode?), TOne[]> ByKindAndWard<T, TOne>(
        IEnumerable<T> all, Func<T, ImmutableArray<OfferKind>> kinds, Func<T, WardCode> ward, Func<T, TOne> one) =>
        all.SelectMany(of => kinds(of).SelectMany(kind => ((WardCode?[])[ward(of), null]).Select(at => (Key: (kind, at), One: one(of)))))
            .GroupBy(of => of.Key, of => of.One).ToDictionary(same => same.Key, same => same.ToArray());
}
