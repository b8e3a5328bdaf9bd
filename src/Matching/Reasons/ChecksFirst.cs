using System.Collections.Immutable;
using Networks.Matching.Fits;
using Networks.Matching.Problems;

namespace Networks.Matching.Reasons;

/// <summary>What is not known about a pair, in words: it passed because of that, so it is asked before anything is promised.</summary>
internal static class ChecksFirst
{
    // Listed in a table, and, as what is not known about whom, in a sentence.
    private static readonly (Unknowns Unknown, string Words, string About, Side Ask)[] NotKnown =
    [
        (Unknowns.HerLanguages, "languages of the person not recorded", "the person's languages", Side.Person),
        (Unknowns.OfferLanguages, "languages of the offer not recorded", "the offer's languages", Side.Offer),
        (Unknowns.HerTimes, "times that suit the person not recorded", "the person's times", Side.Person),
        (Unknowns.OfferTimes, "times of the offer not recorded", "the offer's times", Side.Offer),
        (Unknowns.HerPlace, "distance taken from the middle of the person's ward", "the person's home", Side.Person),
        (Unknowns.OfferPlace, "distance taken from the middle of the offer's ward", "the offer's place", Side.Offer),
        (Unknowns.HomeFactors, "pets at home not recorded", "pets", Side.Both),
        (Unknowns.HostHomeFactors, "pets at the host's home not recorded", "pets at the host's home", Side.Both),
        (Unknowns.CannotBeWith, "what the guest of the home cannot be with not recorded", "what the guest cannot be with", Side.Both),
        (Unknowns.Competences, "competences for the support needed not recorded", "competences", Side.Offer),
        (Unknowns.Access, "access of the place not recorded", "access", Side.Offer),
        (Unknowns.Transport, "seats in transport not recorded", "seats in transport", Side.Offer),
        (Unknowns.SeatsTaken, "who else needs a seat in the transport not recorded", "who else needs a seat", Side.Offer),
        (Unknowns.HerAge, "age not certain", "the person's age", Side.Person),
        (Unknowns.HerSituation, "the group is for certain situations; the person's not recorded", "the person's situation", Side.Person),
        (Unknowns.MentorSituation, "what the mentor has been through not recorded", "what the mentor has been through", Side.Offer),
        (Unknowns.SituationForMentor, "whether the mentor has been through the same; the person's situation not recorded",
            "the person's situation", Side.Person),
        (Unknowns.GroupAges, "ages the group is for not recorded; the person may be under 18", "the ages the group is for", Side.Offer),
        (Unknowns.ConsentDate, "day of the consent to matching not recorded", "the day of the consent", Side.Person),
        (Unknowns.CheckDates, "day of a check not recorded", "the day of a check", Side.Offer),
    ];

    private static readonly (Unknowns Unknown, string Words)[] Noted =
    [
        (Unknowns.SoftGender, "not the gender wished for"),
        (Unknowns.SoftTime, "no shared time known"),
        (Unknowns.SoftLanguage, "no shared language known"),
        (Unknowns.SoftHome, "something at home one of the two cannot be with"),
        (Unknowns.SameHousehold, "the two live in one household"),
        (Unknowns.PooledRounds, "the two belong to different organisations and no consent to pooled rounds is recorded"),
    ];

    private enum Side
    {
        Person = 1,
        Offer = 2,
        Both = 3,
    }

    /// <summary>For the table.</summary>
    public static ImmutableArray<string> Of(Seeker seeker, MatchingOffer offer, Verdict verdict, MatchingProblem problem)
    {
        var checks = NotKnown.Where(known => verdict.Unknown.HasFlag(known.Unknown)).Select(known => known.Words)
            .Concat(Notes(seeker, offer, verdict)).ToList();
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

    /// <summary>"We do not know about pets: please ask both."; empty where everything is known.</summary>
    public static string Sentences(Seeker seeker, MatchingOffer offer, Verdict verdict)
    {
        var known = NotKnown.Where(known => verdict.Unknown.HasFlag(known.Unknown)).ToArray();
        var whom = known.Aggregate((Side)0, (sides, one) => sides | one.Ask) switch
        {
            Side.Person => seeker.Resident.Value,
            Side.Offer => offer.Offer.Value,
            _ => "both",
        };
        var ask = known.Length == 0 ? []
            : new[] { $"We do not know about {Phrases.List([.. known.Select(one => one.About)])}: please ask {whom}." };
        return string.Join(' ', ask.Concat(Notes(seeker, offer, verdict).Select(note => $"Please look at this first: {note}.")));
    }

    private static IEnumerable<string> Notes(Seeker seeker, MatchingOffer offer, Verdict verdict)
    {
        foreach (var (_, words) in Noted.Where(noted => verdict.Unknown.HasFlag(noted.Unknown)))
        {
            yield return words;
        }

        if (verdict.Unknown.HasFlag(Unknowns.Contacts))
        {
            var already = offer.MatchesNow is > 0 and var met ? $", over {Phrases.Counted(met, "match")} already" : "";
            yield return $"wants {seeker.WantedContactsPerMonth} contacts a month, {offer.Offer.Value} gives "
                + $"{offer.ContactsPerMonth}{already}";
        }
    }
}
