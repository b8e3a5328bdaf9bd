using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Simulation.Arrivals;
using Networks.Simulation.Communities;
using Networks.Simulation.Lengths;

namespace Networks.Simulation.Tests.Communities;

/// <summary>Small invented towns for runs.</summary>
internal static class Towns
{
    public static readonly DateOnly Day = new(2026, 11, 23);

    public static readonly WardCode Ward = WardCode.Of("E05000001");

    /// <summary>Where everybody is of whom no more is known.</summary>
    public static readonly WardPlace Place = new(Ward, "Batley East", new GeoPoint(53.72, -1.63));

    private static readonly string[] Tongues = ["en", "ur", "pl"];

    /// <summary>Nobody asks for checks, so that a volunteer's places are all that counts.</summary>
    public static readonly MatchingPolicy Plain = MatchingPolicy.Default with { RequiredChecks = [] };

    public static Seeker Person(int number, int band = 4, params string[] languages) => new()
    {
        Resident = ResidentId.Of($"p{number:D5}"), Ward = Ward, Seeking = [OfferKind.Befriending], ConsentsToMatching = true,
        PriorityBand = band, Languages = [.. languages],
    };

    public static MatchingOffer Befriender(int number, params string[] languages) => new()
    {
        Offer = OfferId.Of(VolunteerId.Of($"v{number:D5}")), Ward = Ward, Kinds = [OfferKind.Befriending], Places = 1,
        Languages = [.. languages], Modes = [ContactMode.Visit],
    };

    public static FitTable Fits(ImmutableArray<Seeker> people, ImmutableArray<MatchingOffer> offers) =>
        FitTable.Of(people, offers, Plain, Day, [Place]);

    /// <summary>One scheme: as many places as asked, people all alike.</summary>
    public static CommunityPlan Scheme(int places, double comesPerDay, Length stay, Length? patience, double days) => new()
    {
        Fits = Fits([Person(1)], [Befriender(1)]),
        Offers = [new PlannedOffer(places, true, true)],
        Days = days,
        MatchLength = stay,
        LeavesListAfter = patience,
        RoundEveryDays = 0,
        Referrals = [Referrals(comesPerDay)],
    };

    /// <summary>People all alike who are referred in one ward.</summary>
    public static PlannedReferrals Referrals(double comesPerDay) => new(RateProfile.Steady(comesPerDay), comesPerDay, [[0]]);

    /// <summary>A town drawn from a seed: languages, bands, groups of volunteers, people waiting and matched at the fork.</summary>
    public static CommunityPlan Drawn(int seed, double days = 300)
    {
        var random = new Random(seed);
        ImmutableArray<Seeker> people =
            [.. Enumerable.Range(0, 30).Select(at => Person(at, random.Next(1, 5), Tongues[random.Next(Tongues.Length)]))];
        ImmutableArray<MatchingOffer> offers =
            [.. Enumerable.Range(0, 12).Select(at => Befriender(at, Tongues[random.Next(Tongues.Length)], Tongues[random.Next(2)]))];
        ImmutableArray<PlannedOffer> planned = [.. offers.Select((_, at) => new PlannedOffer(random.Next(1, 4), at < 9, true))];
        var rate = 0.2 + (0.4 * random.NextDouble());
        return new CommunityPlan
        {
            Fits = Fits(people, offers),
            Offers = planned,
            Days = days,
            MatchLength = LognormalLength.OfMean(60, 45),
            LeavesListAfter = seed % 3 == 0 ? null : new ExponentialLength(80),
            GapDays = seed % 2 * 14,
            StopPerYear = 0.3,
            FirstRoundDay = 1,
            RoundEveryDays = 7 + (seed % 3 * 7),
            Waiting = [.. Enumerable.Range(0, 8).Select(at => new PlannedWish(at, random.Next(100), at == 0 ? 30 : 0))],
            Stays = [.. Enumerable.Range(0, 9).Select(at => Stay(at, random.Next(90)))],
            Resting = [new PlannedRest(0, 5)],
            Referrals = [new PlannedReferrals(RateProfile.Steady(rate), rate, [.. Enumerable.Range(0, 30).Select(Rows)])],
        };
    }

    private static ImmutableArray<int> Rows(int person) => [person];

    private static PlannedStay Stay(int at, int days) => new(at == 8 ? -1 : 10 + at, at, days, at == 7 ? 120 : null);
}
