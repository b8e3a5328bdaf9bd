using Orleans.Runtime;

namespace Networks.Orleans.Tests.Cluster;

/// <summary>Waits for what happens in its own time, and fails when it does not happen at all.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    /// <summary>Asks again while the call fails for want of a silo, as callers do that outlive one.</summary>
    public static async Task<T> AnsweredAsync<T>(Func<Task<T>> ask)
    {
        using var limit = new CancellationTokenSource(Most);
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (OrleansException) when (!limit.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            }
        }
    }

    public static Task TrueAsync(Func<bool> happened) => TrueAsync(() => Task.FromResult(happened()));

    public static async Task TrueAsync(Func<Task<bool>> happened)
    {
        using var limit = new CancellationTokenSource(Most);
        while (!await happened())
        {
            Assert.False(limit.IsCancellationRequested, $"It did not happen within {Most}.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), CancellationToken.None);
        }
    }
}
