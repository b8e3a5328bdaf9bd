using System.Collections.Immutable;
using System.Numerics;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Fits;
using Networks.Matching.Solvers;

namespace Networks.Matching.Reasons;

/// <summary>
/// Every offer of a kind a wish names, with what blocks it. A large round looks at many offers for each of many people, so what is kept of
/// each is two numbers in rows that are used again for the next person. One thread at a time.
/// </summary>
internal sealed class Considered(CompiledProblem problem)
{
    private const int NoDistance = int.MinValue;
    private static readonly int Constraints = Enum.GetValues<Constraint>().Length;

    private readonly int[] offers = new int[problem.Offers.Length];
    private readonly int[] failing = new int[problem.Offers.Length];
    private readonly int[] beyond = new int[problem.Offers.Length];
    private readonly int[] blocked = new int[Constraints];
    private readonly int[] onlyBlocked = new int[Constraints];

    /// <summary>Whose wish was looked at last.</summary>
    public int Wish { get; private set; }

    /// <summary>How many offers were looked at.</summary>
    public int Offers { get; private set; }

    /// <summary>Of them those that fit but for a coordinator's hand.</summary>
    public int Fitting { get; private set; }

    /// <summary>What blocked how many, most first.</summary>
    public ImmutableArray<ConstraintCount> Counts { get; private set; } = [];

    /// <summary>True if each offer has more than one thing against it.</summary>
    public bool EachHasSeveral { get; private set; }

    /// <summary>Looks at all offers of the wish's kinds, or at those alone that fit.</summary>
    public void LookAt(int wish, bool onlyFitting)
    {
        (Wish, Offers, Fitting, EachHasSeveral) = (wish, 0, 0, true);
        Array.Clear(blocked);
        Array.Clear(onlyBlocked);
        var fitting = onlyFitting ? problem.Arcs.OffersOf(wish) : [];
        var many = onlyFitting ? fitting.Length : problem.Offers.Length;
        for (var at = 0; at < many; at++)
        {
            var offer = onlyFitting ? fitting[at] : at;
            if (problem.Parts.First[offer] == offer && problem.Considers(wish, offer))
            {
                Add(offer, problem.Judge(wish, offer));
            }
        }

        Counts =
        [
            .. Enumerable.Range(0, Constraints).Where(constraint => blocked[constraint] > 0)
                .OrderByDescending(constraint => blocked[constraint])
                .Select(constraint => new ConstraintCount((Constraint)constraint, blocked[constraint], onlyBlocked[constraint])),
        ];
    }

    /// <summary>How many offers this constraint alone blocks.</summary>
    public int OnlyBlockedBy(Constraint constraint) => constraint == Constraint.GroupFull ? 0 : onlyBlocked[(int)constraint];

    /// <summary>These offers, in order.</summary>
    public IEnumerable<int> OffersOnlyBlockedBy(Constraint constraint) => OffersWith(Verdict.Bit(constraint));

    /// <summary>The offers that fit, in order.</summary>
    public IEnumerable<int> OffersThatFit() => OffersWith(0);

    /// <summary>
    /// What the constraint blocks of the offers that none of <paramref name="earlier"/>, one bit each, blocks; and how many these are.
    /// </summary>
    public (Blocked Blocked, int Left) BlockedOf(Constraint constraint, int earlier)
    {
        var (many, known, least, most, left) = (0, 0, int.MaxValue, int.MinValue, 0);
        for (var at = 0; at < Offers; at++)
        {
            if ((failing[at] & earlier) != 0)
            {
                continue;
            }

            left++;
            if ((failing[at] & Verdict.Bit(constraint)) != 0)
            {
                many++;
                if (beyond[at] != NoDistance)
                {
                    (known, least, most) = (known + 1, Math.Min(least, beyond[at]), Math.Max(most, beyond[at]));
                }
            }
        }

        return (new Blocked(many, known, least, most), left);
    }

    /// <summary>
    /// The offer that only distance blocks and that is least beyond its limit, and how far; and whether another is nearer that something
    /// else blocks too. Null if there is none, or it cannot be told.
    /// </summary>
    public (int Offer, Metres Beyond, bool IsNearest)? NearestTooFar()
    {
        var (offer, least, leastOfAll) = (-1, int.MaxValue, int.MaxValue);
        for (var at = 0; at < Offers; at++)
        {
            if ((failing[at] & Verdict.Bit(Constraint.TooFar)) == 0 || beyond[at] == NoDistance)
            {
                continue;
            }

            leastOfAll = Math.Min(leastOfAll, beyond[at]);
            if (failing[at] == Verdict.Bit(Constraint.TooFar) && beyond[at] < least)
            {
                (offer, least) = (offers[at], beyond[at]);
            }
        }

        return offer < 0 ? null : (offer, new Metres(least), leastOfAll == least);
    }

    private void Add(int offer, Verdict verdict)
    {
        offers[Offers] = offer;
        failing[Offers] = verdict.Failing;
        beyond[Offers++] = verdict is { Distance: { } far, Limit: { } limit } ? far.Value - limit.Value : NoDistance;
        Fitting += verdict.Passes ? 1 : 0;
        var single = BitOperations.IsPow2(verdict.Failing) ? 1 : 0;
        EachHasSeveral &= !verdict.Passes && single == 0;
        for (var left = verdict.Failing; left != 0; left &= left - 1)
        {
            var constraint = BitOperations.TrailingZeroCount(left);
            blocked[constraint]++;
            onlyBlocked[constraint] += single;
        }

        // A group without a place fits all the same: what is told of it stands beside what is told of the constraints.
        if (problem.Offers[offer] is { Offer.Holder: OfferHolder.Group, Places: 0 })
        {
            blocked[(int)Constraint.GroupFull]++;
            onlyBlocked[(int)Constraint.GroupFull] += verdict.Passes ? 1 : 0;
        }
    }

    private IEnumerable<int> OffersWith(int bits) =>
        Enumerable.Range(0, Offers).Where(at => failing[at] == bits).Select(at => offers[at]);
}

/// <summary>Some of the offers that one constraint blocks.</summary>
/// <param name="Many">How many.</param>
/// <param name="Known">Of how many it is known how far beyond their limit they are.</param>
/// <param name="Least">The least of these, in metres.</param>
/// <param name="Most">The most of these, in metres.</param>
internal readonly record struct Blocked(int Many, int Known, int Least, int Most);
