using Networks.Silo.Storage;
using Networks.Testing;

namespace Networks.Silo.Tests.Storage;

public sealed class StoreLockTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private string Store => _directory.File("networks.db");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_store_that_nobody_opened_has_no_owner() => Assert.Null(StoreLock.FindOwner(Store));

    [Fact]
    public void The_owner_says_who_it_is_and_where_it_serves()
    {
        using var held = StoreLock.Acquire(Store);
        Assert.Equal(new StoreOwner(Environment.ProcessId, null), StoreLock.FindOwner(Store));
        held.Publish(new Uri("http://127.0.0.1:5080"));
        Assert.Equal(new Uri("http://127.0.0.1:5080"), StoreLock.FindOwner(Store)!.Url);
    }

    [Fact]
    public void A_second_owner_is_refused_and_told_where_the_first_one_serves()
    {
        using var held = StoreLock.Acquire(Store);
        held.Publish(new Uri("http://127.0.0.1:5080"));
        var refusal = Assert.Throws<StoreInUseException>(() => StoreLock.Acquire(Store));
        Assert.Equal(new Uri("http://127.0.0.1:5080"), refusal.Owner!.Url);
        Assert.Contains($"process {Environment.ProcessId} at http://127.0.0.1:5080/", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_given_up_has_no_owner_and_can_be_taken_again()
    {
        StoreLock.Acquire(Store).Dispose();
        Assert.Null(StoreLock.FindOwner(Store));
        using var again = StoreLock.Acquire(Store);
        Assert.NotNull(StoreLock.FindOwner(Store));
    }

    [Fact]
    public async Task Many_who_look_at_once_never_take_each_other_for_the_owner()
    {
        StoreLock.Acquire(Store).Dispose();
        var owners = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Enumerable.Range(0, 200).Select(_ => StoreLock.FindOwner(Store)).Where(owner => owner is not null).ToList())));
        Assert.All(owners, Assert.Empty);
    }

    [Fact]
    public void A_lock_file_that_a_dead_process_left_behind_holds_nobody_up()
    {
        File.WriteAllText(Store + ".held", "");
        File.WriteAllText(StoreLock.PathFor(Store), "99999999\nhttp://127.0.0.1:1/\n");
        Assert.Null(StoreLock.FindOwner(Store));
        using var held = StoreLock.Acquire(Store);
        Assert.Equal(new StoreOwner(Environment.ProcessId, null), StoreLock.FindOwner(Store));
    }
}
