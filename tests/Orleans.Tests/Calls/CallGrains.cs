using System.Collections.Immutable;
using Networks.Orleans.Tests.Cluster;
using Orleans;
using Orleans.Runtime;

namespace Networks.Orleans.Tests.Calls;

[GenerateSerializer, Immutable, Alias("test.parcel")]
public sealed record Parcel(
    [property: Id(0)] string Text,
    [property: Id(1)] ImmutableArray<int> Numbers,
    [property: Id(2)] DateOnly Day,
    [property: Id(3)] ParcelKind Kind);

public enum ParcelKind
{
    Letter,
    Box,
}

[GenerateSerializer]
[Alias("test.refusedException")]
public sealed class RefusedException(string message, int code) : Exception(message)
{
    [Id(0)]
    public int Code { get; } = code;
}

[Alias("test.calls")]
public interface ICallGrain : IGrainWithStringKey
{
    [Alias("Echo")]
    Task<Parcel> Echo(Parcel parcel);

    [Alias("Length")]
    ValueTask<int> Length(string? text);

    [Alias("Fail")]
    Task Fail(string message, int code);

    [Alias("FailBeforeAwait")]
    Task FailBeforeAwait();

    [Alias("FailThrough")]
    Task FailThrough(string other);

    [Alias("WaitFor")]
    Task WaitFor(string entered, CancellationToken cancellation);

    [Alias("Sleep")]
    Task Sleep(string door);

    [ResponseTimeout("00:00:00.200")]
    [Alias("Nap")]
    Task Nap(string door);

    [Alias("ContextOf")]
    Task<string?> ContextOf(string key);

    [Alias("ContextThrough")]
    Task<string?> ContextThrough(string key, string other);

    [Alias("SetContext")]
    Task SetContext(string key, string value);

    [Alias("KeyOf")]
    Task<string> KeyOf(ICallGrain other);

    [Alias("Self")]
    Task<ICallGrain> Self();

    [Alias("OffTurn")]
    Task<string> OffTurn();
}

internal sealed class CallGrain : Grain, ICallGrain
{
    public Task<Parcel> Echo(Parcel parcel) => Task.FromResult(parcel);

    public ValueTask<int> Length(string? text) => new(text?.Length ?? -1);

    public async Task Fail(string message, int code)
    {
        await Task.Yield();
        throw new RefusedException(message, code);
    }

    public Task FailBeforeAwait() => throw new InvalidOperationException("Thrown at once.");

    public Task FailThrough(string other) => GrainFactory.GetGrain<ICallGrain>(other).Fail("from afar", 7);

    public async Task WaitFor(string entered, CancellationToken cancellation)
    {
        Meeting.Open(entered);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }
        catch (OperationCanceledException)
        {
            Meeting.Open($"{entered}-cancelled");
            throw;
        }
    }

    public Task Sleep(string door) => Meeting.Until(door);

    public Task Nap(string door) => Meeting.Until(door);

    public Task<string?> ContextOf(string key) => Task.FromResult(RequestContext.Get(key) as string);

    public async Task<string?> ContextThrough(string key, string other)
    {
        await Task.Yield();
        return await GrainFactory.GetGrain<ICallGrain>(other).ContextOf(key);
    }

    public Task SetContext(string key, string value)
    {
        RequestContext.Set(key, value);
        return Task.CompletedTask;
    }

    public Task<string> KeyOf(ICallGrain other) => Task.FromResult(other.GetPrimaryKeyString());

    public Task<ICallGrain> Self() => Task.FromResult(this.AsReference<ICallGrain>());

    public async Task<string> OffTurn()
    {
        try
        {
            return await Task.Run(() => GrainFactory.GetGrain<ICallGrain>("other").GetPrimaryKeyString());
        }
        catch (InvalidOperationException refusal)
        {
            return refusal.Message;
        }
    }
}

/// <summary>Looks like a message but has no serializer.</summary>
public sealed record Unmarked(string Text);

/// <summary>Generic, so that only a test that asks for it with a bad type meets a bad interface.</summary>
[Alias("test.box`1")]
public interface IBoxGrain<T> : IGrainWithStringKey
{
    [Alias("Fine")]
    Task Fine();

    [Alias("Put")]
    Task Put(ImmutableArray<T> messages);
}

internal sealed class UnmarkedBoxGrain : Grain, IBoxGrain<Unmarked>
{
    public Task Fine() => Task.CompletedTask;

    public Task Put(ImmutableArray<Unmarked> messages) => Task.CompletedTask;
}

internal sealed class ParcelBoxGrain : Grain, IBoxGrain<Parcel>
{
    public Task Fine() => Task.CompletedTask;

    public Task Put(ImmutableArray<Parcel> messages) => Task.CompletedTask;
}

[Alias("test.nobody")]
public interface INobodyGrain : IGrainWithStringKey
{
    [Alias("Ask")]
    Task Ask();
}
