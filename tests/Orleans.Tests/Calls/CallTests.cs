using Networks.Orleans.Tests.Cluster;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Serialization;

namespace Networks.Orleans.Tests.Calls;

public sealed class CallTests(SharedCluster shared) : IClassFixture<SharedCluster>
{
    private readonly IGrainFactory _grains = shared.Cluster.Client;

    [Fact]
    public async Task Arguments_and_results_of_every_kind_arrive()
    {
        var grain = NewGrain();
        var parcel = new Parcel("hello", [1, 2, 3], new DateOnly(2026, 11, 22), ParcelKind.Box);

        var back = await grain.Echo(parcel);

        Assert.Equal((parcel.Text, parcel.Day, parcel.Kind), (back.Text, back.Day, back.Kind));
        Assert.Equal(parcel.Numbers.AsEnumerable(), back.Numbers);
        Assert.Equal(5, await grain.Length("hello"));
        Assert.Equal(-1, await grain.Length(null));
    }

    [Fact]
    public async Task An_exception_arrives_with_its_type_message_and_members()
    {
        var failure = await Assert.ThrowsAsync<RefusedException>(() => NewGrain().Fail("No.", 42));

        Assert.Equal(("No.", 42), (failure.Message, failure.Code));
    }

    [Fact]
    public async Task An_exception_thrown_before_the_first_await_arrives_too()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => NewGrain().FailBeforeAwait());
    }

    [Fact]
    public async Task An_exception_travels_through_the_grains_between()
    {
        var failure = await Assert.ThrowsAsync<RefusedException>(() => NewGrain().FailThrough(Meeting.NewName()));

        Assert.Equal(("from afar", 7), (failure.Message, failure.Code));
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_of_the_caller_and_reaches_the_grain()
    {
        using var cancellation = new CancellationTokenSource();
        var entered = Meeting.NewName();
        var waiting = NewGrain().WaitFor(entered, cancellation.Token);
        await Meeting.Until(entered);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Meeting.Until($"{entered}-cancelled");
    }

    [Fact]
    public async Task A_call_cancelled_beforehand_is_not_made()
    {
        var entered = Meeting.NewName();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await NewGrain().WaitFor(entered, new CancellationToken(canceled: true)));

        Assert.False(Meeting.Until(entered).IsCompleted);
    }

    [Fact]
    public async Task A_caller_waits_no_longer_than_the_response_timeout()
    {
        await using var cluster = await OneSilo.StartAsync(
            configureClient: client => client.Configure<ClientMessagingOptions>(
                options => options.ResponseTimeout = TimeSpan.FromSeconds(0.3)));
        var grain = cluster.Client.GetGrain<ICallGrain>(Meeting.NewName());
        var door = Meeting.NewName();

        await Assert.ThrowsAsync<TimeoutException>(() => grain.Sleep(door));

        Meeting.Open(door);
        Assert.Equal(2, await grain.Length("ok"));
    }

    [Fact]
    public async Task A_method_may_have_a_response_timeout_of_its_own()
    {
        var grain = NewGrain();
        var door = Meeting.NewName();

        await Assert.ThrowsAsync<TimeoutException>(() => grain.Nap(door));

        Meeting.Open(door);
        Assert.Equal(2, await grain.Length("ok"));
    }

    [Fact]
    public async Task What_the_caller_put_into_the_request_context_goes_with_the_call_and_on_to_further_calls()
    {
        RequestContext.Set("who", "Ada");

        Assert.Equal("Ada", await NewGrain().ContextOf("who"));
        Assert.Equal("Ada", await NewGrain().ContextThrough("who", Meeting.NewName()));
        Assert.Null(await NewGrain().ContextOf("what"));
    }

    [Fact]
    public async Task What_a_grain_puts_into_the_request_context_does_not_come_back()
    {
        RequestContext.Set("who", "Ada");
        var grain = NewGrain();

        await grain.SetContext("who", "Grace");

        Assert.Equal("Ada", RequestContext.Get("who"));
        RequestContext.Clear();
        Assert.Null(await grain.ContextOf("who"));
    }

    [Fact]
    public async Task References_are_equal_by_grain_and_travel_as_arguments_and_results()
    {
        var key = Meeting.NewName();
        var one = _grains.GetGrain<ICallGrain>(key);
        var other = _grains.GetGrain<ICallGrain>(key);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, NewGrain());
        Assert.Equal(key, await NewGrain().KeyOf(one));
        Assert.Equal(one, await one.Self());
        Assert.Equal(key, one.GetPrimaryKeyString());
    }

    [Fact]
    public async Task Code_that_left_the_turn_may_not_use_what_belongs_to_the_grain()
    {
        Assert.StartsWith("Activation access violation.", await NewGrain().OffTurn(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_with_one_type_that_has_no_serializer_is_refused_whole()
    {
        var refusal = Assert.Throws<CodecNotFoundException>(() => _grains.GetGrain<IBoxGrain<Unmarked>>("any"));

        Assert.Contains($"Could not find a copier for type {typeof(Unmarked)}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_nobody_implements_is_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => _grains.GetGrain<INobodyGrain>("any"));

        Assert.Contains("Could not find an implementation for interface", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_with_several_classes_asks_which_is_meant()
    {
        var refusal = Assert.Throws<ArgumentException>(() => _grains.GetGrain<ITurnGrain>("any"));

        Assert.Contains("Unable to identify a single appropriate grain type", refusal.Message, StringComparison.Ordinal);
    }

    private ICallGrain NewGrain() => _grains.GetGrain<ICallGrain>(Meeting.NewName());
}
