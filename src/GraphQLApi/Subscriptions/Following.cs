using System.Runtime.CompilerServices;

namespace Networks.GraphQLApi.Subscriptions;

/// <summary>Work that takes a while and is looked at again and again while somebody follows it.</summary>
internal static class Following
{
    /// <summary>How often it is looked at.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>The work as it is now, and again whenever a look shows a difference. Ends when it is over.</summary>
    /// <param name="work">As it is now.</param>
    /// <param name="look">Finds it again by what was told last; where nothing is found, that is tried again at the next look.</param>
    /// <param name="isOver">Whether nothing more can change.</param>
    /// <param name="looksLike">Whether a follower would see no difference between what was just found and what was told last.</param>
    public static async IAsyncEnumerable<TWork> UntilOverAsync<TWork>(
        TWork work,
        Func<TWork, Task<TWork?>> look,
        Func<TWork, bool> isOver,
        Func<TWork, TWork, bool> looksLike,
        TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TWork : class
    {
        yield return work;
        while (!isOver(work))
        {
            await Task.Delay(LookEvery, time, cancellationToken);
            if (await look(work) is { } now && !looksLike(now, work))
            {
                work = now;
                yield return work;
            }
        }
    }
}
