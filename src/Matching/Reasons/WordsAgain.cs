using Networks.Matching.Solvers;

namespace Networks.Matching.Reasons;

/// <summary>
/// What is said to whom offers fit and who has no place, in a round whose answers cannot be read off paths of the plan: it keeps bounds or
/// respects ranked choices.
/// </summary>
internal abstract class WordsAgain(RoundAgain again)
{
    /// <summary>How many further places are looked at.</summary>
    protected const int PlacesMax = 5;

    /// <summary>True if the few offers that she and others could only have say why: nothing else stood in the way.</summary>
    public abstract bool TellsCrowd(UnmatchedReason reason);

    /// <summary>Why she has no place.</summary>
    public abstract UnmatchedReason ReasonOf(int wish);

    /// <summary>The same in words; null where a crowd says it.</summary>
    public abstract string? Explain(int wish, UnmatchedReason reason);

    /// <summary>The smallest change that would help her; null if none that was looked at does.</summary>
    public abstract Repair? Repair(int wish, UnmatchedReason reason, CancellationToken cancellationToken);

    /// <summary>The fewest further places at one of her own offers that would bring her in; null if five would not.</summary>
    public (int Offer, int Places)? Nearest(int wish, CancellationToken cancellationToken) =>
        again.Nearest(wish, PlacesMax, cancellationToken);

    /// <summary>True if a place of these parts, could she have it, would help her in this round.</summary>
    public bool HelpsWith(int wish, IReadOnlyCollection<int> parts, CancellationToken cancellationToken) =>
        again.HelpsWith(wish, parts, cancellationToken);

    /// <summary>So many more places with the offer that takes fewest.</summary>
    protected Repair? MorePlaces(CompiledProblem problem, int wish, CancellationToken cancellationToken)
    {
        var (with, place) = (Nearest(wish, cancellationToken), KindWords.Place(problem.Wishes[wish]));
        return with is { } found
            ? new Repair(
                null,
                $"{Phrases.Count(found.Places)} more {(found.Places == 1 ? place : Phrases.Plural(place))} with "
                    + problem.Offers[found.Offer].Offer.Value,
                true,
                1)
            : null;
    }
}
