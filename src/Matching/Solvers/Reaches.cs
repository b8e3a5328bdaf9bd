namespace Networks.Matching.Solvers;

/// <summary>
/// What moving others about could reach from each offer. Offers that can exchange people reach the same, so it is found once for each such
/// cycle, those that lead nowhere first, each adding up what the next ones reach.
/// </summary>
internal sealed class Reaches
{
    private readonly SolvedProblem solved;
    private readonly int[] cycleOf;
    private readonly Reach?[] of;

    public Reaches(SolvedProblem solved)
    {
        this.solved = solved;
        var (arcs, offers) = (solved.Problem.Arcs, solved.Problem.Offers.Length);
        var cycles = TightCycles.FindOfMoves(arcs, solved.Assignment, offers);
        (cycleOf, of) = (cycles.Of, new Reach?[offers]);
        var members = Enumerable.Range(0, offers).ToLookup(offer => cycleOf[offer]);
        foreach (var cycle in cycles.InOrder.Where(cycle => cycle < offers))
        {
            of[cycle] = Find(members[cycle], cycle);
        }
    }

    /// <summary>What could be reached from one place at the offer.</summary>
    public Reach From(int offer) => of[cycleOf[offer]]!;

    private Reach Find(IEnumerable<int> members, int cycle)
    {
        var bits = new ulong[(solved.Problem.Offers.Length + 63) / 64];
        var (hasFree, last) = (false, -1);
        foreach (var offer in members)
        {
            bits[offer / 64] |= 1UL << (offer % 64);
            hasFree |= solved.Assignment.HasFree(offer);
            foreach (var occupant in solved.Assignment.Occupants(offer))
            {
                last = Math.Max(last, occupant);
                foreach (var next in solved.Problem.Arcs.OffersOf(occupant))
                {
                    // What is there already is there with all it reaches.
                    if (cycleOf[next] != cycle && (bits[next / 64] & (1UL << (next % 64))) == 0)
                    {
                        var beyond = From(next);
                        beyond.AddTo(bits);
                        (hasFree, last) = (hasFree || beyond.HasFree, Math.Max(last, beyond.LastRank));
                    }
                }
            }
        }

        return new Reach(bits, hasFree, last);
    }
}
