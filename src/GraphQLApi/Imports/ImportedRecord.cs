using System.Text.Json;
using Networks.Grains.Wards;

namespace Networks.GraphQLApi.Imports;

/// <summary>A record that an import adds or changes.</summary>
/// <param name="Before">As stored; null if never seen.</param>
/// <param name="Merged">As it shall be.</param>
internal readonly record struct ImportedRecord<T>(T? Before, T Merged)
    where T : class
{
    public bool IsNew => Before is null;

    /// <summary>True if both would be written as the same bytes; lists inside records have no equality of their own.</summary>
    public static bool AreSame(T one, T other) => JsonSerializer.SerializeToUtf8Bytes(one, StateJson.Options).AsSpan()
        .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, StateJson.Options));
}
