using Networks.Orleans.Tests.Cluster;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Networks.Orleans.Tests.Calls;

[Alias("test.turns")]
public interface ITurnGrain : IGrainWithStringKey
{
    /// <summary>Runs with several awaits; answers how many calls ran at once at most so far.</summary>
    [Alias("Crowd")]
    Task<int> Crowd();

    /// <summary>Waits inside the grain until so many calls are inside it.</summary>
    [Alias("Meet")]
    Task Meet(string name, int parties);

    /// <summary>Says that it is inside, then waits for a door.</summary>
    [Alias("Hold")]
    Task Hold(string entered, string door);

    [AlwaysInterleave]
    [Alias("Overtake")]
    Task<string> Overtake();

    [ReadOnly]
    [Alias("ReadMeet")]
    Task ReadMeet(string name, int parties);

    [ReadOnly]
    [Alias("ReadHold")]
    Task ReadHold(string entered, string door);

    /// <summary>Adds one across an await without any lock.</summary>
    [Alias("Add")]
    Task Add();

    [Alias("Sum")]
    Task<int> Sum();

    /// <summary>Whether code after awaits of all kinds still runs as this grain.</summary>
    [Alias("StaysAtHome")]
    Task<bool> StaysAtHome();

    [OneWay]
    [Alias("Tell")]
    Task Tell(string door);

    [OneWay]
    [Alias("TellAndFail")]
    Task TellAndFail(string door);
}

/// <summary>One grain's worth of behaviour, for a class of each kind of reentrancy.</summary>
public abstract class TurnGrainBody : Grain, ITurnGrain
{
    private int _inside;
    private int _most;
    private int _sum;

    public async Task<int> Crowd()
    {
        _most = Math.Max(_most, ++_inside);
        await Task.Yield();
        await Task.Delay(1);
        _inside--;
        return _most;
    }

    public Task Meet(string name, int parties) => Meeting.OfAsync(name, parties);

    public async Task Hold(string entered, string door)
    {
        Meeting.Open(entered);
        await Meeting.Until(door);
    }

    public Task<string> Overtake() => Task.FromResult("overtook");

    public Task ReadMeet(string name, int parties) => Meet(name, parties);

    public Task ReadHold(string entered, string door) => Hold(entered, door);

    public async Task Add()
    {
        await Task.Yield();
        var before = _sum;
        Thread.SpinWait(100);
        _sum = before + 1;
        await Task.Yield();
    }

    public Task<int> Sum() => Task.FromResult(_sum);

    public async Task<bool> StaysAtHome()
    {
        var home = TaskScheduler.Current;
        var stays = !ReferenceEquals(home, TaskScheduler.Default);
        await Task.Yield();
        stays &= ReferenceEquals(home, TaskScheduler.Current);
        await Task.Delay(1);
        stays &= ReferenceEquals(home, TaskScheduler.Current);
        await Task.Run(() => { });
        stays &= ReferenceEquals(home, TaskScheduler.Current);
        await GrainFactory.GetGrain<ITurnGrain>(this.GetPrimaryKeyString() + "-other", GetType().FullName!).Sum();
        return stays && ReferenceEquals(home, TaskScheduler.Current);
    }

    public async Task Tell(string door)
    {
        await Meeting.Until(door);
        _sum++;
    }

    public async Task TellAndFail(string door)
    {
        await Meeting.Until(door);
        throw new InvalidOperationException("Nobody hears this.");
    }
}

internal sealed class PlainTurnGrain : TurnGrainBody;

[Reentrant]
internal sealed class ReentrantTurnGrain : TurnGrainBody;

[MayInterleave(nameof(MayInterleave))]
internal sealed class ChoosyTurnGrain : TurnGrainBody
{
    public static bool MayInterleave(IInvokable request) =>
        request.GetMethodName() == nameof(ITurnGrain.Meet)
        && request.GetArgument(0) is string name && name.StartsWith("free-", StringComparison.Ordinal);
}

[StatelessWorker(3)]
internal sealed class WorkerTurnGrain : TurnGrainBody;

[Alias("test.chain")]
public interface IChainGrain : IGrainWithStringKey
{
    /// <summary>Calls the other grain, which calls this one back.</summary>
    [Alias("ThereAndBack")]
    [ResponseTimeout("00:00:01")]
    Task<string> ThereAndBack(string other, bool allowed);

    [Alias("CallBack")]
    [ResponseTimeout("00:00:01")]
    Task<string> CallBack(string first);

    [Alias("Answer")]
    [ResponseTimeout("00:00:01")]
    Task<string> Answer();
}

internal sealed class ChainGrain : Grain, IChainGrain
{
    public async Task<string> ThereAndBack(string other, bool allowed)
    {
        if (!allowed)
        {
            return await GrainFactory.GetGrain<IChainGrain>(other).CallBack(this.GetPrimaryKeyString());
        }

        using var section = RequestContext.AllowCallChainReentrancy();
        return await GrainFactory.GetGrain<IChainGrain>(other).CallBack(this.GetPrimaryKeyString());
    }

    public Task<string> CallBack(string first) => GrainFactory.GetGrain<IChainGrain>(first).Answer();

    public Task<string> Answer() => Task.FromResult("answered");
}
