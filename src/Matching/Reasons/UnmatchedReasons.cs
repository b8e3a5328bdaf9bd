using System.Collections.Immutable;
using Networks.Matching.Fits;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;

namespace Networks.Matching.Reasons;

/// <summary>Finds why each wish that is not helped still waits.</summary>
internal static class UnmatchedReasons
{
    public static ImmutableArray<UnmatchedPerson> Of(
        SolvedProblem solved, Residual residual, WordsAgain? again, IProgress<SolveProgress>? progress,
        CancellationToken cancellationToken)
    {
        int[] waiting = [.. Enumerable.Range(0, solved.Problem.Wishes.Length).Where(wish => !solved.IsHelped(wish))];
        progress?.Report(new SolveProgress("reasons", 0, waiting.Length));
        var people = new UnmatchedPerson[waiting.Length];
        var crowds = new Crowds(solved, residual, again);
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(
            0, waiting.Length, options,
            () => new Considered(solved.Problem),
            (at, _, considered) =>
            {
                people[at] = Of(solved, residual, crowds, again, considered, waiting[at], cancellationToken);
                return considered;
            },
            _ => { });
        return [.. people];
    }

    private static UnmatchedPerson Of(
        SolvedProblem solved, Residual residual, Crowds crowds, WordsAgain? again, Considered considered, int wish,
        CancellationToken cancellationToken)
    {
        var problem = solved.Problem;
        var seeker = problem.Wishes[wish].Seeker;
        // Somebody whom offers fit waits for a place, not for a better fit: then only the offers that fit are told.
        var lead = problem.Together.LeadOf(wish);
        considered.LookAt(lead, problem.Arcs.Start[lead + 1] > problem.Arcs.Start[lead]);
        var reason = ReasonOf(problem, wish, considered);
        if (reason == UnmatchedReason.NoPlaceThisRound && again is not null)
        {
            reason = again.ReasonOf(wish);
        }

        var tellsCrowd = again?.TellsCrowd(reason) ?? reason == UnmatchedReason.NoPlaceThisRound;
        var crowd = tellsCrowd ? crowds.Of(lead, cancellationToken) : null;
        var repair = reason switch
        {
            UnmatchedReason.NoFittingOffer => Repairs.Of(solved, residual, considered, again, cancellationToken),
            UnmatchedReason.NoPlaceThisRound when crowd is not null => CrowdWords.Repair(crowd, problem),
            UnmatchedReason.NoPlaceThisRound or UnmatchedReason.QuotaReached or UnmatchedReason.KeptForGuarantee =>
                again!.Repair(wish, reason, cancellationToken),
            _ => null,
        };
        return new UnmatchedPerson
        {
            Resident = seeker.Resident,
            Class = problem.Wishes[wish].Class,
            Ward = seeker.Ward,
            Band = WishOrder.Band(seeker, problem.Problem),
            WaitingDays = WishOrder.WaitingDays(seeker, problem.Problem),
            Reason = reason,
            BlockedBy = considered.Counts,
            OffersConsidered = considered.Offers,
            Repair = repair,
            Explanation = TogetherWords.Before(problem, wish)
                + (again?.Explain(wish, reason) ?? UnmatchedWords.Explain(problem, considered, reason, crowd)),
            WordsForThePerson = WordsOfWaiting.Of(
                problem.Wishes[wish], considered.Counts.IsEmpty ? null : considered.Counts[0].Constraint, reason),
        };
    }

    private static UnmatchedReason ReasonOf(CompiledProblem problem, int wish, Considered considered)
    {
        var seeker = problem.Wishes[wish].Seeker;
        if (!seeker.ConsentsToMatching)
        {
            return UnmatchedReason.NoConsent;
        }

        if (!problem.PutForward[wish])
        {
            return UnmatchedReason.Paused;
        }

        wish = problem.Together.LeadOf(wish);
        if (problem.Arcs.Start[wish + 1] > problem.Arcs.Start[wish])
        {
            return UnmatchedReason.NoPlaceThisRound;
        }

        if (considered.Fitting > 0)
        {
            return UnmatchedReason.KeptApartByHand;
        }

        // Without any point no distance can be told; only where that alone stands in the way is it the reason.
        return !problem.HasPoint(wish) && considered.OnlyBlockedBy(Constraint.TooFar) > 0
            ? UnmatchedReason.DetailsMissing
            : UnmatchedReason.NoFittingOffer;
    }
}
