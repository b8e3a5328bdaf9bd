namespace Networks.Grains.Watches;

/// <summary>
/// One watch of a silo after the other looks at 03:00: all at once would need the memory and the time of all of them at once. One for each
/// silo, safe to use from many threads.
/// </summary>
public sealed class DailyTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Does <paramref name="look"/> when nobody else's is under way.</summary>
    public async Task Take(Func<Task> look)
    {
        await _turn.WaitAsync();
        try
        {
            await look();
        }
        finally
        {
            _turn.Release();
        }
    }
}
