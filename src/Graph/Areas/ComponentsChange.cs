using Networks.Domain.Wards;

namespace Networks.Graph.Areas;

/// <summary>
/// From the components of one picture to those of another: first whoever comes, then every edge that appears, then, one at a time, every
/// edge that vanishes, last whoever leaves. Cost: an entry for each edge that appears, and for each that vanishes a search from both its
/// ends; the whole stays within a budget or gives up.
/// </summary>
internal sealed class ComponentsChange(DayGraph old, DayGraph now, ComponentLabels from, FollowLimits limits, SearchMarks marks)
{
    private readonly ComponentLabelsWriter write = new(from, now.Numbers);
    private readonly WorkBudget budget = limits.Budget(now.Numbers.Count);

    // Ends of the edges that made one component of two, or two of one.
    private readonly List<int> turned = [];
    private readonly HashSet<WardCode> moves = [];

    /// <summary>The new labels; null if following would cost more than the budget.</summary>
    public ComponentLabels? Follow(Touched touched)
    {
        if (EdgeDifference.Between(old, now, touched, budget) is not { } difference)
        {
            return null;
        }

        moves.UnionWith(difference.Wards);
        difference.Came.ForEach(write.Come);
        foreach (var (left, right) in difference.Added)
        {
            if (write.Join(left, right))
            {
                turned.AddRange(left, right);
            }
        }

        if (!Remove(difference.Removed))
        {
            return null;
        }

        difference.Left.ForEach(write.Leave);

        // Labels that nobody bears any more are cleared away by beginning anew, long before they weigh anything.
        return write.Count > (2 * now.Numbers.Count) + limits.MembersMax ? null : write.Done();
    }

    /// <summary>
    /// Wards with a resident whose component may be of another size, as far as rules tell sizes apart; null = perhaps all wards. Whoever
    /// is in another component than before was in one with a turned end before, and is in one with a turned end now; of these two the small
    /// ones are looked through. Between equal numbers of a ward nobody has come to it or left it, so no number ever speaks of other people.
    /// </summary>
    /// <param name="labels">What <see cref="Follow"/> found.</param>
    /// <param name="sizeMax">Sizes above this are all one.</param>
    public IReadOnlyCollection<WardCode>? StaleWards(ComponentLabels labels, int sizeMax)
    {
        HashSet<WardCode> stale = [.. moves];
        var members = new WorkBudget(limits.MembersMax);
        var mark = marks.Two();
        var before = turned.Where(end => from.SizeAround(end, now.Numbers) is > 0 and var size && size <= sizeMax);
        var after = turned.Where(end => labels.SizeAround(end, now.Numbers) is > 0 and var size && size <= sizeMax);
        return before.All(end => Gather(old, end, mark, members, stale)) && after.All(end => Gather(now, end, mark + 1, members, stale))
            ? stale
            : null;
    }

    private bool Remove(List<(int From, int To)> edges)
    {
        var pending = new PendingEdges(edges);
        var search = new SplitSearch(now, pending, marks, budget);
        foreach (var edge in edges)
        {
            pending.Take(edge);
            var (finding, side) = search.Between(edge.From, edge.To);
            if (finding == SplitFinding.TooFar)
            {
                return false;
            }

            if (finding == SplitFinding.Parted)
            {
                turned.AddRange(edge.From, edge.To);
                write.Part(side);
            }
        }

        return true;
    }

    // False if there are more people than shall be looked up.
    private bool Gather(DayGraph picture, int start, int mark, WorkBudget members, HashSet<WardCode> stale)
    {
        List<int> nodes = [], neighbours = [];
        Visit(start);
        for (var at = 0; at < nodes.Count; at++)
        {
            if (picture.Numbers.IsResident(nodes[at]))
            {
                if (!members.Spend(1))
                {
                    return false;
                }

                stale.Add(picture.WardOf(nodes[at])!.Value);
            }

            neighbours.Clear();
            picture.AddNeighbours(nodes[at], neighbours);
            neighbours.ForEach(Visit);
        }

        return true;

        void Visit(int node)
        {
            if (marks[node] != mark)
            {
                marks[node] = mark;
                nodes.Add(node);
            }
        }
    }
}
