using Networks.Matching.Fits;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;

namespace Networks.Matching.Reasons;

/// <summary>Why somebody still waits, for the coordinator.</summary>
internal static class UnmatchedWords
{
    public static string Explain(CompiledProblem problem, Considered considered, UnmatchedReason reason, Crowd? crowd) => reason switch
    {
        UnmatchedReason.NoConsent => "There is no consent to matching on record, so no offer was looked at. Ask first.",
        UnmatchedReason.Paused => Paused(problem, considered),
        UnmatchedReason.DetailsMissing => $"It is not known where {They(problem, considered)} "
            + $"{Phrases.Verb(problem.Spoken(considered.Wish).Seeker.Gender, "live")}, not even by ward, so no distance could be told. "
            + "Record a place, or a point for the ward.",
        UnmatchedReason.KeptApartByHand =>
            $"{Fitting(problem, considered)} would fit, and a coordinator kept the two apart in this round.",
        UnmatchedReason.NoPlaceThisRound => CrowdWords.Explain(problem, crowd!),
        _ => Misfits(problem, considered),
    };

    private static string They(CompiledProblem problem, Considered considered) =>
        Phrases.They(problem.Spoken(considered.Wish).Seeker.Gender).ToLowerInvariant();

    private static string Paused(CompiledProblem problem, Considered considered)
    {
        var until = problem.Spoken(considered.Wish).Seeker.PausedUntil;
        return until > problem.Problem.AsOf
            ? $"Paused until {until:yyyy-MM-dd}, so not put forward."
            : "Somebody asked for later, so the wish was left out of this round. The wait goes on counting.";
    }

    private static string Fitting(CompiledProblem problem, Considered considered)
    {
        var names = considered.OffersThatFit().Take(3).Select(offer => problem.Offers[offer].Offer.Value);
        return Phrases.List([.. names]) + (considered.Fitting > 3 ? $" and {Phrases.Count(considered.Fitting - 3)} more" : "");
    }

    // One constraint after the other, most first, each counted among the offers the ones before it have left.
    private static string Misfits(CompiledProblem problem, Considered considered)
    {
        var wish = problem.Spoken(considered.Wish);
        if (considered.Offers == 0)
        {
            return $"No {KindWords.Noun(wish)} is in this round.";
        }

        var all = Phrases.Sentence(Phrases.Counted(considered.Offers, KindWords.Noun(wish)));
        var clauses = new List<string>();
        var told = 0;
        foreach (var count in considered.Counts)
        {
            var (blocked, left) = considered.BlockedOf(count.Constraint, told);
            if (blocked.Many > 0)
            {
                clauses.Add($"{HowMany(blocked.Many, left, considered.Offers)} {Misfit.Says(count.Constraint, wish, blocked)}");
                told |= Verdict.Bit(count.Constraint);
            }
        }

        var considering = $"{all} {(considered.Offers == 1 ? "was" : "were")} considered.";
        string[] sentences =
            [considering, Phrases.Sentence(string.Join("; ", clauses)) + ".", Several(considered), Nearest(considered, wish)];
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
    }

    private static string HowMany(int blocked, int left, int all) => (blocked == left, left == all) switch
    {
        (true, true) => blocked switch { 1 => "it", 2 => "both", _ => $"all {Phrases.Count(blocked)}" },
        (true, false) => blocked == 1 ? "the other one" : $"the other {Phrases.Count(blocked)}",
        (false, true) => Phrases.Count(blocked),
        _ => $"of the rest {Phrases.Count(blocked)}",
    };

    // Each offer is told of once, under what stands against most of them; that must not read as if nothing else did.
    private static string Several(Considered considered) =>
        considered.EachHasSeveral ? $"{(considered.Offers == 1 ? "It" : "Each")} has more than one thing against it." : "";

    private static string Nearest(Considered considered, Wish wish)
    {
        if (considered.NearestTooFar() is not { } found || Repairs.IsFirm(wish.Seeker, Constraint.TooFar))
        {
            return "";
        }

        var (beyond, gender) = (found.Beyond, wish.Seeker.Gender);
        var nearest = found.IsNearest ? "The nearest" : "The nearest that would suit otherwise";
        return wish.Kinds is [Domain.Matches.OfferKind.Homeshare] ? $"{nearest} is {Phrases.Distance(beyond)} further than asked for."
            : wish.Class == WishClass.OneToOne
            ? $"{nearest} would need to travel {Phrases.Distance(beyond)} further."
            : $"{nearest} is {Phrases.Distance(beyond)} further than {Phrases.They(gender).ToLowerInvariant()} "
                + $"{Phrases.Verb(gender, "travel")}.";
    }
}
