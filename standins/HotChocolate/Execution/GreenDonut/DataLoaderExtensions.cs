namespace GreenDonut;

public static class DataLoaderExtensions
{
    /// <summary>The value of a key; a key the source does not know is a fault.</summary>
    public static async Task<TValue> LoadRequiredAsync<TKey, TValue>(
        this IDataLoader<TKey, TValue> dataLoader,
        TKey key,
        CancellationToken cancellationToken = default)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(dataLoader);
        var value = await dataLoader.LoadAsync(key, cancellationToken).ConfigureAwait(false);
        return value ?? throw new KeyNotFoundException($"The key {key} could not be resolved.");
    }

    /// <summary>The values in the order of the keys; a key the source does not know is a fault.</summary>
    public static async Task<IReadOnlyList<TValue>> LoadRequiredAsync<TKey, TValue>(
        this IDataLoader<TKey, TValue> dataLoader,
        IReadOnlyCollection<TKey> keys,
        CancellationToken cancellationToken = default)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(dataLoader);
        var values = await dataLoader.LoadAsync(keys, cancellationToken).ConfigureAwait(false);
        var missing = keys.Where((_, index) => values[index] is null).ToArray();
        return missing.Length == 0
            ? [.. values.Select(value => value!)]
            : throw new KeyNotFoundException($"The keys {string.Join(", ", missing)} could not be resolved.");
    }
}
