using System.Globalization;
using Networks.Domain.Matches;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;

namespace Networks.Matching.MarginalValues;

/// <summary>The value of a place as a coordinator reads it.</summary>
internal static class MarginalSentences
{
    private static readonly string[] Ordinals = ["", "", "second", "third", "fourth", "fifth"];

    public static string Of(MarginalValue value, Wish? first, MatchingProblem problem, int used)
    {
        if (value.Places is not { } places)
        {
            return "It has no limit of places, so more would change nothing.";
        }

        var more = first is null ? Nobody(value, places, used) : Somebody(value, first, problem);
        var one = problem.Policy.VisitedTogether.IsEmpty || !value.Kind.IsOneToOne() ? "one person"
            : "one person, or one household visited together,";
        return value.MinusOneMatches < 0 ? $"{more} With one place fewer, {one} would wait." : more;
    }

    /// <summary>
    /// The same in a round that keeps bounds, where a place may also help two at once, or somebody sooner and two others not.
    /// </summary>
    public static string OfBounded(MarginalValue value, Wish? first, MatchingProblem problem, int used)
    {
        var further = value.FurtherMatches;
        var isPlain = value.PlusOneMatches is 0 or 1 && value.MinusOneMatches is 0 or -1 && (value.PlusOneMatches == 1) == first is not null
            && further.Zip([value.PlusOneMatches, .. further]).All(pair => pair.First - pair.Second is 0 or 1)
            && (value.PlusOneMatches == 1 || further[^1] == 0);
        if (isPlain || value.Places is null)
        {
            return Of(value, first, problem, used);
        }

        var who = first is null ? "" : string.Create(
            CultureInfo.InvariantCulture, $", among them somebody of need band {value.PlusOneBand} who is not helped now");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Within this round's bounds one more place with {value.Offer.Value} would change how many people are helped by "
            + $"{value.PlusOneMatches}{who}, two by {further[0]}, and one place fewer by {value.MinusOneMatches}.");
    }

    private static string Somebody(MarginalValue value, Wish first, MatchingProblem problem)
    {
        var waited = WishOrder.WaitingDays(first.Seeker, problem) is { } days
            ? string.Create(CultureInfo.InvariantCulture, $"waiting {days} days")
            : "waiting since an unknown day";
        var what = value.Kind.IsOneToOne() ? "have " + Phrases.A(KindWords.Noun(value.Kind)) : "have a place";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"One more place with {value.Offer.Value} would let {One(first, problem)} (need band {value.PlusOneBand}, {waited}) "
            + $"{what}{Further(value)}.");
    }

    private static string One(Wish first, MatchingProblem problem) => first.Class == WishClass.OneToOne
        && VisitedTogether.Of(problem).Values.FirstOrDefault(members => members.Contains(first.Resident)) is { IsDefault: false } household
            ? $"one more household of {Phrases.Count(household.Length)}" : "one more person";

    private static string Further(MarginalValue value)
    {
        var helped = value.FurtherMatches.Max();
        if (helped == 1)
        {
            return "; a second would help nobody";
        }

        return helped == 2
            ? "; a second would help one more, a third nobody"
            : string.Create(CultureInfo.InvariantCulture, $"; up to a {Ordinals[helped]}, each would help one more");
    }

    private static string Nobody(MarginalValue value, int places, int used)
    {
        if (used < places)
        {
            var other = value.Kind.IsOneToOne() ? "" : " Look for visitors instead.";
            var are = places - used == 1 ? "is" : "are";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"More places here would help nobody in this round: {places - used} of {places} {are} still free.{other}");
        }

        return value.PlusOneFit > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"One more place here would help nobody more, but would fit better by {value.PlusOneFit} points over the whole plan.")
            : "More places here would help nobody in this round.";
    }
}
