using Networks.Orleans.Tests.Cluster;
using Orleans;

namespace Networks.Orleans.Tests.Calls;

public sealed class ObserverTests(SharedCluster shared) : IClassFixture<SharedCluster>
{
    [Fact]
    public async Task A_grain_calls_back_an_object_that_is_no_grain()
    {
        var grains = shared.Cluster.Client;
        var ear = new Ear();
        var reference = grains.CreateObjectReference<IEar>(ear);
        var voice = grains.GetGrain<IVoiceGrain>(Meeting.NewName());

        await voice.Say(reference, "hello");

        Assert.Equal("hello", await ear.Heard.Task);
        GC.KeepAlive(ear);
    }

    [Fact]
    public async Task A_deleted_observer_is_called_no_more()
    {
        var grains = shared.Cluster.Client;
        var ear = new Ear();
        var reference = grains.CreateObjectReference<IEar>(ear);
        grains.DeleteObjectReference<IEar>(reference);

        await Assert.ThrowsAnyAsync<Exception>(() => grains.GetGrain<IVoiceGrain>(Meeting.NewName()).Say(reference, "hello"));

        Assert.False(ear.Heard.Task.IsCompleted);
    }

    private sealed class Ear : IEar
    {
        public TaskCompletionSource<string> Heard { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Hear(string word)
        {
            Heard.SetResult(word);
            return Task.CompletedTask;
        }
    }
}

[Alias("test.ear")]
public interface IEar : IGrainObserver
{
    [Alias("Hear")]
    Task Hear(string word);
}

[Alias("test.voice")]
public interface IVoiceGrain : IGrainWithStringKey
{
    [ResponseTimeout("00:00:05")]
    [Alias("Say")]
    Task Say(IEar ear, string word);
}

internal sealed class VoiceGrain : Grain, IVoiceGrain
{
    public Task Say(IEar ear, string word) => ear.Hear(word);
}
