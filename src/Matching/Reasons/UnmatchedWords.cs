using Networks.Domain.Measures;
using Networks.Matching.Fits;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;

namespace Networks.Matching.Reasons;

/// <summary>Why somebody still waits: for the coordinator, and, with nobody else in it, for the person.</summary>
internal static class UnmatchedWords
{
    public static string Explain(CompiledProblem problem, Considered considered, UnmatchedReason reason, Crowd? crowd) => reason switch
    {
        UnmatchedReason.NoConsent => "There is no consent to matching on record, so no offer was looked at. Ask first.",
        UnmatchedReason.Paused => Paused(problem, considered),
        UnmatchedReason.DetailsMissing =>
            "It is not known where the person lives, not even by ward, so no distance could be told. Record a place or the ward's point.",
        UnmatchedReason.KeptApartByHand =>
            $"{Fitting(problem, considered)} would fit, and a coordinator kept the two apart in this round.",
        UnmatchedReason.NoPlaceThisRound => Crowded(problem, crowd!),
        _ => Misfits(problem, considered),
    };

    public static string ForThePerson(CompiledProblem problem, Considered considered, UnmatchedReason reason)
    {
        var wish = problem.Wishes[considered.Wish];
        var who = Who(wish);
        return reason switch
        {
            UnmatchedReason.NoConsent => "We have not yet asked whether we may look for somebody for you. Would you like us to?",
            UnmatchedReason.Paused => "You asked us to wait for now. You keep your place, and we will look again when it suits you.",
            UnmatchedReason.DetailsMissing => "To look for something near you we need to know roughly where you live. Would you tell us?",
            UnmatchedReason.NoPlaceThisRound =>
                (wish.Class == WishClass.OneToOne
                    ? $"All our {Phrases.Plural(who)} who would suit you are busy at the moment."
                    : $"All our {Phrases.Plural(who)} that would suit you are full at the moment.")
                + " You keep your place and we will look again in the next round.",
            UnmatchedReason.KeptApartByHand => $"We have not yet found the right {who} for you. We are still looking.",
            _ => NotYetFound(problem, considered, wish, who),
        };
    }

    private static string NotYetFound(CompiledProblem problem, Considered considered, Wish wish, string who)
    {
        var main = considered.Counts.Length > 0 ? considered.Counts[0].Constraint : (Constraint?)null;
        var oneToOne = wish.Class == WishClass.OneToOne;
        var what = main switch
        {
            Constraint.Language when !wish.Seeker.Languages.IsEmpty =>
                $"a {who} {(oneToOne ? "who speaks" : "in")} {Languages.Name(wish.Seeker.Languages[0])} near you",
            Constraint.Time when !wish.Seeker.Available.IsEmpty =>
                $"a {who} {(oneToOne ? "who is free" : "that meets")} at the times that suit you",
            Constraint.Gender => $"a {who} you would be comfortable with",
            Constraint.HomeFactor => $"a {who} who would be comfortable in your home",
            Constraint.Access or Constraint.Transport => $"a {who} you could get to and into easily",
            _ => $"a {who} near you",
        };
        return $"We have not yet found {what}. We are looking for one.";
    }

    private static string Paused(CompiledProblem problem, Considered considered)
    {
        var until = problem.Wishes[considered.Wish].Seeker.PausedUntil;
        return until > problem.Problem.AsOf
            ? $"Paused until {until:yyyy-MM-dd}, so not put forward."
            : "Somebody asked for later, so the wish was left out of this round. The wait goes on counting.";
    }

    private static string Fitting(CompiledProblem problem, Considered considered)
    {
        var names = considered.Offers.Where(pair => pair.Verdict.Passes).Select(pair => problem.Offers[pair.Offer].Offer.Value);
        return Phrases.List([.. names.Take(3)]) + (considered.Fitting > 3 ? $" and {Phrases.Count(considered.Fitting - 3)} more" : "");
    }

    private static string Crowded(CompiledProblem problem, Crowd crowd)
    {
        var wish = problem.Wishes[crowd.Wish];
        var (who, offers) = (Who(wish), crowd.Offers.Length);
        var (places, which) = (crowd.Places, wish.Class == WishClass.OneToOne ? "who" : "which");
        var same = offers == 1 ? who : Counted(offers, who);
        var helped = $"{Phrases.Sentence(People(crowd.People))} could only be helped by the same {same}, {which}";
        var went = places == 1 ? "It went to somebody" : $"All {Phrases.Count(places)} went to people";
        var first = places == 0
            ? $"{helped} had no free place when the round opened."
            : $"{helped} {(offers == 1 ? "has" : "have")} {Counted(places, "place")}. {went} with a more urgent need or a longer wait.";
        var with = problem.Offers[crowd.Nearest].Offer.Value;
        var second = crowd.Others switch
        {
            0 => $"One more place with {with} would reach this person next.",
            { } others => $"More places with {with} would reach this person after {Phrases.Count(others)} other{(others == 1 ? "" : "s")}.",
            null => $"More places with {with} would reach others first.",
        };
        return $"{first} {second}";
    }

    // One constraint after the other, most first, each counted among the offers the ones before it have left.
    private static string Misfits(CompiledProblem problem, Considered considered)
    {
        var wish = problem.Wishes[considered.Wish];
        if (considered.Offers.IsEmpty)
        {
            return $"No {Who(wish)} is in this round.";
        }

        var all = Phrases.Sentence(Counted(considered.Offers.Length, Who(wish)));
        var sentences = new List<string> { $"{all} {(considered.Offers.Length == 1 ? "was" : "were")} considered." };
        var left = considered.Offers.ToList();
        foreach (var count in considered.Counts)
        {
            var blocked = left.Where(pair => pair.Verdict.Blocks(count.Constraint)).ToList();
            if (blocked.Count > 0)
            {
                var rest = left.Count < considered.Offers.Length
                    ? "Of the rest, " + Phrases.Count(blocked.Count) : Phrases.Sentence(Phrases.Count(blocked.Count));
                sentences.Add($"{rest} {Says(count.Constraint, blocked.Count == 1)}.");
                left.RemoveAll(pair => pair.Verdict.Blocks(count.Constraint));
            }
        }

        return string.Join(' ', sentences.Append(Nearest(problem, considered)).Where(sentence => sentence != ""));
    }

    private static string Nearest(CompiledProblem problem, Considered considered)
    {
        var wish = problem.Wishes[considered.Wish];
        var reachable = considered.Offers.Where(pair => pair.Verdict.OnlyBlockedBy(Constraint.TooFar) && pair.Verdict.Distance is not null)
            .ToArray();
        if (reachable.Length == 0 || Repairs.IsFirm(wish.Seeker, Constraint.TooFar))
        {
            return "";
        }

        var beyond = new Metres(reachable.Min(pair => pair.Verdict.Distance!.Value.Value - pair.Verdict.Limit!.Value.Value));
        return wish.Class == WishClass.OneToOne
            ? $"The nearest would need to travel {Phrases.Distance(beyond)} further."
            : $"The nearest is {Phrases.Distance(beyond)} further than the person travels.";
    }

    private static string Says(Constraint constraint, bool one) => constraint switch
    {
        Constraint.Checks => one ? "lacks a check in date" : "lack a check in date",
        Constraint.Mode => one ? "meets people in another way" : "meet people in other ways",
        Constraint.TooFar => one ? "is too far away" : "are too far away",
        Constraint.Language => one ? "shares no language with the person" : "share no language with the person",
        Constraint.Time => one ? "has no time in common" : "have no time in common",
        Constraint.Gender => one ? "is not of a gender wished for by both" : "are not of a gender wished for by both",
        Constraint.HomeFactor => one ? "cannot be with something at the home" : "cannot be with something at the home",
        Constraint.Competence => one ? "lacks a competence the support needs" : "lack a competence the support needs",
        Constraint.Access => one ? "lacks access the person needs" : "lack access the person needs",
        Constraint.Transport => one ? "has no seat in transport" : "have no seat in transport",
        Constraint.Age => one ? "is not for the person's age" : "are not for the person's age",
        Constraint.Excluded => one ? "is excluded by one of the two" : "are excluded by one of the two",
        Constraint.GroupFit => one ? "is for people in another situation" : "are for people in other situations",
        _ => one ? "does not fit" : "do not fit",
    };

    private static string Who(Wish wish) =>
        wish.Class == WishClass.OneToOne ? Phrases.Visitor(wish.Kinds[0]) : wish.Kinds.Length == 1 ? Phrases.Group(wish.Kinds[0]) : "group";

    private static string People(int count) => count == 1 ? "one person" : $"{Phrases.Count(count)} people";

    private static string Counted(int count, string noun) => $"{Phrases.Count(count)} {(count == 1 ? noun : Phrases.Plural(noun))}";
}
