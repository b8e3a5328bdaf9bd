using System.Globalization;
using Networks.Domain.Measures;
using Networks.Matching.Fairness;
using Networks.Matching.Plans;

namespace Networks.Matching.Verification;

/// <summary>
/// Checks a plan that keeps guarantees and quotas. Somebody left out is left out rightly if her group's quota went to people before her; or
/// if the places closed by then were all needed: by people before her who could go nowhere else, and by guarantees that cannot be filled
/// without them (a cut of the flow, Hoffman's condition). Her own group's guarantee is no reason against her, so each guaranteed group has
/// closings of its own.
/// </summary>
internal sealed class BoundsProof
{
    private readonly CheckedRound round;
    private readonly GroupBound[] bounds;
    private readonly int[] groupOf;
    private readonly int?[] given;
    private readonly bool[] pinned;
    private readonly int[] pins;

    public BoundsProof(CheckedRound round, int?[] given, bool[] pinned)
    {
        (this.round, this.given, this.pinned) = (round, given, pinned);
        bounds = [.. round.Problem.Policy.Bounds!.Groups];
        groupOf = [.. round.Entries.Select(entry => Array.FindIndex(bounds, bound => bound.Group == GroupOf(entry)))];
        pins = [.. bounds.Select((_, group) => Members(group).Count(rank => pinned[rank]))];
    }

    /// <summary>Whether the plan keeps every bound.</summary>
    public CheckAnswer.Faulty? Kept()
    {
        for (var group = 0; group < bounds.Length; group++)
        {
            var helped = Members(group).Count(rank => given[rank] is not null);
            if (helped < bounds[group].AtLeast || helped > bounds[group].AtMost)
            {
                return new CheckAnswer.Faulty("bounds", Text(
                    $"{helped} of {bounds[group].Group} are helped, and the policy asks for {Range(bounds[group])}."));
            }
        }

        return null;
    }

    /// <summary>Whether everybody left out is left out rightly; the closings of offers are those of people without a guarantee.</summary>
    public CheckAnswer.Faulty? Coverage(PlanCertificate certificate, int[] closedAt, int?[] places)
    {
        var rows = new int[bounds.Length + 1][];
        for (var group = 0; group < bounds.Length; group++)
        {
            if (Least(group) > 0)
            {
                rows[group] = new int[places.Length];
                Array.Fill(rows[group], int.MaxValue);
            }
        }

        rows[^1] = closedAt;
        foreach (var closing in certificate.Guaranteed)
        {
            var group = Array.FindIndex(bounds, bound => bound.Group == closing.Group);
            if (group < 0 || rows[group] is null || !round.OfferAt.TryGetValue(closing.Offer, out var at)
                || !round.RankOf.TryGetValue(closing.ClosedBy, out var rank))
            {
                return Fault(
                    $"{closing.Offer} is closed to {closing.Group} by {closing.ClosedBy.Resident}: one of them is not in the round.");
            }

            rows[group][2 * at + (closing.WithoutSeat == true ? 1 : 0)] = rank;
        }

        return Unproved(rows) ?? Enumerable.Range(0, rows.Length).Where(row => rows[row] is not null)
            .Select(row => Levels(row, rows[row], places)).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>True if the group of somebody left out had as many helped before her, or pinned, as its quota allows.</summary>
    public bool IsOverQuota(int rank) => groupOf[rank] is >= 0 and var group
        && Members(group).Count(other => given[other] is not null && (other < rank || pinned[other])) >= bounds[group].AtMost;

    private CheckAnswer.Faulty? Unproved(int[][] rows)
    {
        var before = (int[])pins.Clone();
        for (var rank = 0; rank < given.Length; rank++)
        {
            var group = groupOf[rank];
            if (given[rank] is not null)
            {
                if (group >= 0 && !pinned[rank])
                {
                    before[group]++;
                }

                continue;
            }

            var isOverQuota = group >= 0 && before[group] >= bounds[group].AtMost;
            var row = group >= 0 && rows[group] is not null ? rows[group] : rows[^1];
            if (!isOverQuota && Enclosed(rank, row) > rank)
            {
                return Fault($"Nothing proves that {round.Entries[rank].Key.Resident} could not be helped in turn.");
            }
        }

        return null;
    }

    // At each moment at which places closed to one group: as many as closed were needed.
    private CheckAnswer.Faulty? Levels(int row, int[] closedAt, int?[] places)
    {
        int[] free = [.. Enumerable.Range(0, given.Length).Where(rank => !pinned[rank] && round.Options[rank].Length > 0)];
        var enclosed = free.Select(rank => (rank, at: Enclosed(rank, closedAt))).Where(one => one.at < int.MaxValue).ToArray();
        var comers = new Queue<int>(enclosed.OrderBy(one => one.at).Select(one => one.rank));
        var sure = new Queue<int>(enclosed.Where(one => given[one.rank] is not null)
            .OrderBy(one => Math.Max(one.at, one.rank + 1)).Select(one => one.rank));
        var outside = new int[bounds.Length + 1];
        foreach (var rank in free)
        {
            outside[Bin(rank)]++;
        }

        var (inside, open) = (new int[bounds.Length + 1], 0L);
        var closings = closedAt.Select((rank, bench) => (rank, bench)).Where(closing => closing.rank < int.MaxValue);
        foreach (var level in closings.GroupBy(closing => closing.rank).OrderBy(group => group.Key))
        {
            foreach (var (_, bench) in level)
            {
                if (places[bench] is not { } limit)
                {
                    return Fault($"{round.OfferOf(bench).Offer} has no limit and cannot be closed.");
                }

                open += limit;
            }

            while (comers.TryPeek(out var comer) && Enclosed(comer, closedAt) <= level.Key)
            {
                outside[Bin(comers.Dequeue())]--;
            }

            while (sure.TryPeek(out var one) && Math.Max(Enclosed(one, closedAt), one + 1) <= level.Key)
            {
                inside[Bin(sure.Dequeue())]++;
            }

            var needed = inside.Select((needs, group) => group == row || group == bounds.Length
                ? needs : Math.Max(needs, Least(group) - outside[group])).Sum();
            if (needed < open)
            {
                var person = round.Entries[level.Key].Key.Resident;
                return Fault(
                    $"{person} could have been helped: the offers that fit had a place that nobody before and no guarantee needed.");
            }
        }

        return null;
    }

    private int Bin(int rank) => groupOf[rank] < 0 ? bounds.Length : groupOf[rank];

    private int Least(int group) => Math.Max(0, (bounds[group].AtLeast ?? 0) - pins[group]);

    private int Enclosed(int rank, int[] closedAt) =>
        round.Options[rank].Length == 0 ? -1 : round.Options[rank].Max(option => closedAt[option.Bench]);

    private IEnumerable<int> Members(int group) => Enumerable.Range(0, groupOf.Length).Where(rank => groupOf[rank] == group);

    private string? GroupOf(CheckedRound.Entry entry) => round.Problem.Policy.Bounds!.Dimension switch
    {
        FairnessDimension.Ward => entry.Person.Ward.Value,
        FairnessDimension.Band => entry.Band.ToString(CultureInfo.InvariantCulture),
        FairnessDimension.Language when !entry.Person.Languages.IsEmpty => Languages.Tag(entry.Person.Languages[0]),
        _ => null,
    };

    private static string Range(GroupBound bound) => (bound.AtLeast, bound.AtMost) switch
    {
        ({ } least, null) => Text($"at least {least}"),
        (null, { } most) => Text($"at most {most}"),
        var (least, most) => Text($"{least} to {most}"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static CheckAnswer.Faulty Fault(string sentence) => new("coverage", sentence);
}
