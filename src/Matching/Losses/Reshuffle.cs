using Networks.Matching.Flows;
using Networks.Matching.Solvers;

namespace Networks.Matching.Losses;

/// <summary>
/// Minimum-cost flows in which a move costs more than any fit can bring back: for so many people kept, the fewest moves. More people never
/// need fewer moves, so the most that the limit allows are found by counting up; which of them, by trying each in order.
/// Only offers that so many moves can reach are looked at: whoever is moved stands in a chain that starts with somebody who lost a place.
/// </summary>
internal sealed class Reshuffle
{
    private const int FitMost = 1001;

    private readonly CompiledProblem problem;
    private readonly int[] lost;
    private readonly Dictionary<int, int> present;
    private readonly int movedMax;
    private readonly CancellationToken cancellationToken;
    private readonly int[] people;
    private readonly Dictionary<int, int> nodeOfPart = [];
    private readonly List<(int Wish, int Part)> pairs = [];
    private readonly List<int> from = [];
    private readonly List<int> to = [];
    private readonly List<long> upper = [];
    private readonly List<long> cost = [];

    /// <summary>
    /// People without a place and people with one, each with the first part of her offer; pinned people are in neither and stay.
    /// </summary>
    public Reshuffle(
        CompiledProblem problem, int[] lost, Dictionary<int, int> present, int movedMax, CancellationToken cancellationToken)
    {
        (this.problem, this.lost, this.present, this.movedMax) = (problem, lost, present, movedMax);
        this.cancellationToken = cancellationToken;
        people = Reach();
        Lay();
    }

    private int Sink => 1 + lost.Length + people.Length + nodeOfPart.Count;

    /// <summary>The part of everybody looked at who has a place afterwards.</summary>
    public Dictionary<int, int> Find()
    {
        var state = new Choice[lost.Length];
        var kept = 0;
        while (kept < lost.Length && Moves(kept + 1, state) <= movedMax)
        {
            kept++;
        }

        for (int at = 0, sure = 0; at < lost.Length; at++)
        {
            state[at] = Choice.Kept;
            if (sure == kept || Moves(kept, state) > movedMax)
            {
                state[at] = Choice.NotKept;
            }
            else
            {
                sure++;
            }
        }

        return kept == 0 ? [] : Places(Solve(kept, state)!);
    }

    private enum Choice
    {
        Open,
        Kept,
        NotKept,
    }

    // Offers by the number of moves it takes to make room there, and everybody who has a place at any of them.
    private int[] Reach()
    {
        var occupants = present.GroupBy(pair => pair.Value).ToDictionary(places => places.Key, places => places.Select(one => one.Key));
        var reached = new SortedSet<int>();
        var at = lost.AsEnumerable();
        for (var moves = 0; moves <= movedMax; moves++)
        {
            int[] next = [.. at.SelectMany(wish => problem.Arcs.OffersOf(wish).ToArray()).Select(part => problem.Parts.First[part])
                .Where(reached.Add)];
            at = [.. next.SelectMany(offer => occupants.GetValueOrDefault(offer, []))];
        }

        foreach (var offer in reached)
        {
            nodeOfPart[offer] = nodeOfPart.Count;
            if (problem.Parts.IsDivided(offer))
            {
                nodeOfPart[offer + 1] = nodeOfPart.Count;
            }
        }

        return [.. reached.SelectMany(offer => occupants.GetValueOrDefault(offer, [])).Order()];
    }

    private void Lay()
    {
        var move = (long)FitMost * (lost.Length + people.Length + 1);
        for (var at = 0; at < lost.Length; at++)
        {
            Arc(0, 1 + at, 1, 0, (-1, -1));
        }

        for (var at = 0; at < lost.Length + people.Length; at++)
        {
            var wish = at < lost.Length ? lost[at] : people[at - lost.Length];
            foreach (var part in problem.Arcs.OffersOf(wish))
            {
                if (nodeOfPart.TryGetValue(part, out var node))
                {
                    var moves = at >= lost.Length && problem.Parts.First[part] != present[wish];
                    Arc(1 + at, NodeOf(node), 1, (moves ? move : 0) - problem.Arcs.FitOf(wish, part), (wish, part));
                }
            }
        }

        foreach (var (part, node) in nodeOfPart)
        {
            Arc(NodeOf(node), Sink, problem.Places[part], 0, (-1, -1));
        }
    }

    private int NodeOf(int part) => 1 + lost.Length + people.Length + part;

    private void Arc(int start, int end, long most, long price, (int, int) pair)
    {
        from.Add(start);
        to.Add(end);
        upper.Add(most);
        cost.Add(price);
        pairs.Add(pair);
    }

    private int Moves(int kept, Choice[] state) => Solve(kept, state) is { } answer
        ? Places(answer).Count(pair => present.TryGetValue(pair.Key, out var own) && problem.Parts.First[pair.Value] != own)
        : int.MaxValue;

    private FlowAnswer.Optimal? Solve(int kept, Choice[] state)
    {
        var supply = new long[Sink + 1];
        supply[0] = kept;
        supply[Sink] = -kept - people.Length;
        Array.Fill(supply, 1, 1 + lost.Length, people.Length);
        var (lower, most) = (new long[from.Count], upper.ToArray());
        for (var at = 0; at < lost.Length; at++)
        {
            lower[at] = state[at] == Choice.Kept ? 1 : 0;
            most[at] = state[at] == Choice.NotKept ? 0 : 1;
        }

        return NetworkSimplex.Solve(
            new FlowProblem(supply, [.. from], [.. to], lower, most, [.. cost]), cancellationToken) as FlowAnswer.Optimal;
    }

    private Dictionary<int, int> Places(FlowAnswer.Optimal answer) => Enumerable.Range(0, pairs.Count)
        .Where(arc => answer.Flow[arc] > 0 && pairs[arc].Wish >= 0)
        .ToDictionary(arc => pairs[arc].Wish, arc => pairs[arc].Part);
}
