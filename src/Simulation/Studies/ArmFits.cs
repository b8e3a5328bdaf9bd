using System.Collections.Immutable;
using System.Globalization;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Simulation.Communities;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Scenarios.Levers;

namespace Networks.Simulation.Studies;

/// <summary>
/// Who fits whom once a lever is pulled that changes it: volunteers who travel farther, groups with more seats. A table is judged once for
/// all arms in which the same levers were pulled, and a lever at what is so already has the table from before, so it changes nothing.
/// </summary>
internal sealed class ArmFits
{
    private readonly Dictionary<Lever, (FitTable Fits, int Groups)> _fits = new(ReferenceEqualityComparer.Instance);
    private readonly StudyOffers _offers;
    private readonly MatchingPolicy _policy;

    public ArmFits(Scenario scenario, StudyOffers offers, FitTable first, MatchingPolicy policy)
    {
        (_offers, _policy) = (offers, policy);
        var judged = new Dictionary<string, FitTable>(StringComparer.Ordinal);
        foreach (var arm in scenario.Arms)
        {
            var (fits, done) = (first, "");
            foreach (var lever in arm.Levers.Where(lever => lever is TravelLimit or Seats).OrderBy(lever => lever.On))
            {
                var (changed, count) = Changed(fits.Offers, lever);
                if (count > 0)
                {
                    done += Done(lever);
                    fits = judged.TryGetValue(done, out var known) ? known : judged[done] = fits.With(changed);
                }

                _fits[lever] = (fits, count);
            }
        }
    }

    /// <summary>What changes on the day a lever is pulled.</summary>
    public PlannedChange.Fitting Of(Lever lever, double day)
    {
        var (fits, groups) = _fits[lever];
        return new PlannedChange.Fitting(day, fits, lever is Seats seats ? seats.CostEach * seats.More * groups : 0);
    }

    private static string Done(Lever lever) => lever switch
    {
        TravelLimit limit => string.Create(CultureInfo.InvariantCulture, $"travel {limit.Limit.Value};"),
        Seats seats => string.Create(CultureInfo.InvariantCulture, $"seats {seats.More} {seats.Group?.Word};"),
        _ => throw new ArgumentOutOfRangeException(nameof(lever), lever, "This lever changes nothing of who fits whom."),
    };

    private (ImmutableArray<MatchingOffer> Offers, int Changed) Changed(ImmutableArray<MatchingOffer> offers, Lever lever)
    {
        ImmutableArray<MatchingOffer> changed = [.. offers.Select((offer, at) => _offers.IsRecorded(at) ? Changed(offer, lever) : offer)];
        return (changed, changed.Zip(offers).Count(pair => !ReferenceEquals(pair.First, pair.Second)));
    }

    private MatchingOffer Changed(MatchingOffer offer, Lever lever) => lever switch
    {
        TravelLimit limit when offer.Offer.Volunteer is not null && (offer.TravelMetresMax ?? _policy.DefaultTravel) != limit.Limit =>
            offer with { TravelMetresMax = limit.Limit },
        Seats { Group: null, More: > 0 } seats when offer.TransportSeats is > 0 and var before =>
            offer with { TransportSeats = before + seats.More },
        Seats { Group: { } group, More: > 0 } seats when offer.Offer.Group?.Value == group.Word && offer.TransportSeats is { } before =>
            offer with { TransportSeats = before + seats.More },
        _ => offer,
    };
}
