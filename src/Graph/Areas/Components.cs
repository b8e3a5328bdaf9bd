using System.Collections.Immutable;
using Networks.Domain.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// Which residents hang together in one picture on one day. Worked out from nothing once for each day and choice of kinds, and from then on
/// it follows what changes (docs/decisions/0018-components-follow-changes.md). Cost of a summary: the number of different sizes.
/// </summary>
internal sealed class Components
{
    private readonly EdgeChoice choice;
    private readonly ComponentLabels labels;
    private readonly WardStamps smallStamps;
    private readonly WardStamps stamps;
    private readonly int smallMax;
    private readonly Lazy<ComponentSummary> summary;

    private Components(EdgeChoice choice, ComponentLabels labels, WardStamps smallStamps, WardStamps stamps, int smallMax)
    {
        this.choice = choice;
        this.labels = labels;
        this.smallStamps = smallStamps;
        this.stamps = stamps;
        this.smallMax = smallMax;
        summary = new Lazy<ComponentSummary>(() => Summarise(labels.Sizes));
    }

    /// <summary>From nothing. Cost: residents and edges of the area.</summary>
    public static Components Of(AreaGraph graph, EdgeChoice choice, long stamp, FollowLimits limits) =>
        new(choice, ComponentsOfDay.Of(graph, choice), new WardStamps(stamp), new WardStamps(stamp), limits.SmallMax);

    /// <summary>
    /// The components of <paramref name="now"/>, these being those of <paramref name="old"/>; null if following would cost more than a
    /// good part of beginning anew. Either picture may be the older one.
    /// </summary>
    public Components? Follow(AreaGraph old, AreaGraph now, Touched touched, EdgeLineage lineage)
    {
        var numbers = NodeNumbers.Of(now);
        var marks = lineage.Marks.Take(numbers.Count);
        try
        {
            var change = new ComponentsChange(
                new DayGraph(old, choice, numbers), new DayGraph(now, choice, numbers), labels, lineage.Limits, marks);
            if (change.Follow(touched) is not { } followed)
            {
                return null;
            }

            var stamp = lineage.NextStamp();
            return new Components(
                choice,
                followed,
                smallStamps.With(change.StaleWards(followed, smallMax), stamp),
                stamps.With(change.StaleWards(followed, lineage.Limits.SizeMax), stamp),
                smallMax);
        }
        finally
        {
            lineage.Marks.Return(marks);
        }
    }

    /// <summary>Residents in the component of a resident on the register, herself included.</summary>
    public int SizeAround(int ordinal) => labels.SizeOf(labels.RootOf(ordinal));

    /// <summary>
    /// New whenever one of the ward's people may have come to be in a component of another size, sizes above
    /// <paramref name="atMost"/> being all one. A large component that grows by one is news to few rules.
    /// </summary>
    public long StampOf(WardCode ward, int atMost) => (atMost <= smallMax ? smallStamps : stamps).Of(ward);

    /// <summary>Counts components, all of them or those with a resident of the wards given, each at its whole size.</summary>
    public ComponentSummary Summary(AreaGraph graph, IReadOnlyCollection<WardCode>? wards) => wards is null
        ? summary.Value
        : Summarise(wards.Distinct().Where(graph.Parts.ContainsKey).SelectMany(ward => graph.Parts[ward].Residents)
            .Select(labels.RootOf).Where(root => root > 0).Distinct().CountBy(labels.SizeOf).OrderBy(pair => pair.Key));

    private ComponentSummary Summarise(IEnumerable<KeyValuePair<int, int>> counted)
    {
        ImmutableArray<ComponentSize> sizes = [.. counted.Select(pair => new ComponentSize(pair.Key, pair.Value))];
        return new ComponentSummary
        {
            Count = sizes.Sum(size => size.Count),
            Largest = sizes.IsEmpty ? 0 : sizes[^1].Size,
            Isolates = !sizes.IsEmpty && sizes[0].Size == 1 ? sizes[0].Count : 0,
            Sizes = sizes,
            AsOf = DateOnly.FromDayNumber(choice.Day),
            Complete = true,
        };
    }
}
