using Orleans;

namespace Networks.Domain.Commands;

/// <summary>
/// What a command says about one fact: nothing (the fact stays as it is), or the value it shall have, where null clears it.
/// </summary>
/// <param name="IsGiven">False, as in <c>default</c>, leaves the fact alone.</param>
/// <param name="Value">The new value, if given.</param>
/// <typeparam name="T">The fact's type.</typeparam>
[GenerateSerializer, Immutable, Alias("networks.change`1")]
public readonly record struct Change<T>([property: Id(0)] bool IsGiven, [property: Id(1)] T Value) : IChange
{
    /// <summary>The given value, or <paramref name="present"/> where none was given.</summary>
    public T Or(T present) => IsGiven ? Value : present;

    /// <summary>A given value.</summary>
    public static implicit operator Change<T>(T value) => new(true, value);
}

/// <summary>A change of any fact, for readers who only ask whether it says something.</summary>
public interface IChange
{
    /// <summary>False if the fact shall stay as it is.</summary>
    bool IsGiven { get; }
}
