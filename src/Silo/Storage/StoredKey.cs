using System.Text;
using Orleans;
using Orleans.Runtime;

namespace Networks.Silo.Storage;

/// <summary>
/// One row's key in the <c>OrleansStorage</c> layout: the state's name, the grain's key, and the two hashes that Orleans files them under.
/// Either package set must find the other's rows, so the hashes are Orleans' own.
/// </summary>
/// <param name="StateName">Content of GrainTypeString.</param>
/// <param name="GrainKey">Content of GrainIdExtensionString.</param>
/// <param name="NameHash">Content of GrainTypeHash.</param>
/// <param name="KeyHash">Content of GrainIdHash.</param>
internal readonly record struct StoredKey(string StateName, string GrainKey, int NameHash, int KeyHash)
{
    private const int BytesUsual = 256;

    public static StoredKey Of(string stateName, GrainId grain) => Of(stateName, grain.Key.ToString() ?? "");

    // Orleans reverses the bytes of the grain's key before hashing them, but not those of the state's name.
    public static StoredKey Of(string stateName, string grainKey) =>
        new(stateName, grainKey, Hash(stateName, isReversed: false), Hash(grainKey, isReversed: true));

    public override string ToString() => $"{StateName} {GrainKey}";

    private static int Hash(string text, bool isReversed)
    {
        Span<byte> room = stackalloc byte[BytesUsual];
        var bytes = Encoding.UTF8.GetMaxByteCount(text.Length) <= room.Length ? room : new byte[Encoding.UTF8.GetByteCount(text)];
        bytes = bytes[..Encoding.UTF8.GetBytes(text, bytes)];
        if (isReversed)
        {
            bytes.Reverse();
        }

        return unchecked((int)StableHash.ComputeHash(bytes));
    }
}
