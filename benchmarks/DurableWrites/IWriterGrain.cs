using Orleans;

namespace Networks.Benchmarks.DurableWrites;

/// <summary>A grain that keeps one resident's state and makes it durable on every call.</summary>
[Alias("networks.benchmarks.i-writer-grain")]
public interface IWriterGrain : IGrainWithStringKey
{
    /// <summary>Changes the state and answers when the change is durable.</summary>
    [Alias("write")]
    Task Write(int number);
}
