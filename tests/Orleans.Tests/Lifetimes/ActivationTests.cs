using Networks.Orleans.Tests.Cluster;
using Orleans;
using Orleans.Runtime;

namespace Networks.Orleans.Tests.Lifetimes;

public sealed class ActivationTests(SharedCluster shared) : IClassFixture<SharedCluster>
{
    private readonly IGrainFactory _grains = shared.Cluster.Client;

    [Fact]
    public async Task First_calls_at_once_find_one_activation()
    {
        for (var round = 0; round < 50; round++)
        {
            var key = Meeting.NewName();
            var instances = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => Grain<LifeGrain>(key).Instance())));

            Assert.Single(instances.Distinct());
            Assert.Equal(["activated"], Diary.Of(key));
        }
    }

    [Fact]
    public async Task Nothing_interleaves_with_activation()
    {
        var key = Meeting.NewName();
        var peek = Grain<SlowStartLifeGrain>(key).Peek();
        await Meeting.Until($"{key}-activating");
        var second = Grain<SlowStartLifeGrain>(key).Peek();

        Assert.False(peek.IsCompleted || second.IsCompleted);
        Meeting.Open(key);

        Assert.Equal(["active", "active"], await Task.WhenAll(peek, second));
    }

    [Fact]
    public async Task A_failed_activation_fails_its_callers_and_the_next_call_tries_again()
    {
        var key = Meeting.NewName();
        var grain = Grain<UnwellLifeGrain>(key);
        var failure = await Assert.ThrowsAsync<NotSupportedException>(() => grain.Instance());
        Assert.Equal("Not well today.", failure.Message);

        UnwellLifeGrain.Well[key] = true;

        await grain.Instance();
        Assert.Equal(["tried", "tried", "activated"], Diary.Of(key));
    }

    [Fact]
    public async Task A_grain_that_leaves_is_another_instance_at_the_next_call()
    {
        var key = Meeting.NewName();
        var grain = Grain<LifeGrain>(key);
        var first = await grain.Instance();

        await grain.Leave();

        Assert.NotEqual(first, await grain.Instance());
        Assert.Equal(["activated", $"deactivated {DeactivationReasonCode.ApplicationRequested}", "activated"], Diary.Of(key));
    }

    [Fact]
    public async Task Leaving_waits_for_the_turn_in_progress_and_later_calls_go_to_the_next_activation()
    {
        var key = Meeting.NewName();
        var grain = Grain<LifeGrain>(key);
        var first = await grain.Instance();
        var (entered, door) = (Meeting.NewName(), Meeting.NewName());
        var held = grain.LeaveWhileHeld(entered, door);
        await Meeting.Until(entered);
        var later = grain.Instance();

        Assert.Equal(["activated"], Diary.Of(key));
        Meeting.Open(door);
        await held;

        Assert.NotEqual(first, await later);
        Assert.Equal(
            ["activated", "turn ended", $"deactivated {DeactivationReasonCode.ApplicationRequested}", "activated"], Diary.Of(key));
    }

    [Fact]
    public async Task A_failed_call_leaves_the_grain_in_memory()
    {
        var key = Meeting.NewName();
        var grain = Grain<LifeGrain>(key);
        var first = await grain.Instance();

        await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Fail());

        Assert.Equal(first, await grain.Instance());
    }

    [Fact]
    public async Task A_test_can_deactivate_a_grain_and_wait_until_it_is_gone()
    {
        var key = Meeting.NewName();
        var grain = Grain<LifeGrain>(key);
        await grain.Instance();

        await shared.Cluster.DeactivateAsync(grain);

        Assert.Equal(2, Diary.Of(key).Count);
        Assert.StartsWith("deactivated", Diary.Of(key)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_management_grain_counts_who_is_in_memory_and_sends_idle_ones_away()
    {
        await using var cluster = await OneSilo.StartAsync();
        var management = cluster.Client.GetGrain<IManagementGrain>(0);
        var before = await management.GetTotalActivationCount();
        var keys = Enumerable.Range(0, 10).Select(_ => Meeting.NewName()).ToList();
        foreach (var key in keys)
        {
            await cluster.Client.GetGrain<ILifeGrain>(key, typeof(LifeGrain).FullName).Touch();
        }

        Assert.Equal(before + 10, await management.GetTotalActivationCount());

        await management.ForceActivationCollection(TimeSpan.Zero);

        Assert.Equal(before, await management.GetTotalActivationCount());
        Assert.All(keys, key => Assert.Equal(2, Diary.Of(key).Count));
    }

    private ILifeGrain Grain<TGrain>(string key) => _grains.GetGrain<ILifeGrain>(key, typeof(TGrain).FullName);
}
