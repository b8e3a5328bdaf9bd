using Microsoft.Extensions.DependencyInjection;
using Networks.Grains.Watches;
using Networks.Graph.Residents;

namespace Networks.Grains.Tests.Watches;

/// <summary>At 03:00 one watch looks after the other, and nobody who reads one waits for that.</summary>
public sealed class DailyTurnTests : IAsyncLifetime
{
    private const int Looks = 20;
    private static readonly WatchQuestion NoTies = new(UnconnectedRule.Default, null);
    private Town _town = null!;

    public async Task InitializeAsync() => _town = await Town.OfItsOwn();

    public Task DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task A_look_waits_for_the_one_under_way_and_readers_do_not()
    {
        var watch = _town.Grains.Watch(WatchId.Of(NoTies));
        await watch.Read(NoTies, null, TimeSpan.Zero);
        var other = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var turn = _town.Silo.Services.GetRequiredService<DailyTurn>();
        var underWay = turn.Take(() => other.Task);
        var look = watch.Look();
        var person = await _town.NewResident();
        Assert.Equal([person], (await watch.Read(NoTies, 0, TimeSpan.Zero)).Came.Select(came => came.Resident));
        Assert.False(look.IsCompleted);
        other.SetResult();
        await underWay;
        await look;
    }

    [Fact]
    public async Task No_two_look_at_once_and_a_fault_of_one_ends_its_turn()
    {
        using var turn = new DailyTurn();
        int now = 0, most = 0, failed = 0;
        await Task.WhenAll(Enumerable.Range(0, Looks).Select(async at =>
        {
            try
            {
                await turn.Take(async () =>
                {
                    most = Math.Max(most, Interlocked.Increment(ref now));
                    await Task.Delay(1);
                    Interlocked.Decrement(ref now);
                    if (at % 2 == 1)
                    {
                        throw new InvalidOperationException();
                    }
                });
            }
            catch (InvalidOperationException)
            {
                Interlocked.Increment(ref failed);
            }
        }));
        Assert.Equal((1, Looks / 2), (most, failed));
    }
}
