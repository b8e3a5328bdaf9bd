namespace Networks.Matching.Allocations;

/// <summary>One change of an <see cref="AllocationProblem"/>. People and offers are named by their numbers before any change.</summary>
public abstract record AllocationChange
{
    private AllocationChange()
    {
    }

    /// <summary>Somebody new.</summary>
    /// <param name="Ahead">The person whom she comes right before in the order of help; as many as there are people = after all.</param>
    /// <param name="Candidates">The offers she may have and how they fit.</param>
    public sealed record Joins(int Ahead, IReadOnlyList<(int Offer, int Fit)> Candidates) : AllocationChange;

    /// <summary>Somebody is no longer to be helped.</summary>
    public sealed record Leaves(int Person) : AllocationChange;

    /// <summary>An offer has so many free places now.</summary>
    public sealed record PlacesBecome(int Offer, int Places) : AllocationChange;

    /// <summary>A pair may be, or fits otherwise than it did.</summary>
    public sealed record PairBecomes(int Person, int Offer, int Fit) : AllocationChange;

    /// <summary>A pair may no longer be: forbidden, or no rule lets it pass any more.</summary>
    public sealed record PairEnds(int Person, int Offer) : AllocationChange;

    /// <summary>Somebody is given a place of an offer by hand: she is out of the problem, and so is the place.</summary>
    public sealed record Pinned(int Person, int Offer) : AllocationChange;
}
