using Microsoft.Extensions.DependencyInjection;
using Networks.Orleans.Tests.Cluster;
using Networks.Testing;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.TestingHost;

namespace Networks.Orleans.Tests.Lifetimes;

public sealed class CollectionTests
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task An_idle_grain_goes_after_its_age()
    {
        await using var cluster = await StartAsync();
        var idle = Meeting.NewName();
        await Grain<LifeGrain>(cluster, idle).Touch();

        await Eventually.TrueAsync(() => Diary.Of(idle).Count == 2);

        Assert.Equal(["activated", $"deactivated {DeactivationReasonCode.ActivationIdle}"], Diary.Of(idle));
    }

    [Fact]
    public async Task Grains_kept_alive_or_with_an_age_of_their_own_or_delayed_outstay_the_common_age()
    {
        await using var cluster = await StartAsync();
        var (lasting, patient, delayed, idle) = (Meeting.NewName(), Meeting.NewName(), Meeting.NewName(), Meeting.NewName());
        await Grain<LastingLifeGrain>(cluster, lasting).Touch();
        await Grain<PatientLifeGrain>(cluster, patient).Touch();
        await Grain<LifeGrain>(cluster, delayed).Stay(TimeSpan.FromDays(1));
        await Grain<LifeGrain>(cluster, idle).Touch();

        await Eventually.TrueAsync(() => Diary.Of(idle).Count == 2);

        Assert.All([lasting, patient, delayed], key => Assert.Equal(["activated"], Diary.Of(key)));
    }

    [Fact]
    public async Task Grains_are_idle_by_the_clock_of_the_machine_whatever_clock_they_live_by()
    {
        await using var cluster = await StartAsync(silo =>
        {
            silo.Services.AddSingleton<TimeProvider>(new ManualTime());
            foreach (var part in (string[])[
                TimeProviderNames.ActivationManagement, TimeProviderNames.Membership, TimeProviderNames.Messaging,
                TimeProviderNames.SystemTimers, TimeProviderNames.GrainDirectory])
            {
                silo.Services.AddKeyedSingleton(part, TimeProvider.System);
            }
        });
        var idle = Meeting.NewName();
        await Grain<LifeGrain>(cluster, idle).Touch();

        await Eventually.TrueAsync(() => Diary.Of(idle).Count == 2);
    }

    [Fact]
    public async Task A_million_grains_touched_once_are_never_all_in_memory()
    {
        const int Grains = 1_000_000;
        const int Batch = 20_000;
        await using var cluster = await StartAsync();
        var factory = cluster.Client;
        var management = factory.GetGrain<IManagementGrain>(0);
        var most = 0;

        for (var first = 0; first < Grains; first += Batch)
        {
            await Parallel.ForAsync(first, first + Batch, async (i, _) => await factory.GetGrain<ICrowdGrain>(i).Touch());
            most = Math.Max(most, await management.GetTotalActivationCount());
        }

        Assert.InRange(most, 1, Grains - Batch);
        await Eventually.TrueAsync(async () => await management.GetTotalActivationCount() < Batch);
    }

    [Fact]
    public async Task An_age_no_longer_than_the_search_interval_is_refused()
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => OneSilo.StartAsync(silo => silo.Configure<GrainCollectionOptions>(
            options => options.CollectionAge = options.CollectionQuantum = TimeSpan.FromMinutes(1))));

        Assert.Contains("must be greater than CollectionQuantum", refusal.ToString(), StringComparison.Ordinal);
    }

    private static Task<InProcessTestCluster> StartAsync(Action<ISiloBuilder>? more = null) => OneSilo.StartAsync(silo =>
    {
        silo.Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionAge = Age;
            options.CollectionQuantum = Age / 4;
        });
        more?.Invoke(silo);
    });

    private static ILifeGrain Grain<TGrain>(InProcessTestCluster cluster, string key) =>
        cluster.Client.GetGrain<ILifeGrain>(key, typeof(TGrain).FullName);
}

[Alias("test.crowd")]
public interface ICrowdGrain : IGrainWithIntegerKey
{
    [Alias("Touch")]
    ValueTask Touch();
}

internal sealed class CrowdGrain : Grain, ICrowdGrain
{
    public ValueTask Touch() => ValueTask.CompletedTask;
}
