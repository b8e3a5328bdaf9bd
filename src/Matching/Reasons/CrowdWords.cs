using Networks.Matching.Fits;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;

namespace Networks.Matching.Reasons;

/// <summary>Why somebody whom offers fit has no place: who else could only be helped by the same few.</summary>
internal static class CrowdWords
{
    /// <summary>
    /// "14 people could only be visited by the same three visitors, who have nine places. All nine went to people with a more urgent need
    /// or a longer wait. More places with V0018 would reach him after two others."
    /// </summary>
    public static string Explain(CompiledProblem problem, Crowd crowd)
    {
        var wish = problem.Spoken(crowd.Wish);
        var (places, noun, offers) = (crowd.Places, KindWords.Noun(wish), crowd.Offers.Length);
        // Figures throughout, where one number is too long to be a word.
        Func<int, string> count = Phrases.CountsLike(crowd.People, offers, places);
        string Counted(int number, string what) => $"{count(number)} {(number == 1 ? what : Phrases.Plural(what))}";
        var helped = $"{Phrases.Sentence(Counted(crowd.People, "person"))} could only be helped by the same "
            + $"{(offers == 1 ? noun : Counted(offers, noun))}, {(wish.Class == WishClass.OneToOne ? "who" : "which")}";
        var went = places == 1 ? "It went to somebody" : $"All {count(places)} went to people";
        var what = crowd.Seats is null ? "place" : "seat";
        var first = places == 0
            ? $"{helped} had no free {what} when the round opened."
            : $"{helped} {(offers == 1 ? "has" : "have")} {Counted(places, what)}{(crowd.Seats is null ? "" : " in transport")}. "
                + $"{went} with a more urgent need or a longer wait.";
        return $"{first} {Sooner(problem, crowd, Phrases.Them(wish.Seeker.Gender))}";
    }

    private static string Sooner(CompiledProblem problem, Crowd crowd, string them)
    {
        var with = problem.Offers[crowd.Nearest].Offer.Value;
        return crowd.Others switch
        {
            _ when crowd.Seats is { } seats => seats.OneMoreHelps
                ? $"One more seat with {with} would reach {them} next." : $"More seats with {with} would reach others first.",
            { } further when crowd.IsBounded =>
                $"{Phrases.Sentence(Phrases.Counted(further + 1, "more place"))} with {with} would reach {them}.",
            null when crowd.IsBounded => $"Up to five more places with any one of them would not reach {them}.",
            0 => $"One more place with {with} would reach {them} next.",
            { } others => $"More places with {with} would reach {them} after {Phrases.Count(others)} other{(others == 1 ? "" : "s")}.",
            null => $"More places with {with} would reach others first.",
        };
    }

    /// <summary>"three more visits with V0018, free on weekday afternoons": so many more would reach her.</summary>
    public static Repair Repair(Crowd crowd, CompiledProblem problem)
    {
        var (wish, with) = (problem.Spoken(crowd.Wish), problem.Offers[crowd.Nearest].Offer.Value);
        var times = wish.Seeker.Available.IsEmpty ? "" : Phrases.Times(wish.Seeker.Available);
        var when = times.Length == 0 || wish.Class == WishClass.Group ? "" : $", free on {times}";
        var (place, places) = (KindWords.Place(wish), Phrases.Plural(KindWords.Place(wish)));
        if (crowd.Seats is { } seats)
        {
            var more = (seats.OneMoreHelps, seats.PlaceToo) switch
            {
                (true, false) => "one more seat",
                (true, true) => "one more place with a seat",
                (false, false) => "more seats",
                _ => "more places with seats",
            };
            return new Repair(Constraint.Transport, $"{more} in the transport of {with}", seats.OneMoreHelps, 1);
        }

        return crowd.Others is { } others
            ? new Repair(null, $"{Phrases.Count(others + 1)} more {(others == 0 ? place : places)} with {with}{when}", true, 1)
            : new Repair(null, $"more {places} with {with}{when}", false, 1);
    }
}
