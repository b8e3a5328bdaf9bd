using System.Globalization;
using Networks.Domain.Matches;
using Networks.Matching.Problems;
using Networks.Matching.Reasons;

namespace Networks.Matching.Recruiting;

/// <summary>The value of recruiting as a coordinator reads it.</summary>
internal static class RecruitingSentences
{
    public static string Of(RecruitingValue value, Wish? first, MatchingProblem problem)
    {
        var words = value.Profile.Words(problem);
        if (first is null)
        {
            return value.PlusOneFit > 0
                ? string.Create(CultureInfo.InvariantCulture,
                    $"One more {words} would help nobody more, but fit better by {value.PlusOneFit} points over the whole plan.")
                : $"One more {words} would help nobody in this round.";
        }

        var waited = WishOrder.WaitingDays(first.Seeker, problem) is { } days ? $"waiting {Phrases.DaysOf(days)}"
            : "waiting since an unknown day";
        var place = value.Profile.Kind.IsOneToOne() ? "One more" : "One place with one more";
        var helped = value.Helped[^1];
        var then = value.EnoughPlaces switch
        {
            null => $"Each of {Phrases.Count(value.Helped.Length)} places would help one more.",
            1 => "A second place would help nobody: one is enough.",
            _ => $"Up to {Phrases.Count(helped)} places each help one more, a further one nobody: stop at {Phrases.Count(helped)}.",
        };
        return string.Create(CultureInfo.InvariantCulture,
            $"{place} {words} would let one more person (need band {value.FirstBand}, {waited}) be helped. {then}");
    }

    public static string Of(int helped, int alone, int places)
    {
        var all = $"Together these {Phrases.Counted(places, "place")} would help {Phrases.Counted(helped, "more person")}"
            .Replace("more persons", "more people", StringComparison.Ordinal);
        return helped == alone ? all + "." : $"{all}; each by itself would make {Phrases.Count(alone)}, because some would help the same.";
    }
}
