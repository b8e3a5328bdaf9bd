using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Networks.Matching.Plans;

namespace Networks.Matching.Verification;

/// <summary>Follows the proof of a feasible plan line by line.</summary>
internal sealed class OptimalityProof
{
    private readonly CheckedRound round;
    private readonly MatchingPlan plan;
    private readonly PlanCertificate certificate;
    private readonly int?[] given;
    private readonly bool[] pinned;
    private readonly int?[] places;
    private readonly int[] taken;
    private readonly long[] price;
    private readonly int[] closedAt;
    private readonly long[] value;
    private readonly PairWorths worths;

    public OptimalityProof(CheckedRound round, MatchingPlan plan, PlanCertificate certificate, int?[] offers)
    {
        (this.round, this.plan, this.certificate) = (round, plan, certificate);
        var pins = round.Problem.Pins.Select(pin => (pin.Resident, pin.Offer)).ToHashSet();
        // Of those who share a place the first in order stands for all: the others take nothing of their own.
        offers = [.. offers.Select((at, rank) => round.IsSharer(rank) ? null : at)];
        pinned = [.. offers.Select((at, rank) => at is { } offer && round.PartyOf(rank).Any(
            one => pins.Contains((round.Entries[one].Key.Resident, round.Offers[offer].Offer))))];
        worths = new PairWorths(round, certificate.Units);
        places = PlacesWithoutPins(offers);
        taken = new int[places.Length];
        given = Seated(offers);
        (price, closedAt, value) = (new long[places.Length], new int[places.Length], new long[given.Length]);
        Array.Fill(closedAt, int.MaxValue);
    }

    // Pins take their places first, and their seats where they need one; what is left is divided into places with and without a seat.
    private int?[] PlacesWithoutPins(int?[] offers)
    {
        var left = new int?[2 * round.Offers.Length];
        var there = Enumerable.Range(0, offers.Length).Where(rank => pinned[rank]).ToLookup(rank => offers[rank]!.Value);
        for (var at = 0; at < round.Offers.Length; at++)
        {
            var all = round.Offers[at].Places - there[at].Count();
            var seats = CheckedRound.Seats(round.Offers[at]) - there[at].Count(rank => CheckedRound.NeedsSeat(round.Entries[rank].Person));
            left[2 * at] = seats is null ? all : all is null ? seats : Math.Min(seats.Value, all.Value);
            left[2 * at + 1] = seats is null ? 0 : all - left[2 * at];
        }

        return left;
    }

    // A seat is wasted on nobody: who needs none has a place without one, as long as there is one.
    private int?[] Seated(int?[] offers)
    {
        var benches = new int?[offers.Length];
        for (var rank = 0; rank < offers.Length; rank++)
        {
            if (offers[rank] is not { } offer)
            {
                continue;
            }

            var standing = CheckedRound.Seats(round.Offers[offer]) is not null && !CheckedRound.NeedsSeat(round.Entries[rank].Person)
                && (pinned[rank] || !(taken[2 * offer + 1] >= places[2 * offer + 1]));
            benches[rank] = 2 * offer + (standing ? 1 : 0);
            taken[benches[rank]!.Value] += pinned[rank] ? 0 : 1;
        }

        return benches;
    }

    /// <summary>
    /// Once there is no fault: the plan as a net of moves. Null where prices alone do not say what a move costs: in rounds that keep
    /// bounds, and where the proof also counts which pairs of the plan before were kept.
    /// </summary>
    public CheckedMoves? FindMoves() => round.Problem.Policy.Bounds is null && certificate.Units is null
        ? new CheckedMoves(round, given, pinned, taken: taken, places: places, price: price, value: value) : null;

    public CheckAnswer.Faulty? FirstFault() =>
        Belongs() ?? worths.FirstFault(given.Count(offer => offer is not null)) ?? ReadPrices() ?? Coverage() ?? Prices() ?? Gap()
        ?? new SmallestProof(round, given, pinned, places, taken, price, value, worths).FirstFault();

    private CheckAnswer.Faulty? Belongs()
    {
        var lines = plan.Pairs.Select(pair => $"{pair.Resident.Value}\t{(pair.Mode is null ? "Group" : "OneToOne")}\t{pair.Offer}\n");
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
        return digest == certificate.PlanDigest ? null : Fault("digest", "The certificate is for another plan: its digest differs.");
    }

    private CheckAnswer.Faulty? ReadPrices()
    {
        foreach (var offer in certificate.Offers)
        {
            if (!round.OfferAt.TryGetValue(offer.Offer, out var at))
            {
                return Fault("prices", $"{offer.Offer} has a price and is not in this round.");
            }

            var bench = 2 * at + (offer.WithoutSeat == true ? 1 : 0);
            price[bench] = offer.Price;
            if (offer.ClosedBy is not { } key)
            {
                continue;
            }

            if (!round.RankOf.TryGetValue(key, out var rank) || given[rank] is not null)
            {
                return Fault("coverage", $"{offer.Offer} is said to be closed by {key.Resident}, who is helped or not in this round.");
            }

            closedAt[bench] = rank;
        }

        var valued = new HashSet<int>();
        foreach (var wish in certificate.Wishes)
        {
            if (!round.RankOf.TryGetValue(wish.Wish, out var rank) || given[rank] is null || pinned[rank] || !valued.Add(rank))
            {
                return Fault("prices", $"{wish.Wish.Resident} has a value in the proof without being helped by it once.");
            }

            value[rank] = wish.Value;
        }

        var without = Enumerable.Range(0, given.Length)
            .FirstOrDefault(rank => given[rank] is not null && !pinned[rank] && !valued.Contains(rank), -1);
        return without < 0 ? null : Fault("prices", $"{round.Entries[without].Key.Resident} is helped and has no value in the proof.");
    }

    // Hall's condition, once for each moment at which offers closed: by then the closed offers' places were all needed by people before
    // that moment who could go nowhere else, so that nobody left out after it could have been added.
    private CheckAnswer.Faulty? Coverage()
    {
        if (round.Problem.Policy.Bounds is not null)
        {
            var bounds = new BoundsProof(round, given, pinned);
            return bounds.Kept() ?? bounds.Coverage(certificate, closedAt, places);
        }

        var needs = new List<int>();
        for (var rank = 0; rank < given.Length; rank++)
        {
            if (pinned[rank] || round.HeldBack(round.Entries[rank]) is not null)
            {
                continue;
            }

            var last = round.Options[rank].Length == 0 ? -1 : round.Options[rank].Max(option => closedAt[option.Bench]);
            if (given[rank] is null && last > rank)
            {
                return Fault("coverage", $"Nothing proves that {round.Entries[rank].Key.Resident} could not be helped in turn.");
            }

            if (given[rank] is not null && last < int.MaxValue)
            {
                needs.Add(Math.Max(last, rank + 1));
            }
        }

        return Levels(needs);
    }

    private CheckAnswer.Faulty? Levels(List<int> needs)
    {
        needs.Sort();
        long open = 0;
        var counted = 0;
        var closings = closedAt.Select((rank, offer) => (rank, offer)).Where(closing => closing.rank < int.MaxValue);
        foreach (var level in closings.GroupBy(closing => closing.rank).OrderBy(group => group.Key))
        {
            foreach (var (_, offer) in level)
            {
                if (places[offer] is not { } limit)
                {
                    return Fault("coverage", $"{round.OfferOf(offer).Offer} has no limit and cannot be closed.");
                }

                open += limit;
            }

            while (counted < needs.Count && needs[counted] <= level.Key)
            {
                counted++;
            }

            if (counted < open)
            {
                var person = round.Entries[level.Key].Key.Resident;
                return Fault("coverage", $"{person} could have been helped: the offers that fit had a place that others did not need.");
            }
        }

        return null;
    }

    private CheckAnswer.Faulty? Prices()
    {
        for (var offer = 0; offer < price.Length; offer++)
        {
            if (price[offer] < 0 || price[offer] > 0 && taken[offer] != places[offer])
            {
                return Fault("prices", Text(
                    $"{round.OfferOf(offer).Offer} has the price {price[offer]}: no price is below 0, nor above 0 while a place is free."));
            }
        }

        for (var rank = 0; rank < given.Length; rank++)
        {
            if (given[rank] is not { } mine || pinned[rank])
            {
                continue;
            }

            foreach (var (offer, fit) in round.Options[rank])
            {
                var over = value[rank] + price[offer] - worths.Of(rank, offer, fit);
                if (over < 0 || offer == mine && over != 0)
                {
                    var pair = $"{round.Entries[rank].Key.Resident} with {round.OfferOf(offer).Offer}";
                    return Fault("optimal", Text($"{pair}: value {value[rank]} and price {price[offer]} do not go with the fit {fit}."));
                }
            }
        }

        return null;
    }

    private CheckAnswer.Faulty? Gap()
    {
        long primal = 0, fits = 0, dual = 0;
        for (var rank = 0; rank < given.Length; rank++)
        {
            if (given[rank] is { } mine && !pinned[rank])
            {
                var fit = round.Options[rank].First(option => option.Bench == mine).Fit;
                (primal, fits) = (primal + worths.Of(rank, mine, fit), fits + fit);
                dual += value[rank];
            }
        }

        for (var offer = 0; offer < price.Length; offer++)
        {
            dual += price[offer] == 0 ? 0 : price[offer] * places[offer]!.Value;
        }

        var bound = dual / worths.Units;
        return primal == dual && fits == certificate.Primal && bound == certificate.Dual
            ? null
            : Fault("optimal", Text($"Primal {certificate.Primal} and dual {certificate.Dual} are stated; {fits} and {bound} are found."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static CheckAnswer.Faulty Fault(string rule, string sentence) => new(rule, sentence);
}
