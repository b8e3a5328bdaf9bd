namespace Networks.Grains.Residents;

/// <summary>
/// The residents who were woken last. One more, and the one woken first goes back to sleep: her row holds all she knows, and the
/// ward's picture answers for her meanwhile. So a day of changes to a million residents keeps a few hundred records in memory, and the
/// collector of garbage has nothing to carry from one generation to the next. One for each silo, safe to use from many threads.
/// </summary>
public sealed class AwakeResidents(int most = AwakeResidents.MostUsually)
{
    /// <summary>
    /// Enough that a command and what is read after it find one record awake, also while a hundred others are being woken.
    /// </summary>
    public const int MostUsually = 128;

    private readonly ResidentGrain?[] _awake = new ResidentGrain?[most];
    private long _woken;

    /// <summary>Somebody has been woken.</summary>
    internal void Woke(ResidentGrain resident)
    {
        var place = (Interlocked.Increment(ref _woken) - 1) % most;
        Interlocked.Exchange(ref _awake[place], resident)?.Sleep();
    }
}
