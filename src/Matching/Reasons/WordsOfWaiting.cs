using Networks.Domain.Measures;
using Networks.Matching.Fits;
using Networks.Matching.Problems;

namespace Networks.Matching.Reasons;

/// <summary>
/// What is said to somebody who still waits. It names nobody else, gives no score and no band, and never makes the person the reason: what
/// is missing is always something we have not found yet.
/// </summary>
internal static class WordsOfWaiting
{
    public static string Of(Wish wish, Constraint? most, UnmatchedReason reason) => reason switch
    {
        UnmatchedReason.NoConsent => "We have not yet asked whether we may look for somebody for you. Would you like us to?",
        UnmatchedReason.Paused => "You asked us to wait for now. You keep your place, and we will look again when it suits you.",
        UnmatchedReason.DetailsMissing => "To look for something near you we need to know roughly where you live. Would you tell us?",
        UnmatchedReason.NoPlaceThisRound => Busy(wish),
        UnmatchedReason.QuotaReached or UnmatchedReason.KeptForGuarantee =>
            "All the places of this round have been given for now. You keep your place, and we will look again.",
        UnmatchedReason.KeptApartByHand =>
            $"We have not yet found {KindWords.ForHer(wish)} {(wish.Class == WishClass.OneToOne ? "who" : "that")} would suit you. "
            + "We are still looking.",
        _ => NotYetFound(wish, most),
    };

    private static string Busy(Wish wish)
    {
        var times = wish.Seeker.Available.IsEmpty ? "" : Phrases.Times(wish.Seeker.Available);
        // "Your weekday afternoons" says when somebody is busy; "your weekdays" would only sound like it.
        var suit = times.Length == 0 || times is "weekdays" or "weekends" ? "suit you" : $"fit your {times}";
        var all = Phrases.Sentence(KindWords.AllForHer(wish));
        return (wish.Class == WishClass.OneToOne ? $"All our {KindWords.AllForHer(wish)} who {suit} are busy at the moment."
                : $"{all} that {suit} are full at the moment.")
            + " You keep your place, and we will look again.";
    }

    private static string NotYetFound(Wish wish, Constraint? most)
    {
        var (oneToOne, her) = (wish.Class == WishClass.OneToOne, wish.Seeker);
        var near = KindWords.IsNear(wish) ? " near you" : "";
        var what = KindWords.ForHer(wish) + most switch
        {
            Constraint.Language when !her.Languages.IsEmpty => oneToOne
                ? $" who {Phrases.Speaks(Domain.Residents.Gender.Female, her.Languages[0])}{near}"
                : $" where people speak {Languages.Name(her.Languages[0])}{near}",
            Constraint.Time when !her.Available.IsEmpty => (oneToOne ? " who is free" : "") + " at the times that suit you",
            Constraint.Age => " for people of your age",
            Constraint.Gender => " you would be comfortable with",
            Constraint.HomeFactor => " who would feel at home with you",
            Constraint.Access or Constraint.Transport => " you could get to and into easily",
            _ => near,
        };
        var meantime = oneToOne && wish.Kinds.Contains(Domain.Matches.OfferKind.Befriending) && KindWords.IsNear(wish)
            && !her.Firm.Contains("mode") && most != Constraint.Age
            ? " We are looking for one, and can talk about a regular phone call in the meantime if you would like."
            : " We are looking for one.";
        return $"We have not yet found {what}.{(oneToOne && wish.Kinds.Length > 1 ? " We are still looking." : meantime)}";
    }
}
