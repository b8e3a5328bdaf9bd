using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Matching.Fits;
using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Matching.Reasons;

/// <summary>A pair of the plan with all that is said about it.</summary>
internal sealed class MatchedPair(Seeker seeker, MatchingOffer offer, PlannedPair pair, Verdict verdict, MatchingProblem problem)
{
    private const int WalkMetresMax = 1000;

    public Seeker Seeker => seeker;

    public MatchingOffer Offer => offer;

    public PlannedPair Pair => pair;

    public Verdict Verdict => verdict;

    public bool IsGroup => offer.Offer.Holder == OfferHolder.Group;

    /// <summary>True in a round in which everybody is given the highest of her choices that she can have.</summary>
    public bool RespectsChoices => problem.Policy.RankedChoices is not null;

    public int Band => WishOrder.Band(seeker, problem);

    public int? WaitingDays => WishOrder.WaitingDays(seeker, problem);

    /// <summary>The coordinator's hand that put the pair there, if one did.</summary>
    public PairRule? Pin => pair.Pinned
        ? problem.Pins.Where(rule => rule.Offer == pair.Offer && (rule.Resident == pair.Resident || Together.Contains(rule.Resident)))
            .OrderBy(rule => rule.Resident != pair.Resident).First()
        : null;

    /// <summary>Who is visited together with her; empty for most.</summary>
    public ImmutableArray<ResidentId> Together { get; init; } = [];

    /// <summary>True if meeting her asks for checks; then they are in date, or there would be no pair.</summary>
    public bool ChecksAsked => pair.Mode is { } mode
        && (problem.Policy.ChecksFor(mode).Length > 0 || problem.Policy.ChecksFor(pair.Kind).Length > 0);

    /// <summary>Slots that suit both.</summary>
    public TimeSlots Shared => seeker.Available.Shared(offer.Available);

    /// <summary>What both like, as people say it.</summary>
    public string[] Interests { get; } = Phrases.Spoken(seeker.Interests.Where(offer.Interests.Contains).Distinct());

    /// <summary>The first of her languages that is shared, as she has it.</summary>
    public string? Language => seeker.Languages.FirstOrDefault(
        language => offer.Languages.Any(theirs => Languages.Tag(theirs) == Languages.Tag(language)));

    /// <summary>Distance and limit in words; null where no distance counts.</summary>
    public (string Far, string Limit)? Far =>
        pair.Distance is { } far && verdict.Limit is { } limit ? (Phrases.Distance(far), Phrases.Limit(limit)) : null;

    /// <summary>True if her limit is one that people walk, and nothing says that she cannot.</summary>
    public bool CanWalk => verdict.Limit?.Value <= WalkMetresMax && seeker.AccessNeeds.IsEmpty;

    /// <summary>What the two share, each to follow "both": "speak Urdu first", "are free on Tuesday mornings", "like gardening".</summary>
    public IEnumerable<string> SharedWords()
    {
        if (Language is { } language)
        {
            var first = Languages.Tag(seeker.Languages[0]) == Languages.Tag(offer.Languages[0]);
            yield return Phrases.Speaks(null, language).Replace("use ", "speak ", StringComparison.Ordinal) + (first ? " first" : "");
        }

        if (!Shared.IsEmpty)
        {
            yield return $"are free on {Phrases.Slots(Shared)}";
        }

        if (Interests.Length > 0)
        {
            yield return $"like {Phrases.List(Interests)}";
        }
    }
}
