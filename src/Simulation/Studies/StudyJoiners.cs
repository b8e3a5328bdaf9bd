using System.Collections.Immutable;
using Networks.Domain.Volunteers;
using Networks.Matching.Policies;
using Networks.Matching.Problems;
using Networks.Simulation.Communities;
using Networks.Simulation.Scenarios;
using Networks.Simulation.Snapshots;
using Networks.Simulation.Streams;

namespace Networks.Simulation.Studies;

/// <summary>
/// What the record's volunteers do by themselves in every arm: others like them join, and checks run out. Both are drawn under names of
/// their own, the same for every arm.
/// </summary>
internal sealed class StudyJoiners
{
    private const uint LaneOfGaps = 0;
    private const uint LaneOfLikeness = 1;
    private const uint LaneOfFirst = 2;

    // More than come by chance in one study out of a million.
    private const double Deviations = 6;
    private const int Spare = 10;

    private readonly AreaSnapshot _snapshot;
    private readonly StudyOffers _offers;
    private readonly int _days;
    private readonly ImmutableArray<(int Offer, int Check, int Day)> _runOut;

    public StudyJoiners(AreaSnapshot snapshot, Scenario scenario, StudyOffers offers)
    {
        (_snapshot, _offers) = (snapshot, offers);
        _days = scenario.EndOf(snapshot.Day).DayNumber - snapshot.Day.DayNumber;
        _runOut = [.. snapshot.Offers.Where(offer => offers.At(offer.Facts.Offer) >= 0).SelectMany(RunOut)];
    }

    /// <summary>How many are prepared where so many join in a year at most.</summary>
    public static int Most(double perYear, double days)
    {
        var mean = perYear * days / Days.InYear;
        return mean == 0 ? 0 : (int)Math.Ceiling(mean + (Deviations * Math.Sqrt(mean)) + Spare);
    }

    /// <summary>Volunteers like those on record, each like one drawn for the whole study.</summary>
    public static IEnumerable<(MatchingOffer Offer, int Places)> Prepared(
        ImmutableArray<SnapshotOffer> recorded, int count, MatchingPolicy policy, DateOnly day, ulong seed)
    {
        var known = recorded.Where(offer => offer.Facts.Offer.Volunteer is not null && offer.Capacity > 0).ToArray();
        for (var at = 0; at < count && known.Length > 0; at++)
        {
            var draw = new RandomStreams(seed, 0).Of(Purpose.Joining, LaneOfLikeness, (ulong)at).First;
            var like = known[(int)(draw * known.Length)];
            yield return (
                like.Facts with
                {
                    Places = like.Capacity, Checks = [.. AllChecks(policy).Select(kind => new Check(kind, day, null))], Exclusions = [],
                    SamePerson = null, Household = null, MatchesNow = null,
                },
                like.Capacity!.Value);
        }
    }

    /// <summary>Every check that the policy asks for somewhere.</summary>
    public static IEnumerable<string> AllChecks(MatchingPolicy policy) => policy.RequiredChecks.SelectMany(checks => checks.Kinds)
        .Concat(policy.RequiredChecksOfKinds.SelectMany(checks => checks.Checks)).Distinct();

    /// <summary>What happens in one replication, where so many join in a year and this share of checks is renewed.</summary>
    public IEnumerable<PlannedChange> Changes(double joinPerYear, double renewed, RandomStreams streams)
    {
        var slots = _offers.Joiners;
        if (joinPerYear > 0 && !slots.IsEmpty)
        {
            var first = (int)(streams.Of(Purpose.Joining, LaneOfFirst, 0).First * slots.Length);
            var day = 0.0;
            for (var at = 0; at < slots.Length; at++)
            {
                day -= Math.Log(streams.Of(Purpose.Joining, LaneOfGaps, (ulong)at).First) * Days.InYear / joinPerYear;
                if (day >= _days)
                {
                    break;
                }

                yield return new PlannedChange.Opens(day, [slots[(first + at) % slots.Length]], 0);
            }
        }

        foreach (var (offer, check, day) in _runOut)
        {
            if (renewed < 1 && streams.Of(Purpose.Renewal, (uint)check, (ulong)offer).First >= renewed)
            {
                yield return new PlannedChange.Closes(day, [offer], Scenarios.Levers.EndedMatches.Finish);
            }
        }
    }

    // A check counts while any of its kind does; what the policy does not ask for stops nobody.
    private IEnumerable<(int Offer, int Check, int Day)> RunOut(SnapshotOffer offer)
    {
        var asked = AllChecks(_snapshot.Policy).ToArray();
        for (var kind = 0; kind < asked.Length; kind++)
        {
            var held = offer.Facts.Checks.Where(check => check.Kind == asked[kind]).ToArray();
            if (held.Length > 0 && held.All(check => check.Until is not null))
            {
                var day = held.Max(check => check.Until!.Value).DayNumber - _snapshot.Day.DayNumber;
                if (day > 0 && day < _days)
                {
                    yield return (_offers.At(offer.Facts.Offer), kind, day);
                }
            }
        }
    }
}
