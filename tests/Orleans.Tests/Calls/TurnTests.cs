using Networks.Orleans.Tests.Cluster;
using Orleans;

namespace Networks.Orleans.Tests.Calls;

public sealed class TurnTests(SharedCluster shared) : IClassFixture<SharedCluster>
{
    private readonly IGrainFactory _grains = shared.Cluster.Client;

    [Fact]
    public async Task A_grain_runs_one_call_at_a_time()
    {
        var grain = Grain<PlainTurnGrain>();

        var most = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => grain.Crowd()));

        Assert.All(most, each => Assert.Equal(1, each));
    }

    [Fact]
    public async Task Calls_from_inside_the_silo_take_turns_too()
    {
        var grain = shared.Cluster.GetSiloServiceProvider();
        var factory = (IGrainFactory)grain.GetService(typeof(IGrainFactory))!;
        var one = factory.GetGrain<ITurnGrain>(Meeting.NewName(), typeof(PlainTurnGrain).FullName);

        var most = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(one.Crowd)));

        Assert.All(most, each => Assert.Equal(1, each));
    }

    [Fact]
    public async Task A_reentrant_grain_lets_calls_interleave()
    {
        var grain = Grain<ReentrantTurnGrain>();
        var name = Meeting.NewName();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => grain.Meet(name, 5)));
    }

    [Fact]
    public async Task Interleaving_calls_never_run_at_the_same_instant()
    {
        var grain = Grain<ReentrantTurnGrain>();

        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => grain.Add()));

        Assert.Equal(1_000, await grain.Sum());
    }

    [Theory]
    [InlineData(typeof(PlainTurnGrain))]
    [InlineData(typeof(ReentrantTurnGrain))]
    public async Task Code_after_an_await_still_runs_as_the_grain(Type grainClass)
    {
        Assert.True(await Grain(grainClass).StaysAtHome());
    }

    [Fact]
    public async Task A_method_that_always_interleaves_overtakes_a_call_in_progress()
    {
        var grain = Grain<PlainTurnGrain>();
        var (entered, door) = (Meeting.NewName(), Meeting.NewName());
        var held = grain.Hold(entered, door);
        await Meeting.Until(entered);

        Assert.Equal("overtook", await grain.Overtake());

        Assert.False(held.IsCompleted);
        Meeting.Open(door);
        await held;
    }

    [Fact]
    public async Task A_plain_call_starts_beside_one_that_always_interleaves()
    {
        var grain = Grain<PlainTurnGrain>();

        var most = await Task.WhenAll(Enumerable.Range(0, 50).Select(
            async i => i % 2 == 0 ? await grain.Crowd() : (await grain.Overtake()).Length));

        Assert.Equal(1, most.Where((_, i) => i % 2 == 0).Max());
    }

    [Fact]
    public async Task Readers_interleave_with_readers()
    {
        var grain = Grain<PlainTurnGrain>();
        var name = Meeting.NewName();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => grain.ReadMeet(name, 5)));
    }

    [Fact]
    public async Task A_writer_waits_for_the_reader_before_it()
    {
        var grain = Grain<PlainTurnGrain>();
        var (entered, door) = (Meeting.NewName(), Meeting.NewName());
        var reading = grain.ReadHold(entered, door);
        await Meeting.Until(entered);

        var writing = grain.Crowd();
        await grain.Overtake();

        Assert.False(writing.IsCompleted);
        Meeting.Open(door);
        await reading;
        Assert.Equal(1, await writing);
    }

    [Fact]
    public async Task A_class_may_say_call_by_call_what_interleaves()
    {
        var grain = Grain<ChoosyTurnGrain>();
        var (entered, door, name) = (Meeting.NewName(), Meeting.NewName(), "free-" + Meeting.NewName());
        var held = grain.Hold(entered, door);
        await Meeting.Until(entered);

        await Task.WhenAll(grain.Meet(name, 2), grain.Meet(name, 2));

        Assert.False(held.IsCompleted);
        Meeting.Open(door);
        await held;
    }

    [Fact]
    public async Task Workers_run_side_by_side_up_to_their_limit_and_no_further()
    {
        var grain = Grain<WorkerTurnGrain>();
        var name = Meeting.NewName();
        await Task.WhenAll(grain.Meet(name, 3), grain.Meet(name, 3), grain.Meet(name, 3));

        var most = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => grain.Crowd()));

        Assert.All(most, each => Assert.Equal(1, each));
    }

    [Fact]
    public async Task A_chain_of_calls_that_comes_back_waits_for_itself_until_it_times_out()
    {
        var first = _grains.GetGrain<IChainGrain>(Meeting.NewName());

        await Assert.ThrowsAsync<TimeoutException>(() => first.ThereAndBack(Meeting.NewName(), allowed: false));
    }

    [Fact]
    public async Task A_chain_of_calls_may_come_back_where_the_grain_allows_it()
    {
        var first = _grains.GetGrain<IChainGrain>(Meeting.NewName());

        Assert.Equal("answered", await first.ThereAndBack(Meeting.NewName(), allowed: true));
    }

    [Fact]
    public async Task Nobody_waits_for_a_one_way_call()
    {
        var grain = Grain<PlainTurnGrain>();
        var door = Meeting.NewName();

        await grain.Tell(door);
        await grain.TellAndFail(door);

        Meeting.Open(door);
        Assert.Equal(1, await grain.Sum());
    }

    private ITurnGrain Grain<TGrain>() => Grain(typeof(TGrain));

    private ITurnGrain Grain(Type grainClass) => _grains.GetGrain<ITurnGrain>(Meeting.NewName(), grainClass.FullName);
}
