using Networks.Matching.Allocations;
using Networks.Matching.Flows;

namespace Networks.Matching.Tests.Allocations;

/// <summary>The same optimum by methods that share nothing with the auction: trying everything, plain augmenting paths, network
/// simplex.</summary>
internal static class PlainAllocations
{
    /// <summary>Who is helped and how well, by trying every allocation.</summary>
    public static (bool[] Helped, long Fit) Tried(AllocationProblem problem)
    {
        var (left, helped) = ((int[])problem.Places.Clone(), new bool[problem.People]);
        (bool[] Helped, long Fit)? best = null;
        Try(0, 0);
        return best!.Value;

        void Try(int person, long fit)
        {
            if (person == problem.People)
            {
                if (best is not { } other || IsBetter(helped, fit, other))
                {
                    best = ([.. helped], fit);
                }

                return;
            }

            Try(person + 1, fit);
            for (var at = problem.Start[person]; at < problem.Start[person + 1]; at++)
            {
                if (left[problem.Offer[at]] > 0)
                {
                    left[problem.Offer[at]]--;
                    helped[person] = true;
                    Try(person + 1, fit + problem.Fit[at]);
                    helped[person] = false;
                    left[problem.Offer[at]]++;
                }
            }
        }
    }

    /// <summary>Who is helped, how well, and how many pairs of the plan before the best allocations keep at most, by trying every
    /// allocation.</summary>
    public static (bool[] Helped, long Fit, int Kept) TriedKeeping(AllocationProblem problem, int[] before)
    {
        var (left, helped) = ((int[])problem.Places.Clone(), new bool[problem.People]);
        var best = (Helped: new bool[problem.People], Fit: long.MinValue, Kept: 0);
        Try(0, 0, 0);
        return best;

        void Try(int person, long fit, int kept)
        {
            if (person == problem.People)
            {
                var asGood = best.Fit == fit && best.Helped.SequenceEqual(helped);
                best = asGood ? best with { Kept = Math.Max(best.Kept, kept) }
                    : best.Fit == long.MinValue || IsBetter(helped, fit, (best.Helped, best.Fit)) ? ([.. helped], fit, kept) : best;
                return;
            }

            Try(person + 1, fit, kept);
            for (var at = problem.Start[person]; at < problem.Start[person + 1]; at++)
            {
                var offer = problem.Offer[at];
                if (left[offer] > 0)
                {
                    left[offer]--;
                    helped[person] = true;
                    Try(person + 1, fit + problem.Fit[at], kept + (offer == before[person] ? 1 : 0));
                    helped[person] = false;
                    left[offer]++;
                }
            }
        }
    }

    /// <summary>Who is helped: each in turn if a plain search finds room.</summary>
    public static bool[] Covered(AllocationProblem problem)
    {
        var (offerOf, left) = (new int[problem.People], (int[])problem.Places.Clone());
        Array.Fill(offerOf, -1);
        return [.. Enumerable.Range(0, problem.People).Select(person => Help(person, []))];

        bool Help(int person, HashSet<int> seen)
        {
            for (var at = problem.Start[person]; at < problem.Start[person + 1]; at++)
            {
                var offer = problem.Offer[at];
                if (!seen.Add(offer))
                {
                    continue;
                }

                if (left[offer] > 0)
                {
                    left[offer]--;
                    offerOf[person] = offer;
                    return true;
                }

                foreach (var other in Enumerable.Range(0, problem.People).Where(other => offerOf[other] == offer))
                {
                    offerOf[other] = -1;
                    if (Help(other, seen))
                    {
                        offerOf[person] = offer;
                        return true;
                    }

                    offerOf[other] = offer;
                }
            }

            return false;
        }
    }

    /// <summary>The largest total fit over allocations that help exactly these, as a minimum-cost flow.</summary>
    public static FlowProblem AsFlow(AllocationProblem problem, bool[] helped)
    {
        var (people, offers) = (problem.People, problem.Places.Length);
        List<(int From, int To, long Upper, long Cost)> arcs = [];
        for (var person = 0; person < people; person++)
        {
            for (var at = problem.Start[person]; helped[person] && at < problem.Start[person + 1]; at++)
            {
                arcs.Add((person, people + problem.Offer[at], 1, -problem.Fit[at]));
            }
        }

        arcs.AddRange(Enumerable.Range(0, offers).Select(offer => (people + offer, people + offers, (long)problem.Places[offer], 0L)));
        var supply = new long[people + offers + 1];
        for (var person = 0; person < people; person++)
        {
            supply[person] = helped[person] ? 1 : 0;
        }

        supply[^1] = -supply.Sum();
        return new FlowProblem(supply, [.. arcs.Select(arc => arc.From)], [.. arcs.Select(arc => arc.To)], new long[arcs.Count],
            [.. arcs.Select(arc => arc.Upper)], [.. arcs.Select(arc => arc.Cost)]);
    }

    private static bool IsBetter(bool[] helped, long fit, (bool[] Helped, long Fit) other)
    {
        for (var person = 0; person < helped.Length; person++)
        {
            if (helped[person] != other.Helped[person])
            {
                return helped[person];
            }
        }

        return fit > other.Fit;
    }
}
