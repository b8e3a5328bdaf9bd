using Orleans.Runtime;

namespace Orleans.Storage;

public interface IHasher
{
    string Description { get; }

    int Hash(byte[] data);
}

public interface IStorageHasherPicker
{
    ICollection<IHasher> HashProviders { get; }

    IHasher? PickHasher<T>(
        string serviceId,
        string storageProviderInstanceName,
        string grainType,
        GrainId grainId,
        IGrainState<T> grainState,
        string? tag = null);
}

public class StorageHasherPicker : IStorageHasherPicker
{
    public StorageHasherPicker(IEnumerable<IHasher> hashProviders)
    {
        ArgumentNullException.ThrowIfNull(hashProviders);
        HashProviders = [.. hashProviders];
    }

    public ICollection<IHasher> HashProviders { get; }

    public IHasher? PickHasher<T>(
        string serviceId,
        string storageProviderInstanceName,
        string grainType,
        GrainId grainId,
        IGrainState<T> grainState,
        string? tag = null) => HashProviders.FirstOrDefault();
}

public sealed class OrleansDefaultHasher : IHasher
{
    public string Description => $"The default Orleans hash function ({nameof(StableHash)}).";

    public int Hash(byte[] data) => unchecked((int)StableHash.ComputeHash(data));
}
