namespace Networks.Grains.Residents;

/// <summary>
/// The residents who were woken last. One more, and the one woken first goes back to sleep, unless she has been asked again since: her row
/// holds all she knows, and the ward's picture answers for her meanwhile. So a day of changes to a million residents keeps a few dozen
/// records in memory, which is what the collector of garbage has to carry from one generation to the next. One for each silo, safe to use
/// from many threads.
/// </summary>
public sealed class AwakeResidents(int most = AwakeResidents.MostUsually)
{
    /// <summary>
    /// Enough that a command and what is read after it find one record awake, also while dozens of others are being woken. Not more: each
    /// is some three kilobytes that every collection copies, and with 128 of them those were up to a fifth of what survived.
    /// </summary>
    public const int MostUsually = 32;

    // However many are being asked again and again, a new one looks at no more than these.
    private const int LooksMax = 8;

    private readonly ResidentGrain?[] _awake = new ResidentGrain?[most];
    private long _woken;

    /// <summary>
    /// Somebody has been woken. Whoever goes to sleep has those who are waiting for her sent on to where she wakes next, which may happen
    /// to a call only so often; so whoever is asked again and again is left awake and takes the place of the next, and whoever is sent to
    /// sleep answers first all who have come before that.
    /// </summary>
    internal void Woke(ResidentGrain resident)
    {
        var newest = resident;
        for (var look = 0; look < Math.Min(LooksMax, most); look++)
        {
            var place = (Interlocked.Increment(ref _woken) - 1) % most;
            if (Interlocked.Exchange(ref _awake[place], newest) is not { } oldest)
            {
                return;
            }

            // Her next life has a place of its own; sent to sleep for this one, she would be woken and sent to sleep without end.
            if (oldest.IsGone)
            {
                return;
            }

            newest = oldest;
            if (!oldest.IsWanted())
            {
                break;
            }
        }

        newest.SendToSleep();
    }
}
