using System.Collections.Immutable;

namespace Networks.Graph.Spreads;

/// <summary>How many people have each number of something; spreads of wards add up to that of the area.</summary>
internal sealed class Spread
{
    private readonly List<(int Residents, int NeverAsked)> counts = [];

    /// <summary>People in all.</summary>
    public int Residents => counts.Sum(count => count.Residents);

    /// <summary>Of those, people never asked and nothing recorded.</summary>
    public int NeverAsked => counts.Sum(count => count.NeverAsked);

    /// <summary>All their numbers together.</summary>
    public long Total => counts.Index().Sum(count => (long)count.Index * count.Item.Residents);

    /// <summary>Numbers that somebody has.</summary>
    public ImmutableArray<SpreadCount> Counts =>
    [
        .. counts.Index().Where(count => count.Item.Residents > 0)
            .Select(count => new SpreadCount(count.Index, count.Item.Residents, count.Item.NeverAsked)),
    ];

    /// <summary>How many people have a number from one to another, both included.</summary>
    public (int Residents, int NeverAsked) Between(int from, int to)
    {
        int residents = 0, neverAsked = 0;
        for (var number = from; number <= to && number < counts.Count; number++)
        {
            residents += counts[number].Residents;
            neverAsked += counts[number].NeverAsked;
        }

        return (residents, neverAsked);
    }

    /// <summary>The largest number that at least half of the people reach; null if there is nobody.</summary>
    public int? Median()
    {
        var (all, above) = (Residents, 0);
        for (var number = counts.Count - 1; number >= 0; number--)
        {
            above += counts[number].Residents;
            if (all > 0 && 2 * (long)above >= all)
            {
                return number;
            }
        }

        return null;
    }

    public void Add(int number, bool neverAsked) => Add(number, 1, neverAsked ? 1 : 0);

    public void Add(Spread other)
    {
        for (var number = 0; number < other.counts.Count; number++)
        {
            Add(number, other.counts[number].Residents, other.counts[number].NeverAsked);
        }
    }

    private void Add(int number, int residents, int neverAsked)
    {
        while (counts.Count <= number)
        {
            counts.Add(default);
        }

        counts[number] = (counts[number].Residents + residents, counts[number].NeverAsked + neverAsked);
    }
}
