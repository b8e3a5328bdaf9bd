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
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task An_idle_grain_goes_after_its_age_and_a_used_one_stays()
    {
        var time = new ManualTime();
        await using var cluster = await StartAsync(time);
        var (idle, used) = (Meeting.NewName(), Meeting.NewName());
        await Grain<LifeGrain>(cluster, idle).Touch();
        await Grain<LifeGrain>(cluster, used).Touch();

        await Eventually.TrueAsync(async () =>
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Grain<LifeGrain>(cluster, used).Touch();
            return Diary.Of(idle).Count == 2;
        });

        Assert.Equal(["activated", $"deactivated {DeactivationReasonCode.ActivationIdle}"], Diary.Of(idle));
        Assert.Equal(["activated"], Diary.Of(used));
    }

    [Fact]
    public async Task Grains_kept_alive_or_with_an_age_of_their_own_or_delayed_outstay_the_common_age()
    {
        var time = new ManualTime();
        await using var cluster = await StartAsync(time);
        var (idle, lasting, patient, delayed) = (Meeting.NewName(), Meeting.NewName(), Meeting.NewName(), Meeting.NewName());
        await Grain<LifeGrain>(cluster, idle).Touch();
        await Grain<LastingLifeGrain>(cluster, lasting).Touch();
        await Grain<PatientLifeGrain>(cluster, patient).Touch();
        await Grain<LifeGrain>(cluster, delayed).Stay(TimeSpan.FromDays(300));

        await Eventually.TrueAsync(() =>
        {
            time.Advance(TimeSpan.FromMinutes(1));
            return Diary.Of(idle).Count == 2;
        });
        Assert.All([lasting, patient, delayed], key => Assert.Equal(["activated"], Diary.Of(key)));
    }

    [Fact]
    public async Task A_million_grains_touched_once_are_never_all_in_memory()
    {
        const int Grains = 1_000_000;
        const int Batch = 20_000;
        var time = new ManualTime();
        await using var cluster = await StartAsync(time);
        var factory = cluster.Client;
        var management = factory.GetGrain<IManagementGrain>(0);
        var most = 0;

        for (var first = 0; first < Grains; first += Batch)
        {
            await Parallel.ForAsync(first, first + Batch, async (i, _) => await factory.GetGrain<ICrowdGrain>(i).Touch());
            most = Math.Max(most, await management.GetTotalActivationCount());
            time.Advance(Age / 2);
        }

        Assert.InRange(most, Batch, 20 * Batch);
        time.Advance(Age * 2);
        await Eventually.TrueAsync(async () =>
        {
            time.Advance(TimeSpan.FromMinutes(1));
            return await management.GetTotalActivationCount() < Batch;
        });
    }

    [Fact]
    public async Task An_age_no_longer_than_the_search_interval_is_refused()
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => OneSilo.StartAsync(silo => silo.Configure<GrainCollectionOptions>(
            options => options.CollectionAge = options.CollectionQuantum = TimeSpan.FromMinutes(1))));

        Assert.Contains("must be greater than CollectionQuantum", refusal.ToString(), StringComparison.Ordinal);
    }

    private static Task<InProcessTestCluster> StartAsync(TimeProvider time) => OneSilo.StartAsync(silo => silo
        .UseTime(time)
        .Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionAge = Age;
            options.CollectionQuantum = TimeSpan.FromMinutes(1);
        }));

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
