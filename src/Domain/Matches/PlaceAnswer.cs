using Networks.Domain.Commands;
using Orleans;

namespace Networks.Domain.Matches;

/// <summary>What the owner of a place answers.</summary>
[GenerateSerializer, Immutable, Alias("networks.place-answer")]
public abstract record PlaceAnswer
{
    private protected PlaceAnswer()
    {
    }
}

/// <summary>
/// The place is as the command asked, or further: confirming a match that has ended since answers <see cref="PlaceStage.Ended"/>.
/// </summary>
/// <param name="Stage">How the place stands.</param>
/// <param name="Already">True if it stood so before this command came.</param>
[GenerateSerializer, Immutable, Alias("networks.place-settled")]
public sealed record PlaceSettled([property: Id(0)] PlaceStage Stage, [property: Id(1)] bool Already) : PlaceAnswer;

/// <summary>The place is not given.</summary>
/// <param name="Refusal">
/// Why: <see cref="NotRegistered"/>, then <see cref="WrongState"/> ("released", "expired", "taken", "held", "not-running", "not-active"),
/// then <see cref="NoFreePlace"/>.
/// </param>
[GenerateSerializer, Immutable, Alias("networks.place-refused")]
public sealed record PlaceRefused([property: Id(0)] Refusal Refusal) : PlaceAnswer;

/// <summary>How one place stands with one resident.</summary>
[GenerateSerializer, Alias("networks.place-stage")]
public enum PlaceStage
{
    /// <summary>Held for an open proposal.</summary>
    Held,

    /// <summary>Taken by a resident.</summary>
    Taken,

    /// <summary>Given back before it was taken.</summary>
    Released,

    /// <summary>Taken once and free again.</summary>
    Ended,
}
