using System.Collections.Concurrent;
using Networks.Orleans.Tests.Cluster;
using Orleans;
using Orleans.Concurrency;

namespace Networks.Orleans.Tests.Lifetimes;

/// <summary>What happened to grains, in order, by key: kept outside them so that it outlives them.</summary>
internal static class Diary
{
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<string>> Pages = new();

    public static void Write(string key, string line) => Pages.GetOrAdd(key, _ => new ConcurrentQueue<string>()).Enqueue(line);

    public static IReadOnlyList<string> Of(string key) => Pages.TryGetValue(key, out var page) ? [.. page] : [];
}

[Alias("test.life")]
public interface ILifeGrain : IGrainWithStringKey
{
    /// <summary>Which instance answers.</summary>
    [Alias("Instance")]
    Task<Guid> Instance();

    [Alias("Touch")]
    ValueTask Touch();

    [Alias("Leave")]
    Task Leave();

    [Alias("LeaveWhileHeld")]
    Task LeaveWhileHeld(string entered, string door);

    [Alias("Stay")]
    Task Stay(TimeSpan span);

    [AlwaysInterleave]
    [Alias("Peek")]
    Task<string> Peek();

    [Alias("Fail")]
    Task Fail();
}

internal class LifeGrain : Grain, ILifeGrain
{
    private readonly Guid _instance = Guid.NewGuid();
    private bool _active;

    protected string Key => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Diary.Write(Key, "activated");
        _active = true;
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Diary.Write(Key, $"deactivated {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    public Task<Guid> Instance() => Task.FromResult(_instance);

    public ValueTask Touch() => ValueTask.CompletedTask;

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task LeaveWhileHeld(string entered, string door)
    {
        DeactivateOnIdle();
        Meeting.Open(entered);
        await Meeting.Until(door);
        Diary.Write(Key, "turn ended");
    }

    public Task Stay(TimeSpan span)
    {
        DelayDeactivation(span);
        return Task.CompletedTask;
    }

    public Task<string> Peek() => Task.FromResult(_active ? "active" : "not active yet");

    public Task Fail() => throw new InvalidOperationException("The call failed; the grain lives on.");
}

/// <summary>Waits in its activation for a door named as its key.</summary>
internal sealed class SlowStartLifeGrain : LifeGrain
{
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Meeting.Open($"{Key}-activating");
        await Meeting.Until(Key);
        await base.OnActivateAsync(cancellationToken);
    }
}

/// <summary>Fails to activate until a test says that it may.</summary>
internal sealed class UnwellLifeGrain : LifeGrain
{
    public static readonly ConcurrentDictionary<string, bool> Well = new();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Diary.Write(Key, "tried");
        return Well.ContainsKey(Key) ? base.OnActivateAsync(cancellationToken) : throw new NotSupportedException("Not well today.");
    }
}

[KeepAlive]
internal sealed class LastingLifeGrain : LifeGrain;

[CollectionAgeLimit(Days = 300)]
internal sealed class PatientLifeGrain : LifeGrain;
