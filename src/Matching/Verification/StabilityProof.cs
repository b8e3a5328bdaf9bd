using Networks.Matching.Policies;

namespace Networks.Matching.Verification;

/// <summary>
/// Checks a plan that respects ranked choices: no two would both rather have each other, and nobody could have a higher choice in any plan
/// of which that is true. The first is counted pair by pair. The second holds of exactly one plan, which letting everybody ask in rounds
/// finds: this is done once more here, by the checker's own reading of who ranks whom.
/// </summary>
internal sealed class StabilityProof
{
    private readonly CheckedRound round;
    private readonly int?[] given;
    private readonly bool[] pinned;
    private readonly int[] placesLeft;
    private readonly int?[] seatsLeft;
    private readonly int[][] wanted;
    private readonly Dictionary<string, int>[] named;

    public StabilityProof(CheckedRound round, int?[] offers, bool[] pinned)
    {
        (this.round, given, this.pinned) = (round, offers, pinned);
        var there = Enumerable.Range(0, offers.Length).Where(rank => pinned[rank]).ToLookup(rank => offers[rank]!.Value);
        placesLeft = [.. round.Offers.Select((offer, at) => (offer.Places ?? int.MaxValue) - there[at].Count())];
        seatsLeft = [.. round.Offers.Select((offer, at) => CheckedRound.Seats(offer) - there[at].Count(NeedsSeat))];
        var policy = round.Problem.Policy.RankedChoices!;
        named = [.. round.Offers.Select(offer => Places(policy.Offers.LastOrDefault(ranking => ranking.Who == offer.Offer.Value)))];
        wanted = [.. Enumerable.Range(0, offers.Length).Select(rank => pinned[rank] ? [] : Wanted(policy, rank))];
    }

    public CheckAnswer.Faulty? FirstFault()
    {
        var there = Enumerable.Range(0, given.Length).Where(rank => given[rank] is not null && !pinned[rank])
            .ToLookup(rank => given[rank]!.Value);
        for (var rank = 0; rank < wanted.Length; rank++)
        {
            foreach (var offer in wanted[rank].TakeWhile(offer => offer != given[rank]))
            {
                if (Keeps(offer, [.. there[offer], rank]).Contains(rank))
                {
                    return new CheckAnswer.Faulty(
                        "stable", $"{Who(rank)} would rather have {round.Offers[offer].Offer}, which would rather have her as well.");
                }
            }
        }

        var best = Asked();
        return Enumerable.Range(0, wanted.Length).FirstOrDefault(rank => !pinned[rank] && best[rank] != given[rank], -1) is >= 0 and var one
            ? new CheckAnswer.Faulty("stable", $"{Who(one)} could have a higher choice in a plan in which no pair blocks either.")
            : null;
    }

    // In rounds: everybody without a place asks for the best that has not sent her on, then every offer keeps whom it ranks highest.
    private int?[] Asked()
    {
        var (at, has) = (new int[wanted.Length], new int?[wanted.Length]);
        while (true)
        {
            var asks = Enumerable.Range(0, wanted.Length).Where(rank => has[rank] is null && at[rank] < wanted[rank].Length)
                .ToLookup(rank => wanted[rank][at[rank]]);
            if (asks.Count == 0)
            {
                return has;
            }

            foreach (var ask in asks)
            {
                int[] all = [.. ask, .. Enumerable.Range(0, has.Length).Where(rank => has[rank] == ask.Key)];
                var keeps = Keeps(ask.Key, all);
                foreach (var rank in all)
                {
                    has[rank] = keeps.Contains(rank) ? ask.Key : null;
                    at[rank] += keeps.Contains(rank) ? 0 : 1;
                }
            }
        }
    }

    private HashSet<int> Keeps(int offer, int[] asking)
    {
        var keeps = new HashSet<int>();
        var (places, seats) = (placesLeft[offer], seatsLeft[offer]);
        foreach (var rank in asking.OrderBy(rank => named[offer].GetValueOrDefault(Who(rank), int.MaxValue)).ThenBy(rank => rank))
        {
            if (places > 0 && !(NeedsSeat(rank) && seats == 0))
            {
                keeps.Add(rank);
                places--;
                seats -= NeedsSeat(rank) ? 1 : 0;
            }
        }

        return keeps;
    }

    private int[] Wanted(ChoicePolicy policy, int rank)
    {
        var hers = Places(policy.Residents.LastOrDefault(ranking => ranking.Who == Who(rank)));
        return
        [
            .. round.Options[rank].Where(option => option.Bench % 2 == 0)
                .OrderBy(option => hers.GetValueOrDefault(round.OfferOf(option.Bench).Offer.Value, int.MaxValue))
                .ThenByDescending(option => option.Fit)
                .ThenBy(option => round.OfferOf(option.Bench).Offer)
                .Select(option => option.Bench / 2),
        ];
    }

    private static Dictionary<string, int> Places(Ranking? ranking) =>
        ranking?.Choices.Select((who, at) => (who, at)).ToDictionary(StringComparer.Ordinal) ?? [];

    private bool NeedsSeat(int rank) => CheckedRound.NeedsSeat(round.Entries[rank].Person);

    private string Who(int rank) => round.Entries[rank].Key.Resident.Value;
}
