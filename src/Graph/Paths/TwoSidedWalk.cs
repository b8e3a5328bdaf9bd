using Networks.Graph.Areas;
using Networks.Graph.Wards;

namespace Networks.Graph.Paths;

/// <summary>
/// Who is how many ties from her and how many from the end, walked from both sides at once, always one tie further on the side where fewer
/// people stand. What both sides know together shows whether there is a way of so many ties, and who can stand on one. An end whose people
/// are not listed is met from her side alone.
/// </summary>
internal sealed class TwoSidedWalk
{
    /// <summary>Rows of ties looked at before a search gives up: about a tenth of a second.</summary>
    public const int RowsMax = 2_000_000;

    private readonly AreaGraph graph;
    private readonly PathScratch scratch;
    private readonly PathEnd end;
    private readonly int from;
    private readonly int day;
    private readonly bool asksConsent;
    private List<int> fromHer;
    private List<int> fromEnd;
    private List<int> next;
    private int endHops;
    private int rows;

    public TwoSidedWalk(AreaGraph graph, PathScratch scratch, PathEnd end, ResidentNode from, int day, bool asksConsent)
    {
        (this.graph, this.scratch, this.end, this.day, this.asksConsent) = (graph, scratch, end, day, asksConsent);
        this.from = from.Ordinal;
        (fromHer, fromEnd, next) = (scratch.Lists[0], scratch.Lists[1], scratch.Lists[2]);
        Met = scratch.Lists[3];
        scratch.SetFrom(this.from, 0);
        fromHer.Add(this.from);
        foreach (var person in end.People ?? [])
        {
            if (MayStand(graph.Resident(person)))
            {
                scratch.SetEnd(person, 0);
                fromEnd.Add(person);
            }
        }
    }

    /// <summary>Ties walked from both sides together: whether there is a way of so many is known.</summary>
    public int Hops { get; private set; }

    /// <summary>Ties walked from the end.</summary>
    public int EndHops => endHops;

    /// <summary>Everybody met from both sides.</summary>
    public List<int> Met { get; }

    /// <summary>True if no way can ever be found, because one side has nobody left to ask.</summary>
    public bool IsOver => Met.Count == 0 && (fromHer.Count == 0 || (end.People is not null && fromEnd.Count == 0));

    /// <summary>
    /// Walks one tie further. The last time, people are noted only where the sides meet. False if too many rows have been looked at.
    /// </summary>
    public bool Widen(bool isLast)
    {
        Hops++;
        next.Clear();
        if (end.People is null || fromHer.Count <= fromEnd.Count)
        {
            var visitor = new Forward(this, Hops - endHops, isLast && end.People is not null);
            Each(fromHer, ref visitor);
            (fromHer, next) = (next, fromHer);
        }
        else
        {
            var visitor = new Backward(this, ++endHops, isLast);
            Each(fromEnd, ref visitor);
            (fromEnd, next) = (next, fromEnd);
        }

        return rows <= RowsMax;
    }

    private void Each<TVisitor>(List<int> people, ref TVisitor visitor)
        where TVisitor : struct, ITieVisitor
    {
        foreach (var person in people)
        {
            rows += TieLooks.Each(graph, person, day, ref visitor);
            if (rows > RowsMax)
            {
                return;
            }
        }
    }

    private bool MayStand(ResidentNode person) =>
        person.Register.Holds(day) && (!asksConsent || person.Ordinal == end.Self || person.Introduces(day));

    // Notes who must not be walked through, so that nobody is looked at twice.
    private ResidentNode? Allowed(int person)
    {
        var node = graph.Resident(person);
        if (MayStand(node))
        {
            return node;
        }

        scratch.Deny(person);
        return null;
    }

    private readonly struct Forward(TwoSidedWalk walk, int hops, bool onlyWhereSidesMeet) : ITieVisitor
    {
        public bool Wants(int person) => walk.scratch.WantsFrom(person, onlyWhereSidesMeet);

        public void Meet(int person)
        {
            var scratch = walk.scratch;
            if (scratch.MetFromEnd(person) == PathScratch.Unknown)
            {
                if (walk.Allowed(person) is not { } node)
                {
                    return;
                }

                scratch.SetFrom(person, hops);
                if (walk.end.People is not null || !walk.end.IsThere(node))
                {
                    walk.next.Add(person);
                    return;
                }

                scratch.SetEnd(person, 0);
            }
            else
            {
                scratch.SetFrom(person, hops);
                if (scratch.MetFromEnd(person) > 0)
                {
                    walk.next.Add(person);
                }
            }

            walk.Met.Add(person);
        }
    }

    private readonly struct Backward(TwoSidedWalk walk, int hops, bool onlyWhereSidesMeet) : ITieVisitor
    {
        public bool Wants(int person) => walk.scratch.WantsEnd(person, onlyWhereSidesMeet);

        public void Meet(int person)
        {
            var scratch = walk.scratch;
            if (scratch.From(person) == PathScratch.Unknown)
            {
                if (walk.Allowed(person) is not null)
                {
                    scratch.SetEnd(person, hops);
                    walk.next.Add(person);
                }

                return;
            }

            scratch.SetEnd(person, hops);
            walk.Met.Add(person);
            if (person != walk.from)
            {
                walk.next.Add(person);
            }
        }
    }
}
