using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Networks.GraphQLApi.Hosting;
using Networks.Silo.Storage;
using Networks.Testing;

namespace Networks.GraphQLApi.Tests.Hosting;

public sealed class QuietCollectionTests
{
    private const long Busy = QuietCollection.QuietBytesMax + 1;
    private const int Enough = QuietCollection.YoungCollectionsMin;

    /// <summary>
    /// Each row is what each of two looks finds more than the one before it: bytes, collections of the young and of the old; and whether
    /// it collects then.
    /// </summary>
    [Theory]
    [InlineData("while requests are answered", Busy, 1, 0, false, Busy, Enough, 0, false)]
    [InlineData("in the pause after them", Busy, Enough, 0, false, QuietCollection.QuietBytesMax, 0, 0, true)]
    [InlineData("where hardly anything grew old", Busy, Enough - 1, 0, false, 0, 0, 0, false)]
    [InlineData("where the runtime has just done it", Busy, Enough + 1, 1, false, 0, 0, 0, false)]
    [InlineData("where little grew old since the runtime did it", Busy, 1, 1, false, 0, Enough - 1, 0, false)]
    [InlineData("where enough grew old since the runtime did it", Busy, 1, 1, false, 0, Enough, 0, true)]
    public async Task The_oldest_memory_is_collected_only_in_a_pause_and_where_something_grew_old(
        string when, long bytes1, int young1, int old1, bool collects1, long bytes2, int young2, int old2, bool collects2)
    {
        var first = new MemoryUse(bytes1, young1, old1);
        var second = new MemoryUse(bytes1 + bytes2, young1 + young2, old1 + old2);

        Assert.Equal((when, collects1, collects2), (when, await Collects(first), await Collects(first, second)));
    }

    [Fact]
    public async Task A_pause_that_goes_on_is_collected_in_once() =>
        Assert.False(await Collects(new(Busy, Enough, 0), new(Busy, Enough, 0), new(Busy, Enough + 1, 1), new(Busy, Enough + 1, 1)));

    [Fact]
    public async Task A_server_has_its_oldest_memory_collected_in_pauses()
    {
        using var directory = new TempDirectory();
        var store = NetworksStoreOptions.InDirectory(directory.Path);
        await using var app = NetworksServer.Build(store, port: 0, "Production", new ManualTime());

        Assert.Single(app.Services.GetServices<IHostedService>().OfType<QuietCollection>());
    }

    [Fact]
    public void What_it_collects_is_the_oldest_memory()
    {
        var before = MemoryUse.Now();
        QuietCollection.CollectOldest();

        Assert.True(SpinWait.SpinUntil(() => MemoryUse.Now().OldCollections > before.OldCollections, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void What_it_counts_is_this_process()
    {
        var before = MemoryUse.Now();
        GC.Collect(1);
        var young = MemoryUse.Now();
        GC.Collect();
        var old = MemoryUse.Now();

        Assert.True(young.YoungCollections > before.YoungCollections && old.YoungCollections > young.YoungCollections);
        Assert.True(old.OldCollections > young.OldCollections);
        byte[][] kept = [.. Enumerable.Range(0, 64).Select(static _ => new byte[1 << 20])];
        Assert.True(MemoryUse.Now().AllocatedBytes - old.AllocatedBytes >= kept.Length / 2 << 20);
    }

    /// <summary>Whether it collects after the last of some looks, the first of which follows one in which nothing had happened.</summary>
    private static async Task<bool> Collects(params MemoryUse[] looks)
    {
        var time = new ManualTime();
        var coming = new Queue<MemoryUse>([default, .. looks]);
        using var looked = new SemaphoreSlim(0);
        var collected = 0;
        var before = 0;
        using var collection = new QuietCollection(
            time,
            () =>
            {
                var use = coming.Dequeue();
                before = coming.Count == 0 ? collected : before;
                looked.Release();
                return use;
            },
            () => collected++);
        await collection.StartAsync(CancellationToken.None);
        Assert.True(await looked.WaitAsync(TimeSpan.FromSeconds(30)));
        foreach (var _ in looks)
        {
            time.Advance(QuietCollection.Between);
            Assert.True(await looked.WaitAsync(TimeSpan.FromSeconds(30)));
        }

        await collection.StopAsync(CancellationToken.None);
        return collected > before;
    }
}
