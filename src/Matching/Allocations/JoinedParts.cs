namespace Networks.Matching.Allocations;

/// <summary>
/// Puts the parts' prices together. Within a tight part all prices may rise alike, because everybody there must have one of its places
/// whatever they cost; so each rises until nobody of a later part would rather be there.
/// </summary>
internal static class JoinedParts
{
    public static Allocation Join(AllocationProblem problem, Coverage coverage, Parts parts, Seating seating)
    {
        var (offerOf, value, price) = (new int[problem.People], new long[problem.People], new long[problem.Places.Length]);
        var lift = new long[parts.All.Length];
        var partOf = new int[parts.OfferAt.Length];
        for (var at = 0; at < parts.All.Length; at++)
        {
            Array.Fill(partOf, at, parts.All[at].OfferFrom, parts.All[at].OfferTo - parts.All[at].OfferFrom);
        }

        Array.Fill(offerOf, -1);
        long fit = 0;
        for (var at = 0; at < parts.All.Length; at++)
        {
            var part = parts.All[at];
            Lift(parts, seating, part, Math.Max(lift[at], LiftTo0(seating, part)));
            for (var person = part.PersonFrom; person < part.PersonTo; person++)
            {
                var (old, left) = (parts.PersonAt[person], seating.FitOf[person] - seating.Price[seating.OfferOf[person]]);
                (offerOf[old], value[old]) = (parts.OfferAt[seating.OfferOf[person]], left);
                fit += seating.FitOf[person];
                Demand(problem, parts, seating, old, left, lift, partOf, at, price);
            }
        }

        for (var offer = 0; offer < parts.OfferAt.Length; offer++)
        {
            price[parts.OfferAt[offer]] = seating.Price[offer];
        }

        return new Allocation(offerOf, value, price, coverage.ClosedBy, fit, coverage.Helped);
    }

    // Its cheapest offer costs 0 unless others would like to come.
    private static long LiftTo0(Seating seating, Part part)
    {
        var least = long.MaxValue;
        for (var offer = part.OfferFrom; offer < part.OfferTo; offer++)
        {
            least = Math.Min(least, seating.Price[offer]);
        }

        return part.IsTight ? -least : 0;
    }

    private static void Lift(Parts parts, Seating seating, Part part, long by)
    {
        for (var offer = part.OfferFrom; offer < part.OfferTo; offer++)
        {
            seating.Price[offer] += by;
        }
    }

    // What places elsewhere must cost at least, if one who has hers here is not to want them.
    private static void Demand(
        AllocationProblem problem, Parts parts, Seating seating, int person, long left, long[] lift, int[] partOf, int own, long[] price)
    {
        for (var pair = problem.Start[person]; pair < problem.Start[person + 1]; pair++)
        {
            var offer = problem.Offer[pair];
            var local = parts.LocalOf(offer);
            if (local < 0)
            {
                price[offer] = Math.Max(price[offer], problem.Fit[pair] - left);
            }
            else if (partOf[local] is var other && other != own)
            {
                lift[other] = Math.Max(lift[other], problem.Fit[pair] - left - seating.Price[local]);
            }
        }
    }
}
