using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Grains.Wards;
using Networks.Graph.Wards;

namespace Networks.Grains.Tests.Wards;

/// <summary>However many wards tell of changes at once, each is shown by the time its teller hears so, and none is lost.</summary>
public sealed class WardBoardTests
{
    private const int Wards = 40;
    private const int ChangesEach = 50;

    [Fact]
    public async Task Whoever_is_told_that_a_change_is_shown_finds_it_shown_however_many_tell_at_once()
    {
        var board = new WardBoard();
        var told = Task.WhenAll(Enumerable.Range(0, Wards).Select(number => Task.Run(() => Tell(board, WardCode.Of($"W{number:D3}")))));
        await told.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(Wards, board.Graph.Wards.Count());
        Assert.Equal(Wards * ChangesEach, board.Graph.Residents.Count());
        Assert.All(board.Graph.Wards, ward => Assert.Equal(new WardStamp(1, ChangesEach), board.StampOf(ward)));
    }

    [Fact]
    public async Task Nobody_is_left_waiting_who_tells_while_another_is_on_his_way_out()
    {
        var board = new WardBoard();
        var ward = WardCode.Of("W1");
        using var together = new Barrier(2);
        var tellers = Enumerable.Range(0, 2).Select(teller => Task.Factory.StartNew(
            () =>
            {
                for (var round = 1; round <= 20_000; round++)
                {
                    Assert.True(together.SignalAndWait(TimeSpan.FromSeconds(30)), $"Round {round}: the other one is stuck.");
                    Assert.True(
                        Change(board, ward, round, WardEntries.None, WardGone.None).Wait(TimeSpan.FromSeconds(20)), $"Round {round}.");
                }
            },
            TaskCreationOptions.LongRunning));
        await Task.WhenAll(tellers);
    }

    // Each resident is told of three times: she comes, moves within the list of versions, and every tenth one leaves and comes back.
    private static async Task Tell(WardBoard board, WardCode ward)
    {
        for (var number = 1; number <= ChangesEach; number++)
        {
            var id = ResidentId.Of($"R-{ward}-{number}");
            var entry = ResidentEntry.Of(new Resident { Id = id, Facts = new ResidentFacts { Ward = ward } }, 1);
            await Change(board, ward, number, WardEntries.None with { Residents = [entry] }, WardGone.None);
            Assert.Equal((1, ward), board.Graph.Find(id));
            if (number % 10 == 0)
            {
                await Change(board, ward, number, WardEntries.None, WardGone.None with { Residents = [(id, 1)] });
                Assert.Null(board.Graph.Find(id));
            }

            board.Change(ward, new WardStamp(1, number), WardEntries.None with { Residents = [entry with { Version = 2 }] }, WardGone.None);
            Assert.Equal((2, ward), board.Graph.Find(id));
        }
    }

    private static Task Change(WardBoard board, WardCode ward, int number, WardEntries changed, WardGone gone) =>
        board.ChangeTogether(ward, new WardStamp(1, number), changed, gone);
}
