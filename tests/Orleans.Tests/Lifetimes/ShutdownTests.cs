using Microsoft.Extensions.DependencyInjection;
using Networks.Orleans.Tests.Cluster;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Networks.Orleans.Tests.Lifetimes;

public sealed class ShutdownTests
{
    [Fact]
    public async Task A_silo_that_stops_finishes_turns_in_progress_and_then_deactivates_its_grains()
    {
        await using var cluster = await OneSilo.StartAsync();
        var key = Meeting.NewName();
        var grain = cluster.Client.GetGrain<IHeldGrain>(key);
        var held = grain.Hold($"{key}-in", $"{key}-out");
        await Meeting.Until($"{key}-in");

        Diary.Write(key, "stopping");
        var stopping = cluster.StopSiloAsync(cluster.Silos[0]);
        Meeting.Open($"{key}-out");
        await stopping;
        await Task.WhenAny(held);

        Assert.Equal(["stopping", "turn ended", $"deactivated {DeactivationReasonCode.ShuttingDown}"], Diary.Of(key));
    }

    [Fact]
    public async Task Calls_to_a_stopped_silo_fail()
    {
        await using var cluster = await OneSilo.StartAsync();
        var grain = cluster.Client.GetGrain<IHeldGrain>(Meeting.NewName());
        await grain.Echo("before");

        await cluster.StopSiloAsync(cluster.Silos[0]);

        await Assert.ThrowsAnyAsync<Exception>(() => grain.Echo("after"));
    }

    [Fact]
    public async Task A_killed_silo_deactivates_nobody_and_fails_the_calls_in_progress()
    {
        await using var cluster = await OneSilo.StartAsync();
        var key = Meeting.NewName();
        var held = cluster.Client.GetGrain<IHeldGrain>(key).Hold($"{key}-in", $"{key}-out");
        await Meeting.Until($"{key}-in");

        await cluster.KillSiloAsync(cluster.Silos[0]);

        await Assert.ThrowsAnyAsync<Exception>(() => held);
        Assert.Empty(Diary.Of(key));
    }

    [Fact]
    public async Task The_client_finds_the_silo_that_was_started_anew()
    {
        await using var cluster = await OneSilo.StartAsync();
        var grain = cluster.Client.GetGrain<IHeldGrain>(Meeting.NewName());
        await grain.Echo("before");

        await cluster.RestartSiloAsync(cluster.Silos[0]);

        Assert.Equal("after", await Eventually.AnsweredAsync(() => grain.Echo("after")));
    }

    [Fact]
    public async Task What_takes_part_in_the_silo_starts_by_stage_and_stops_in_reverse()
    {
        var key = Meeting.NewName();
        await using (await OneSilo.StartAsync(silo => silo.ConfigureServices(services =>
            services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(new Participant(key)))))
        {
            Assert.Equal(["start 6000", "start 10000", "start 20000"], Diary.Of(key));
        }

        Assert.Equal(
            ["start 6000", "start 10000", "start 20000", "stop 20000", "stop 10000", "stop 6000"], Diary.Of(key));
    }

    [Fact]
    public async Task A_participant_that_fails_to_start_fails_the_host()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => OneSilo.StartAsync(silo => silo.ConfigureServices(services =>
            services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(new Failing()))));

        Assert.Contains("No disk today.", failure.ToString(), StringComparison.Ordinal);
    }

    private sealed class Participant(string key) : ILifecycleParticipant<ISiloLifecycle>
    {
        public void Participate(ISiloLifecycle lifecycle)
        {
            foreach (var stage in (int[])
                [ServiceLifecycleStage.Active, ServiceLifecycleStage.RuntimeStorageServices, ServiceLifecycleStage.ApplicationServices])
            {
                lifecycle.Subscribe($"test-{stage}", stage, _ => Note($"start {stage}"), _ => Note($"stop {stage}"));
            }
        }

        private Task Note(string line)
        {
            Diary.Write(key, line);
            return Task.CompletedTask;
        }
    }

    private sealed class Failing : ILifecycleParticipant<ISiloLifecycle>
    {
        public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(
            "failing", ServiceLifecycleStage.ApplicationServices, _ => throw new InvalidOperationException("No disk today."));
    }
}

[Alias("test.held")]
public interface IHeldGrain : IGrainWithStringKey
{
    [ResponseTimeout("00:00:05")]
    [Alias("Hold")]
    Task Hold(string entered, string door);

    [ResponseTimeout("00:00:05")]
    [Alias("Echo")]
    Task<string> Echo(string text);
}

internal sealed class HeldGrain : Grain, IHeldGrain
{
    public async Task Hold(string entered, string door)
    {
        Meeting.Open(entered);
        await Meeting.Until(door);
        Diary.Write(this.GetPrimaryKeyString(), "turn ended");
    }

    public Task<string> Echo(string text) => Task.FromResult(text);

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Diary.Write(this.GetPrimaryKeyString(), $"deactivated {reason.ReasonCode}");
        return Task.CompletedTask;
    }
}
