using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Matching.Fits;
using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Matching.Solvers;

/// <summary>A problem as arrays: wishes in their order, offers in theirs, and the pairs that pass with their fit.</summary>
internal sealed class CompiledProblem
{
    // More places than there are people, with room to add to.
    private const int Unlimited = int.MaxValue / 2;

    private readonly Eligibility eligibility;
    private readonly SeekerProfile[] seekers;
    private readonly OfferProfile[] profiles;
    private readonly HashSet<(int Wish, int Offer)> forbidden;
    private readonly int[] kindsWished;
    private readonly int[] kindsOffered;
    private int[] pinned = [];

    private CompiledProblem(MatchingProblem problem)
    {
        Problem = problem;
        eligibility = new Eligibility(problem.Policy, problem.AsOf, problem.Wards);
        Wishes = WishOrder.Of(problem);
        Parts = new OfferParts(problem);
        RankOf = Enumerable.Range(0, Wishes.Length).ToDictionary(rank => new WishKey(Wishes[rank].Resident, Wishes[rank].Class));
        OfferAt = Parts.First.Distinct().ToDictionary(at => Offers[at].Offer);
        Together = new Together(problem, RankOf);
        var profileOf = problem.Seekers.ToDictionary(seeker => seeker.Resident, eligibility.ProfileOf);
        seekers = [.. Wishes.Select(wish => profileOf[wish.Resident])];
        profiles = [.. Offers.Select(eligibility.ProfileOf)];
        forbidden = [.. Pairs(problem.Forbids).Select(pair => (Together.LeadOf(pair.Wish), pair.Offer))];
        int[] wished = [.. Wishes.Select(wish => wish.Kinds.Aggregate(0, (bits, kind) => bits | 1 << (int)kind))];
        kindsWished = Together.IsNone ? wished
            : [.. wished.Select((_, wish) => Together.MembersOf(wish).Aggregate(~0, (bits, member) => bits & wished[member]))];
        kindsOffered = [.. Offers.Select(OfferedBits)];
        PinOf = new int[Wishes.Length];
        Array.Fill(PinOf, -1);
        PutForward = [.. Wishes.Select(IsPutForward)];
    }

    public MatchingProblem Problem { get; }

    /// <summary>Every wish; its index is its rank.</summary>
    public ImmutableArray<Wish> Wishes { get; }

    public OfferParts Parts { get; }

    /// <summary>By part; most offers have one.</summary>
    public ImmutableArray<MatchingOffer> Offers => Parts.Offers;

    public Dictionary<WishKey, int> RankOf { get; }

    /// <summary>Whose wishes stand and fall together.</summary>
    public Together Together { get; }

    /// <summary>The first part of each offer.</summary>
    public Dictionary<OfferId, int> OfferAt { get; }

    /// <summary>The offer, by its first part, pinned to each wish, -1 for none.</summary>
    public int[] PinOf { get; }

    /// <summary>False for wishes that nobody puts forward this time: no consent, paused, deferred.</summary>
    public ImmutableArray<bool> PutForward { get; }

    /// <summary>Pins taken off, and never more than the pairs that could use them plus one: an offer without limit is never full.</summary>
    public int[] Places { get; private set; } = [];

    /// <summary>
    /// The pairs that pass, for each wish in the order of offers. Pinned wishes, those not put forward and those that another one carries
    /// have none; of people visited together, the fit is the sum of theirs.
    /// </summary>
    public Arcs Arcs { get; private set; } = new([0], [], []);

    /// <summary>Compiles, or says why the problem contradicts itself.</summary>
    public static (CompiledProblem? Compiled, string? Fault) Of(MatchingProblem problem, CancellationToken cancellationToken)
    {
        if (ProblemFault.Of(problem) is { } fault)
        {
            return (null, fault);
        }

        var compiled = new CompiledProblem(problem);
        compiled.FindArcs(cancellationToken);
        return compiled.TakePins() is { } pinFault ? (null, pinFault) : (compiled, null);
    }

    /// <summary>True if a coordinator keeps the two apart.</summary>
    public bool IsForbidden(int wish, int offer) => forbidden.Contains((Together.LeadOf(wish), Parts.First[offer]));

    /// <summary>True if the wish may have a place of this part: one without a seat is not for somebody who needs one.</summary>
    public bool MayUse(int wish, int part) => !Parts.IsWithoutSeat(part) || !seekers[wish].NeedsTransport;

    /// <summary>The part that one more place at an offer would add to, once it has so many more already.</summary>
    public int Growing(int offer, int already = 0) =>
        Parts.IsDivided(offer) ? Parts.Growing(offer, checked(PlacesLeft(offer) + already), SeatsPinned(offer)) : offer;

    /// <summary>The part that one place fewer at an offer would be taken from.</summary>
    public int Shrinking(int offer) =>
        Parts.IsDivided(offer) ? Parts.Shrinking(offer, PlacesLeft(offer), SeatsPinned(offer)) : offer;

    /// <summary>True if the offer has no more seats than places: one more place would be without a seat.</summary>
    public bool IsShortOfSeats(int part) => !Parts.IsWithoutSeat(part) && Growing(part) != part;

    /// <summary>True if the offer is of a kind the wish names.</summary>
    public bool Considers(int wish, int offer) => (kindsWished[wish] & kindsOffered[offer]) != 0;

    /// <summary>Judges one pair again, for its reasons; people visited together are judged as one.</summary>
    public Verdict Judge(int wish, int offer) => Judge(wish, profiles[offer], kindsWished[wish] & kindsOffered[offer]);

    /// <summary>The same, and of people visited together what it comes to for this one.</summary>
    public Verdict JudgeAlone(int wish, int offer)
    {
        var verdict = Judge(wish, offer);
        return Together.With(wish) is not null && verdict is { Passes: true, Mode: { } mode }
            ? eligibility.JudgeIn(seekers[wish], profiles[offer], verdict.Kind, mode)
            : verdict;
    }

    /// <summary>The wish as sentences speak of it: people visited together are spoken of as more than one.</summary>
    public Wish Spoken(int wish) => Together.With(wish) is null
        ? Wishes[wish] : Wishes[wish] with { Seeker = Wishes[wish].Seeker with { Gender = null } };

    private Verdict Judge(int wish, OfferProfile offer, int kinds) => Together.With(wish) is { } members
        ? eligibility.JudgeTogether([.. members.Select(member => seekers[member])], offer, kinds)
        : eligibility.Judge(seekers[wish], offer, kinds);

    /// <summary>An offer that need not be in the problem, ready to be judged.</summary>
    public OfferProfile ProfileOf(MatchingOffer offer) => eligibility.ProfileOf(offer);

    /// <summary>The wishes that could have a place of an offer that is not in the problem, in order, with their fit.</summary>
    public (int Wish, int Fit)[] CandidatesOf(OfferProfile offer)
    {
        var (found, offered) = (new List<(int, int)>(), OfferedBits(offer.Offer));
        for (var wish = 0; wish < Wishes.Length; wish++)
        {
            var kinds = kindsWished[wish] & offered;
            if (kinds != 0 && IsFree(wish) && eligibility.MayPass(seekers[wish], offer)
                && Judge(wish, offer, kinds) is { Passes: true } verdict)
            {
                found.Add((wish, verdict.Fit));
            }
        }

        return [.. found];
    }

    /// <summary>True if it is known, from her home or her ward, where she is.</summary>
    public bool HasPoint(int wish) => seekers[wish].Point is not null;

    // A volunteer gives nothing but one to one, a group nothing but group places, whatever else is written there.
    private static int OfferedBits(MatchingOffer offer) => offer.Kinds
        .Where(kind => kind.IsOneToOne() == (offer.Offer.Holder == OfferHolder.Volunteer))
        .Aggregate(0, (bits, kind) => bits | 1 << (int)kind);

    private bool IsFree(int wish) => PinOf[wish] < 0 && PutForward[wish] && !Together.IsCarried(wish);

    private bool IsPutForward(Wish wish) =>
        VisitedTogether.IsPutForward(wish.Seeker, Problem)
        && !Problem.Deferrals.Any(deferral => deferral.Resident == wish.Resident && deferral.Class == wish.Class);

    private IEnumerable<(int Wish, int Offer)> Pairs(IEnumerable<PairRule> rules) =>
        from rule in rules
        where OfferAt.ContainsKey(rule.Offer)
        from oneToOne in (WishClass[])[WishClass.OneToOne, WishClass.Group]
        where RankOf.ContainsKey(new WishKey(rule.Resident, oneToOne))
        select (RankOf[new WishKey(rule.Resident, oneToOne)], OfferAt[rule.Offer]);

    private void FindArcs(CancellationToken cancellationToken)
    {
        foreach (var (wish, offer) in Pairs(Problem.Pins).Where(pair => Considers(pair.Wish, pair.Offer)))
        {
            foreach (var member in Together.MembersOf(wish))
            {
                PinOf[member] = offer;
            }
        }

        pinned = [.. Enumerable.Range(0, Wishes.Length).Where(wish => PinOf[wish] >= 0)];

        var (found, index) = (new (int Offer, int Fit)[Wishes.Length][], IndexOffers());
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(
            0, Wishes.Length, options,
            () => (Near: new List<int>(), Passing: new List<(int, int)>()),
            (wish, _, room) =>
            {
                found[wish] = IsFree(wish) ? Candidates(wish, index, room.Near, room.Passing) : [];
                return room;
            },
            _ => { });
        Arcs = Arcs.Of(found);
    }

    // A second part is of the same offer as the one before it, and is found with it.
    private OfferIndex IndexOffers() => new(
        profiles, [.. kindsOffered.Select((kinds, part) => Parts.IsWithoutSeat(part) ? 0 : kinds)], eligibility.Soft);

    private (int Offer, int Fit)[] Candidates(int wish, OfferIndex index, List<int> near, List<(int, int)> passing)
    {
        passing.Clear();
        index.Find(seekers[wish], kindsWished[wish], near);
        foreach (var offer in near)
        {
            if (Judge(wish, offer) is { Passes: true } verdict && !IsForbidden(wish, offer))
            {
                passing.Add((offer, verdict.Fit));
                if (Parts.IsDivided(offer) && MayUse(wish, offer + 1))
                {
                    passing.Add((offer + 1, verdict.Fit));
                }
            }
        }

        return [.. passing];
    }

    private string? TakePins()
    {
        foreach (var pin in Problem.Pins.OrderBy(pin => pin.Resident).ThenBy(pin => pin.Offer))
        {
            var offer = OfferAt[pin.Offer];
            var wish = Enumerable.Range(0, Wishes.Length)
                .FirstOrDefault(rank => Wishes[rank].Resident == pin.Resident && PinOf[rank] == offer, -1);
            if (PinFault(pin, wish, offer) is { } fault)
            {
                return fault;
            }
        }

        return DividePlaces();
    }

    private string? DividePlaces()
    {
        var places = new int[Offers.Length];
        foreach (var offer in OfferAt.Values.Order())
        {
            if (!Parts.TryDivide(offer, PlacesLeft(offer), SeatsPinned(offer), places))
            {
                var what = PlacesLeft(offer) < 0 ? "free places" : "seats in its transport";
                return $"More people are pinned to {Offers[offer].Offer} than it has {what}; take back one of its pins.";
            }
        }

        var candidates = new int[places.Length];
        foreach (var offer in Arcs.Offer)
        {
            candidates[offer]++;
        }

        Places = [.. places.Select((free, offer) => Math.Min(free, candidates[offer] + 1))];
        return null;
    }

    private int PlacesLeft(int offer) => (Offers[offer].Places ?? Unlimited) - PinnedTo(offer).Count();

    private int SeatsPinned(int offer) => PinnedTo(offer).Count(wish => seekers[wish].NeedsTransport);

    private IEnumerable<int> PinnedTo(int offer) => pinned.Where(wish => PinOf[wish] == offer && !Together.IsCarried(wish));

    private string? PinFault(PairRule pin, int wish, int offer)
    {
        var pair = $"{pin.Resident} cannot be pinned to {pin.Offer}";
        if (wish < 0)
        {
            return $"{pair}: she does not seek what it offers, or she, or who is visited with her, is pinned elsewhere as well.";
        }

        if (IsForbidden(wish, offer))
        {
            return $"{pair}: a forbid keeps the two apart; take one of them back.";
        }

        var misfits = Judge(wish, offer).Misfits;
        return misfits.Length > 0
            ? $"{pair}: {string.Join(", ", misfits.Select(ConstraintNames.Of))} stands against it, which no pin overrides."
            : PutForward[wish] ? null : $"{pair}: she is not put forward in this round.";
    }
}

/// <summary>The pairs that pass: those of wish w lie from <c>Start[w]</c> to <c>Start[w + 1]</c>.</summary>
internal sealed record Arcs(int[] Start, int[] Offer, int[] Fit)
{
    public static Arcs Of((int Offer, int Fit)[][] found)
    {
        var start = new int[found.Length + 1];
        for (var wish = 0; wish < found.Length; wish++)
        {
            start[wish + 1] = checked(start[wish] + found[wish].Length);
        }

        var (offer, fit) = (new int[start[^1]], new int[start[^1]]);
        for (var wish = 0; wish < found.Length; wish++)
        {
            for (var at = 0; at < found[wish].Length; at++)
            {
                (offer[start[wish] + at], fit[start[wish] + at]) = found[wish][at];
            }
        }

        return new Arcs(start, offer, fit);
    }

    /// <summary>The same wishes and offers with the pairs of some wishes alone.</summary>
    public Arcs Only(Func<int, bool> isKept)
    {
        var (start, offer, fit) = (new int[Start.Length], new List<int>(), new List<int>());
        for (var wish = 0; wish < Start.Length - 1; wish++)
        {
            if (isKept(wish))
            {
                offer.AddRange(OffersOf(wish));
                fit.AddRange(Fit.AsSpan(Start[wish], Start[wish + 1] - Start[wish]));
            }

            start[wish + 1] = offer.Count;
        }

        return new Arcs(start, [.. offer], [.. fit]);
    }

    /// <summary>The same with more offers for one wish; their fit is not known and stands as 0.</summary>
    public Arcs With(int wish, IReadOnlyCollection<int> offers)
    {
        int[] added = [.. offers.Except(OffersOf(wish).ToArray())];
        var at = Start[wish + 1];
        return new Arcs(
            [.. Start.Select((start, index) => index > wish ? start + added.Length : start)],
            [.. Offer[..at], .. added, .. Offer[at..]],
            [.. Fit[..at], .. new int[added.Length], .. Fit[at..]]);
    }

    /// <summary>The offers a wish can have.</summary>
    public ReadOnlySpan<int> OffersOf(int wish) => Offer.AsSpan(Start[wish], Start[wish + 1] - Start[wish]);

    /// <summary>The fit of a pair that passes.</summary>
    public int FitOf(int wish, int offer) =>
        Fit[Array.BinarySearch(Offer, Start[wish], Start[wish + 1] - Start[wish], offer)];
}
