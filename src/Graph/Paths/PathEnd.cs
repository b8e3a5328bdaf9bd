using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Paths;

/// <summary>
/// Where a path may end on a day: with the people in one group, with those of one volunteer and the volunteer herself, or with anybody in
/// a group that has a place for her. The first two are listed at once; the third is asked of each person met, because they are so many.
/// </summary>
internal sealed class PathEnd
{
    private const int Nobody = -1;

    private readonly AreaGraph graph;
    private readonly int day;
    private readonly DateTimeOffset now;
    private readonly HashSet<int> closed = [];

    private PathEnd(AreaGraph graph, int day, DateTimeOffset now) => (this.graph, this.day, this.now) = (graph, day, now);

    /// <summary>Everybody with whom a path may end, those included who do not introduce; null where they are asked one by one.</summary>
    public IReadOnlyList<int>? People { get; private init; }

    /// <summary>The volunteer's own ordinal as a resident; -1 if she is none. She is the end and stands between nobody.</summary>
    public int Self { get; private init; } = Nobody;

    /// <summary>Cost: the rows of everybody who ever was in the group or matched with the volunteer; for any group, her own.</summary>
    public static PathEnd Of(AreaGraph graph, PathQuery query, ResidentNode from, int day, DateTimeOffset now)
    {
        if (query.Group is { } group)
        {
            return new PathEnd(graph, day, now) { People = Members(graph, graph.Ordinals.Groups.Find(group.Value), day) };
        }

        if (query.Volunteer is { } volunteer)
        {
            var self = graph.Find(volunteer)?.Resident is { } resident && graph.Node(resident) is { } node && node.Register.Holds(day)
                ? node.Ordinal : Nobody;
            var matched = Matched(graph, graph.Ordinals.Volunteers.Find(volunteer.Value), day);
            return new PathEnd(graph, day, now) { People = self == Nobody ? matched : [.. matched, self], Self = self };
        }

        var any = new PathEnd(graph, day, now);
        any.closed.UnionWith((query.Without ?? []).Select(one => graph.Ordinals.Groups.Find(one.Value)));
        foreach (ref readonly var row in from.Memberships)
        {
            if (row.Span.Holds(day))
            {
                any.closed.Add(row.Group);
            }
        }

        return any;
    }

    /// <summary>True if a path may end with this person. Asked only where <see cref="People"/> is null.</summary>
    public bool IsThere(ResidentNode person)
    {
        foreach (ref readonly var row in person.Memberships)
        {
            if (Leads(row))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The group with a place that this person is in; of several the one of the lowest reference.</summary>
    public GroupNode? GroupOf(ResidentNode person)
    {
        GroupNode? best = null;
        foreach (ref readonly var row in person.Memberships)
        {
            var group = graph.Group(row.Group);
            if (Leads(row) && (best is null || group!.Entry.Id.CompareTo(best.Entry.Id) < 0))
            {
                best = group;
            }
        }

        return best;
    }

    private bool Leads(in MembershipRow row) =>
        row.Span.Holds(day) && graph.Group(row.Group) is { } group && group.Running.Holds(day) && group.FreePlaces(now, day).HasPlace
        && (closed.Count == 0 || !closed.Contains(row.Group));

    private static List<int> Members(AreaGraph graph, int group, int day)
    {
        List<int> people = [];
        if (group < 0 || !graph.GroupRuns(group, day))
        {
            return people;
        }

        foreach (var person in graph.MembersOf(group))
        {
            var node = graph.Resident(person);
            foreach (ref readonly var row in node.Register.Holds(day) ? node.Memberships : [])
            {
                if (row.Group == group && row.Span.Holds(day))
                {
                    people.Add(person);
                    break;
                }
            }
        }

        return people;
    }

    private static List<int> Matched(AreaGraph graph, int volunteer, int day)
    {
        List<int> people = [];
        if (volunteer < 0)
        {
            return people;
        }

        foreach (var person in graph.MatchedWith(volunteer))
        {
            var node = graph.Resident(person);
            foreach (ref readonly var row in node.Register.Holds(day) ? node.Matches : [])
            {
                if (row.Volunteer == volunteer && row.Span.Holds(day))
                {
                    people.Add(person);
                    break;
                }
            }
        }

        return people;
    }
}
