using Orleans;
using Orleans.Concurrency;

namespace Networks.Grains.Watches;

/// <summary>
/// Follows who comes onto a list of people with too little social connection, by a change or by time alone: one event for each person
/// until she leaves the list. It remembers durably who is on it, so a restart repeats nothing and misses nobody; it looks while somebody
/// reads, and once a day at 03:00 in the area's time zone. A watch that nobody has read for <see cref="DaysKept"/> days is forgotten.
/// Key: <c>q:</c> and a digest of the rule and the wards (<see cref="WatchId"/>).
/// </summary>
[Alias("networks.watch-grain")]
public interface IWatchGrain : IGrainWithStringKey
{
    /// <summary>Days after which a watch that nobody reads is forgotten.</summary>
    const int DaysKept = 30;

    /// <summary>
    /// Who came onto the list after <paramref name="after"/> and still is on it, first come first. Null asks only where the watch stands
    /// now. Waits for somebody to come, but no longer than <paramref name="atMost"/>.
    /// </summary>
    [AlwaysInterleave, Alias("read")]
    Task<WatchReading> Read(WatchQuestion question, long? after, TimeSpan atMost, CancellationToken cancellationToken = default);

    /// <summary>
    /// What it does once a day by itself: looks who has come by time alone, or forgets a watch that nobody reads any more.
    /// </summary>
    [Alias("look")]
    Task Look();
}
