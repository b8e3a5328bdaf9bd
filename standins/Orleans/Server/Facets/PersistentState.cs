using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>A stored record of a grain, handed to its constructor and read before it activates.</summary>
public interface IPersistentState<TState> : IStorage<TState>;

/// <summary>Names the record and the storage provider of a constructor parameter.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class PersistentStateAttribute : Attribute
{
    public PersistentStateAttribute(string stateName, string? storageName = null)
    {
        ArgumentNullException.ThrowIfNull(stateName);
        StateName = stateName;
        StorageName = storageName;
    }

    public string StateName { get; }

    public string? StorageName { get; }
}
