using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Matching.Fits;
using Networks.Matching.Problems;

namespace Networks.Grains.MatchingRounds;

/// <summary>Why a coordinator's wish about a pair cannot be followed.</summary>
/// <param name="Resident">Who.</param>
/// <param name="Offer">With whom or where.</param>
/// <param name="Field">What is at fault: resident, offer or decision.</param>
/// <param name="Reason">One sentence.</param>
public sealed record PairFault(ResidentId Resident, OfferId Offer, string Field, string Reason);

/// <summary>
/// A coordinator's decisions laid over a round's problem, and whether they can all be kept. Whoever takes them in may ask before anything
/// is changed; the round asks again.
/// </summary>
public static class PairDecisions
{
    /// <summary>What is given as the reason of a pin or forbid that came from a decision.</summary>
    public const string Reason = "decided on the plan";

    /// <summary>
    /// The problem as it would be: yes pins the pair in place of any other of that sort she was pinned to, no forbids it, later leaves her
    /// wish out of this round.
    /// </summary>
    public static MatchingProblem Over(MatchingProblem problem, IEnumerable<PairDecision> decisions, string by)
    {
        foreach (var decision in decisions)
        {
            var rule = new PairRule(decision.Resident, decision.Offer, Reason, decision.By ?? by);
            var wish = decision.Offer.Holder == OfferHolder.Group ? WishClass.Group : WishClass.OneToOne;
            var later = new Deferral(decision.Resident, wish);
            var pins = problem.Pins.RemoveAll(pin => pin.Resident == rule.Resident
                && (decision.Verdict == PairVerdict.No ? pin.Offer == rule.Offer : pin.Offer.Holder == rule.Offer.Holder));
            var forbids = problem.Forbids.RemoveAll(forbid => forbid.Resident == rule.Resident && forbid.Offer == rule.Offer);
            var deferrals = problem.Deferrals.Remove(later);
            problem = decision.Verdict switch
            {
                PairVerdict.Yes => problem with { Pins = pins.Add(rule), Forbids = forbids, Deferrals = deferrals },
                PairVerdict.No => problem with { Pins = pins, Forbids = forbids.Add(rule), Deferrals = deferrals },
                _ => problem with { Pins = pins, Forbids = forbids, Deferrals = deferrals.Add(later) },
            };
        }

        return problem;
    }

    /// <summary>Every decision about somebody or something that is not in the round.</summary>
    public static IEnumerable<PairFault> Strangers(MatchingProblem problem, IEnumerable<PairDecision> decisions)
    {
        var people = problem.Seekers.Select(seeker => seeker.Resident).ToHashSet();
        var offers = problem.Offers.Select(offer => offer.Offer).ToHashSet();
        foreach (var (resident, offer) in decisions.Select(decision => (decision.Resident, decision.Offer)))
        {
            if (!people.Contains(resident))
            {
                yield return new PairFault(resident, offer, "resident",
                    $"'{resident}' was not waiting when round '{problem.Round}' opened.");
            }
            else if (!offers.Contains(offer))
            {
                yield return new PairFault(resident, offer, "offer",
                    $"'{offer.Value}' was not among the offers when round '{problem.Round}' opened.");
            }
        }
    }

    /// <summary>Every pin that cannot be kept, and why: a pin overrides the order of help, but no rule and no place.</summary>
    public static IEnumerable<PairFault> Unkeepable(MatchingProblem problem)
    {
        var eligibility = new Eligibility(problem.Policy, problem.AsOf, problem.Wards);
        var people = problem.Seekers.ToDictionary(seeker => seeker.Resident);
        var offers = problem.Offers.ToDictionary(offer => offer.Offer);
        var (given, homes) = (new Dictionary<OfferId, HashSet<string>>(), VisitedTogether.Homes(problem));
        foreach (var pin in problem.Pins.OrderBy(pin => pin.Resident).ThenBy(pin => pin.Offer))
        {
            var offer = offers[pin.Offer];
            var home = pin.Offer.Holder == OfferHolder.Volunteer ? homes.GetValueOrDefault(pin.Resident) : null;
            given.TryAdd(pin.Offer, new HashSet<string>(StringComparer.Ordinal));
            given[pin.Offer].Add(home is null ? "one " + pin.Resident : "home " + home);
            var full = given[pin.Offer].Count > offer.Places
                ? $"{pin.Offer.Value} has {offer.Places} free places in this round, and more people than that have a yes."
                : null;
            // Who is visited together has the same place, so a yes to one is a yes to all of them.
            var others = homes.Where(other => home is not null && other.Value == home && other.Key != pin.Resident);
            ResidentId[] all = [pin.Resident, .. others.Select(other => other.Key).Order()];
            var against = (home is null ? null : Torn(problem, pin, all))
                ?? all.Select(one => Against(problem, eligibility, people[one], offer)).FirstOrDefault(one => one is not null);
            if ((against ?? (full is null ? null : ("decision", full))) is { } found)
            {
                yield return new PairFault(pin.Resident, pin.Offer, found.Field, found.Reason);
            }
        }
    }

    private static (string Field, string Reason)? Torn(MatchingProblem problem, PairRule pin, ResidentId[] together) =>
        problem.Pins.FirstOrDefault(other => other.Offer.Holder == pin.Offer.Holder && other.Offer != pin.Offer
            && other.Resident != pin.Resident && together.Contains(other.Resident)) is { } other
            ? ("decision", $"{pin.Resident} and {other.Resident} are visited together and have a yes to different offers "
                + $"({pin.Offer.Value} and {other.Offer.Value}); leave one.")
            : null;

    private static (string Field, string Reason)? Against(
        MatchingProblem problem, Eligibility eligibility, Seeker seeker, MatchingOffer offer)
    {
        var (who, with) = (seeker.Resident, offer.Offer.Value);
        if (!Wish.Of(seeker).Any(wish => Eligibility.Considers(wish, offer)))
        {
            return ("offer", $"{who} does not seek what {with} offers.");
        }

        if (problem.Forbids.Any(forbid => forbid.Resident == who && forbid.Offer == offer.Offer))
        {
            return ("decision", $"{who} and {with} are kept apart by hand; take that back first.");
        }

        if (problem.Pins.Any(pin => pin.Resident == who && pin.Offer.Holder == offer.Offer.Holder && pin.Offer != offer.Offer))
        {
            return ("decision", $"{who} has a yes to more than one offer of this sort; leave one.");
        }

        if (seeker.PausedUntil > problem.AsOf
            || problem.Deferrals.Any(later => later.Resident == who && later.Class == Wish.ClassOf(offer.Kinds[0])))
        {
            return ("decision", $"{who} is not put forward in this round.");
        }

        ImmutableArray<Constraint> misfits = [.. eligibility.Judge(seeker, offer).Misfits.Where(one => one != Constraint.GroupFull)];
        var against = string.Join(", ", misfits.Select(ConstraintNames.Of));
        return misfits.IsEmpty ? null : ("offer", $"{who} and {with}: {against} stands against it, which no yes overrides.");
    }
}
