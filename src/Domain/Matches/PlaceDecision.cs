using Networks.Domain.Commands;

namespace Networks.Domain.Matches;

/// <summary>
/// What the rules of places answer: the answer to give and, if something changed, the places as they shall be kept first.
/// </summary>
/// <param name="Next">The places to keep; null if nothing changed.</param>
/// <param name="Answer">What to answer once they are kept.</param>
public readonly record struct PlaceDecision(Places? Next, PlaceAnswer Answer)
{
    internal static PlaceDecision Settle(Places next, PlaceStage stage) => new(next, new PlaceSettled(stage, Already: false));

    internal static PlaceDecision Already(PlaceStage stage) => new(null, new PlaceSettled(stage, Already: true));

    internal static PlaceDecision Refuse(Refusal refusal) => new(null, new PlaceRefused(refusal));
}
