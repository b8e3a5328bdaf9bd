using System.Collections.Immutable;
using Networks.Matching.Fits;
using Networks.Matching.Problems;

namespace Networks.Matching.Reasons;

/// <summary>What is not known about a pair, in words: it passed because of that, so it is asked before anything is promised.</summary>
internal static class ChecksFirst
{
    private static readonly (Unknowns Unknown, string Words)[] Known =
    [
        (Unknowns.HerLanguages, "languages of the person not recorded"),
        (Unknowns.OfferLanguages, "languages of the offer not recorded"),
        (Unknowns.HerTimes, "times that suit the person not recorded"),
        (Unknowns.OfferTimes, "times of the offer not recorded"),
        (Unknowns.HerPlace, "distance taken from the middle of the person's ward"),
        (Unknowns.OfferPlace, "distance taken from the middle of the offer's ward"),
        (Unknowns.HomeFactors, "pets at home not recorded"),
        (Unknowns.Competences, "competences for the support needed not recorded"),
        (Unknowns.Access, "access of the place not recorded"),
        (Unknowns.Transport, "seats in transport not recorded"),
        (Unknowns.HerAge, "age not certain"),
        (Unknowns.HerSituation, "the group is for certain situations; the person's not recorded"),
        (Unknowns.GroupAges, "ages the group is for not recorded; the person may be under 18"),
        (Unknowns.SoftGender, "not the gender wished for"),
        (Unknowns.SoftTime, "no shared time known"),
        (Unknowns.SoftLanguage, "no shared language known"),
        (Unknowns.SoftHome, "something at home one of the two cannot be with"),
    ];

    public static ImmutableArray<string> Of(Seeker seeker, Verdict verdict, MatchingProblem problem)
    {
        var checks = Known.Where(known => verdict.Unknown.HasFlag(known.Unknown)).Select(known => known.Words).ToList();
        if (seeker.PriorityBand is null)
        {
            checks.Add($"need band not recorded, ranked as {problem.Policy.BandWhenEmpty}");
        }

        if (seeker.WaitingSince is null)
        {
            checks.Add("start of waiting not recorded");
        }

        return [.. checks];
    }
}
