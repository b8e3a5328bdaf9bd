using System.Globalization;
using Networks.Domain.Matches;
using Networks.Matching.Files;
using Networks.Matching.Plans;
using Networks.Matching.Problems;

namespace Networks.Matching.Verification;

/// <summary>
/// Checks a plan and its proof against the problem without solving anything. It shares no code with the solver: it reads the rules of
/// matching once more, written separately, so that a fault in one is found by the other.
/// </summary>
public static class CertificateChecker
{
    /// <summary>
    /// The first fault of the plan, or the counts it proved. Looked at in this order: that the three belong together, that every pair may
    /// be, that places suffice and pins are kept, the counts, that the right people are helped, that nobody could fit better, that of equal
    /// plans it is the smallest.
    /// </summary>
    public static CheckAnswer Check(MatchingProblem problem, MatchingPlan plan, PlanCertificate certificate) =>
        Follow(problem, plan, certificate).Answer;

    /// <summary>The same, and where the plan is proved the round as the checker read it, to hold the round's tables against.</summary>
    public static (CheckAnswer Answer, ProvedRound? Proved) Follow(MatchingProblem problem, MatchingPlan plan, PlanCertificate certificate)
    {
        var fault = ProblemFault.Of(problem) is { } wrong ? new CheckAnswer.Faulty("digest", wrong) : Digests(problem, plan, certificate);
        if (fault is not null)
        {
            return (fault, null);
        }

        var round = new CheckedRound(problem);
        if (round.SeedByContract() != problem.LotterySeed)
        {
            return (new CheckAnswer.Faulty(
                "digest", "The lottery seed is not the digest of the day and the people frozen: it was drawn again."), null);
        }

        var given = new int?[round.Entries.Length];
        fault = Feasible(round, plan, given) ?? Counts(round, plan, given);
        if (fault is not null)
        {
            return (fault, null);
        }

        var proof = problem.Policy.RankedChoices is null ? new OptimalityProof(round, plan, certificate, given) : null;
        fault = proof is null ? Stable(round, plan, certificate, given) : proof.FirstFault();
        return fault is not null
            ? (fault, null)
            : (new CheckAnswer.Proved(round.Entries.Length, plan.Pairs.Length, plan.Objective.Fit),
                new ProvedRound(round, plan, certificate, proof));
    }

    // Pins stand whatever anybody would choose. There are no prices: what is stated of them must be nothing, and the fit that of the pairs.
    private static CheckAnswer.Faulty? Stable(CheckedRound round, MatchingPlan plan, PlanCertificate certificate, int?[] given)
    {
        var fit = plan.Pairs.Where(pair => !pair.Pinned).Sum(pair => (long)pair.Fit);
        if (PlanDigests.Of(plan) != certificate.PlanDigest)
        {
            return new CheckAnswer.Faulty("digest", "The certificate is for another plan: its digest differs.");
        }

        if (certificate.Primal != fit || certificate.Dual != fit || !certificate.Offers.IsEmpty || !certificate.Wishes.IsEmpty)
        {
            return new CheckAnswer.Faulty("prices", Text($"A round that respects choices has no prices, and its pairs fit by {fit}."));
        }

        bool IsPinned(int rank) => given[rank] is { } at && round.Problem.Pins.Any(
            pin => pin.Resident == round.Entries[rank].Key.Resident && pin.Offer == round.Offers[at].Offer);
        return new StabilityProof(round, given, [.. Enumerable.Range(0, given.Length).Select(IsPinned)]).FirstFault();
    }

    private static CheckAnswer.Faulty? Digests(MatchingProblem problem, MatchingPlan plan, PlanCertificate certificate)
    {
        var digest = ProblemFile.Digest(problem);
        if (plan.ProblemDigest != digest)
        {
            return new CheckAnswer.Faulty("digest", "The plan is for another problem: its digest differs.");
        }

        if (certificate.ProblemDigest != digest)
        {
            return new CheckAnswer.Faulty("digest", "The certificate is for another problem: its digest differs.");
        }

        return null;
    }

    private static CheckAnswer.Faulty? Feasible(CheckedRound round, MatchingPlan plan, int?[] given)
    {
        var used = new Dictionary<OfferId, int>();
        foreach (var pair in plan.Pairs)
        {
            if (PairFault(round, pair, given) is { } fault)
            {
                return new CheckAnswer.Faulty("feasible", $"{pair.Resident} with {pair.Offer}: {fault}");
            }

            used[pair.Offer] = used.GetValueOrDefault(pair.Offer) + (round.IsSharer(RankOf(round, pair)) ? 0 : 1);
        }

        if (Enumerable.Range(0, given.Length).FirstOrDefault(rank => given[rank] != given[round.PartyOf(rank)[0]], -1) is >= 0 and var one)
        {
            return new CheckAnswer.Faulty("feasible",
                $"{round.Entries[one].Key.Resident} is not given what {round.Entries[round.PartyOf(one)[0]].Key.Resident} is given, "
                + "and the two are visited together.");
        }

        foreach (var offer in round.Offers.Where(offer => used.GetValueOrDefault(offer.Offer) > (offer.Places ?? int.MaxValue)))
        {
            return new CheckAnswer.Faulty(
                "feasible", Text($"{offer.Offer} has {offer.Places} places and is given {used[offer.Offer]} people."));
        }

        foreach (var (offer, riders) in plan.Pairs.Where(pair => CheckedRound.NeedsSeat(Person(round, pair))).CountBy(pair => pair.Offer))
        {
            if (riders > round.Offers[round.OfferAt[offer]].TransportSeats)
            {
                return new CheckAnswer.Faulty("feasible", Text($"{offer} is given {riders} people who need a seat, and has fewer."));
            }
        }

        var unkept =
            round.Problem.Pins.FirstOrDefault(pin => !plan.Pairs.Any(pair => pair.Resident == pin.Resident && pair.Offer == pin.Offer));
        return unkept is null
            ? null
            : new CheckAnswer.Faulty("feasible", $"{unkept.Resident} is pinned to {unkept.Offer}, and the plan does not hold the pair.");
    }

    private static Seeker Person(CheckedRound round, PlannedPair pair) => round.Entries[RankOf(round, pair)].Person;

    private static int RankOf(CheckedRound round, PlannedPair pair) =>
        round.RankOf[new WishKey(pair.Resident, pair.Mode is null ? WishClass.Group : WishClass.OneToOne)];

    private static string? PairFault(CheckedRound round, PlannedPair pair, int?[] given)
    {
        var wishClass = pair.Kind <= OfferKind.Transport ? WishClass.OneToOne : WishClass.Group;
        if (!round.RankOf.TryGetValue(new WishKey(pair.Resident, wishClass), out var rank)
            || !round.OfferAt.TryGetValue(pair.Offer, out var at))
        {
            return "one of the two is not in this round for this.";
        }

        var (entry, offer) = (round.Entries[rank], round.Offers[at]);
        if (given[rank] is not null)
        {
            return "the person is given two places of one sort.";
        }

        given[rank] = at;
        if (round.HeldBack(entry) is { } held)
        {
            return $"the person {held}.";
        }

        if (!entry.Kinds.Contains(pair.Kind) || !offer.Kinds.Contains(pair.Kind))
        {
            return "the kind is not one she seeks and the offer has.";
        }

        if (round.Problem.Forbids.Any(forbid => forbid.Resident == pair.Resident && forbid.Offer == pair.Offer))
        {
            return "a coordinator forbids the pair.";
        }

        return StatedFault(round, pair, rank, at);
    }

    private static string? StatedFault(CheckedRound round, PlannedPair pair, int rank, int at)
    {
        if (round.Rule(rank, at) is not { } ruled)
        {
            return "a hard constraint stands against it.";
        }

        if (ruled.Kind != pair.Kind || ruled.Mode != pair.Mode || ruled.Metres != pair.Distance?.Value)
        {
            return "kind, mode or distance is not as stated.";
        }

        if (ruled.Fit != pair.Fit)
        {
            return Text($"the fit is {ruled.Fit}, not {pair.Fit}.");
        }

        var party = round.PartyOf(rank).Select(one => round.Entries[one].Key.Resident).ToArray();
        var pinned = round.Problem.Pins.Any(pin => party.Contains(pin.Resident) && pin.Offer == pair.Offer);
        return pinned == pair.Pinned ? null : "it is said to be pinned and is not, or the other way about.";
    }

    private static CheckAnswer.Faulty? Counts(CheckedRound round, MatchingPlan plan, int?[] given)
    {
        var limited = round.Offers.Where(offer => offer.Places is not null).ToDictionary(offer => offer.Offer);
        var places = limited.Values.Sum(offer => offer.Places!.Value);
        var bands = new int[4];
        for (var rank = 0; rank < given.Length; rank++)
        {
            bands[round.Entries[rank].Band - 1] += given[rank] is null ? 0 : 1;
        }

        var stated = plan.Objective;
        var right = stated.Waiting == round.Entries.Length
            && stated.Matched == plan.Pairs.Length
            && stated.MatchedByBand.AsSpan().SequenceEqual(bands)
            && stated.Fit == plan.Pairs.Sum(pair => (long)pair.Fit)
            && stated.Places == places
            && stated.PlacesUnused
                == places - plan.Pairs.Count(pair => limited.ContainsKey(pair.Offer) && !round.IsSharer(RankOf(round, pair)));
        return right ? null : new CheckAnswer.Faulty("counts", "The plan's counts are not those of its pairs.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What the checker says.</summary>
public abstract record CheckAnswer
{
    private CheckAnswer()
    {
    }

    /// <summary>The plan is feasible and optimal.</summary>
    /// <param name="Wishes">Wishes in the round.</param>
    /// <param name="Helped">Of them helped.</param>
    /// <param name="Fit">Total fit.</param>
    public sealed record Proved(int Wishes, int Helped, long Fit) : CheckAnswer;

    /// <summary>The plan, or its proof, is wrong.</summary>
    /// <param name="Rule">Which rule is broken: digest, feasible, counts, bounds, coverage, prices, optimal, order or stable.</param>
    /// <param name="Fault">One sentence that names the first fault.</param>
    public sealed record Faulty(string Rule, string Fault) : CheckAnswer;
}
