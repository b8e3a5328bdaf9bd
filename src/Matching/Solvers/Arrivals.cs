namespace Networks.Matching.Solvers;

/// <summary>
/// Whom one more place after another at the same offer would bring in. Its arrays are kept from question to question, because a round asks
/// it of every offer; one thread at a time.
/// </summary>
internal sealed class Arrivals
{
    private readonly SolvedProblem solved;
    private readonly Residual residual;
    private readonly int[] movesTo;
    private readonly int[] movesIn;
    private readonly int[] movedTo;
    private readonly int[] movedIn;
    private readonly int[] leaver;
    private readonly int[] seenIn;
    private readonly int[] queue;
    private int search;
    private int question;

    public Arrivals(SolvedProblem solved, Residual residual)
    {
        (this.solved, this.residual) = (solved, residual);
        var (wishes, offers) = (solved.Problem.Wishes.Length, solved.Problem.Offers.Length);
        (movesTo, movesIn, movedTo, movedIn) = (new int[wishes], new int[wishes], new int[wishes], new int[wishes]);
        (leaver, seenIn, queue) = (new int[offers], new int[offers], new int[offers]);
    }

    /// <summary>Forgets whom earlier questions brought in.</summary>
    public void Restart() => question++;

    /// <summary>
    /// Backwards from the offer, which counts as having room: whoever could come leaves a place behind, until somebody left out comes: the
    /// nearest, or the first in order. Answers that wish and brings it in; -1 if there is none.
    /// </summary>
    public int BringIn(int target, bool firstInOrder)
    {
        search++;
        var (head, tail, found) = (0, 0, -1);
        queue[tail++] = target;
        seenIn[target] = search;
        while (head < tail && (firstInOrder || found < 0))
        {
            var offer = queue[head++];
            foreach (var wish in residual.WishesOf(offer))
            {
                var present = movedIn[wish] == question ? movedTo[wish] : solved.Assignment.OfferOf[wish];
                if (present >= 0 && seenIn[present] != search)
                {
                    seenIn[present] = search;
                    (movesTo[wish], leaver[present]) = (offer, wish);
                    queue[tail++] = present;
                }
                else if (present < 0 && movesIn[wish] != search)
                {
                    (movesIn[wish], movesTo[wish]) = (search, offer);
                    found = found < 0 || wish < found ? wish : found;
                }
            }
        }

        Follow(found, target);
        return found;
    }

    private void Follow(int wish, int target)
    {
        for (var mover = wish; mover >= 0;)
        {
            var to = movesTo[mover];
            (movedIn[mover], movedTo[mover]) = (question, to);
            mover = to == target ? -1 : leaver[to];
        }
    }
}
