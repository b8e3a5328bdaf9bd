using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Networks.Matching.Problems;
using Networks.Matching.Rounds;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.MatchingRounds;

/// <summary>
/// One matching round from opening to the last answer: the frozen problem, the plan with its proof, and how each proposal stands. It
/// owns no place: it asks the owners to hold, confirm and release. Every step is stored before it is taken and may be taken again, so
/// a round that dies half-way goes on where it was. Key: <c>m:</c> and the round's name.
/// </summary>
[Alias("networks.matching-round-grain")]
public interface IMatchingRoundGrain : IGrainWithStringKey
{
    /// <summary>How the round stands; null if no round of this name was opened. Never waits for a solve or a hold under way.</summary>
    [AlwaysInterleave, Alias("read")]
    Task<RoundReading?> Read();

    /// <summary>The same once no solve is under way any more, or after <paramref name="atMost"/> as it stands then.</summary>
    [AlwaysInterleave, Alias("read-when-solved")]
    Task<RoundReading?> ReadWhenSolved(TimeSpan atMost, CancellationToken cancellationToken = default);

    /// <summary>The frozen problem with today's pins, forbids and deferrals; null if no round of this name was opened.</summary>
    [AlwaysInterleave, Alias("problem")]
    Task<MatchingProblem?> Problem();

    /// <summary>The last plan with its proof, reasons and values of places; null before the first.</summary>
    [AlwaysInterleave, Alias("solution")]
    Task<RoundSolution?> Solution();

    /// <summary>
    /// Answers a question about the last plan without changing anything; null while there is none, or once somebody of it has left.
    /// </summary>
    [AlwaysInterleave, Alias("study")]
    Task<RoundStudy?> Study(RoundQuestion question, CancellationToken cancellationToken = default);

    /// <summary>
    /// True if nothing of an erased resident is left here but her reference, which a proof and a lottery's seed rest on. Where something
    /// is, it begins to be removed, and the answer is false until that is done: ask again. Never waits for anybody.
    /// </summary>
    [AlwaysInterleave, Alias("has-forgotten")]
    Task<bool> HasForgotten(ResidentId resident);

    /// <summary>
    /// Does a command, durably, or refuses it. Solving is begun and goes on after the answer. After a fault the outcome is unknown: send
    /// the same command again, it changes nothing twice.
    /// </summary>
    [Alias("do")]
    Task<CommandAnswer> Do(RoundCommand command);

    /// <summary>
    /// Takes up whatever is unfinished: solves, holds, confirms, releases, expiries. True when nothing is left to do now.
    /// </summary>
    [Alias("settle")]
    Task<bool> Settle();
}
