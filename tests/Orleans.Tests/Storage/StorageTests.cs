using Networks.Orleans.Tests.Cluster;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Runtime.Hosting;
using Orleans.Storage;
using Orleans.TestingHost;

namespace Networks.Orleans.Tests.Storage;

public sealed class StorageTests : IAsyncLifetime
{
    private readonly FaultyStorage _faulty = new();
    private InProcessTestCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await OneSilo.StartAsync(silo =>
        silo.ConfigureServices(services => services.AddGrainStorage(FaultyStorage.Name, (_, _) => _faulty)));

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task A_grain_never_stored_starts_with_a_fresh_state()
    {
        var view = await Grain<MemoryRecordGrain>(Meeting.NewName()).Read();

        Assert.Equal(("fresh", false, null), (view.Text, view.Exists, view.Etag));
    }

    [Fact]
    public async Task What_was_written_is_there_before_the_next_activation_starts()
    {
        var grain = Grain<MemoryRecordGrain>(Meeting.NewName());
        var written = await grain.Write("kept");
        Assert.True(written.Exists);
        await grain.Leave();

        var view = await grain.Read();

        Assert.Equal(("kept", "kept", true), (view.Text, view.TextAtActivation, view.Exists));
        Assert.NotEqual(written.Instance, view.Instance);
    }

    [Fact]
    public async Task A_cleared_record_does_not_exist()
    {
        var grain = Grain<MemoryRecordGrain>(Meeting.NewName());
        await grain.Write("kept");

        Assert.False((await grain.Clear()).Exists);
        await grain.Leave();
        Assert.Equal("fresh", (await grain.Read()).Text);
    }

    [Fact]
    public async Task A_write_over_somebody_elses_fails_and_sends_the_stale_activation_away()
    {
        var key = Meeting.NewName();
        var grain = Grain<FaultyRecordGrain>(key);
        var stale = await grain.Write("mine");
        _faulty.WriteBehindTheBackOf(grain.GetGrainId(), new Record { Text = "theirs" });

        var conflict = await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Write("mine again"));

        Assert.Equal(("2", "1"), (conflict.StoredEtag, conflict.CurrentEtag));
        var view = await grain.Read();
        Assert.Equal("theirs", view.Text);
        Assert.NotEqual(stale.Instance, view.Instance);
        Assert.Equal("3", (await grain.Write("mine at last")).Etag);
    }

    [Fact]
    public async Task A_conflict_that_passes_through_a_caller_sends_only_the_stale_activation_away()
    {
        var (key, callerKey) = (Meeting.NewName(), Meeting.NewName());
        var (grain, caller) = (Grain<FaultyRecordGrain>(key), Grain<FaultyRecordGrain>(callerKey));
        var callerBefore = await caller.Read();
        var before = await grain.Write("mine");
        _faulty.WriteBehindTheBackOf(grain.GetGrainId(), new Record { Text = "theirs" });

        await Assert.ThrowsAsync<InconsistentStateException>(() => caller.WriteThrough(key, "mine again"));

        Assert.Equal(callerBefore.Instance, (await caller.Read()).Instance);
        Assert.NotEqual(before.Instance, (await grain.Read()).Instance);
    }

    [Fact]
    public async Task A_failing_storage_fails_the_call_as_an_Orleans_exception_with_the_cause_inside()
    {
        var key = Meeting.NewName();
        var grain = Grain<FaultyRecordGrain>(key);
        var before = await grain.Read();
        _faulty.Faults[key] = new IOException("The disk is full.");

        var failure = await Assert.ThrowsAsync<OrleansException>(() => grain.Write("lost"));

        Assert.IsType<IOException>(failure.InnerException);
        Assert.Contains("The disk is full.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before.Instance, (await grain.Read()).Instance);
    }

    [Fact]
    public async Task A_grain_whose_record_cannot_be_read_does_not_activate_until_it_can()
    {
        var key = Meeting.NewName();
        _faulty.Faults[key] = new IOException("The disk is gone.");
        await Assert.ThrowsAnyAsync<OrleansException>(() => Grain<FaultyRecordGrain>(key).Read());

        _faulty.Faults.TryRemove(key, out _);

        Assert.Equal("fresh", (await Grain<FaultyRecordGrain>(key).Read()).Text);
    }

    [Fact]
    public async Task Code_that_left_the_turn_may_not_read_the_state()
    {
        var answer = await Grain<MemoryRecordGrain>(Meeting.NewName()).ReadOffTurn();

        Assert.StartsWith("Activation access violation.", answer, StringComparison.Ordinal);
    }

    private IRecordGrain Grain<TGrain>(string key) => _cluster.Client.GetGrain<IRecordGrain>(key, typeof(TGrain).FullName);
}
