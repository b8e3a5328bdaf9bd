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
    public static StoredKey Of(string stateName, GrainId grain) => Of(stateName, grain.Key.ToString() ?? "");

    public static StoredKey Of(string stateName, string grainKey)
    {
        var key = Encoding.UTF8.GetBytes(grainKey);

        // Orleans reverses the bytes of the grain's key before hashing them, but not those of the state's name.
        Array.Reverse(key);
        return new StoredKey(stateName, grainKey, Hash(Encoding.UTF8.GetBytes(stateName)), Hash(key));
    }

    public override string ToString() => $"{StateName} {GrainKey}";

    private static int Hash(byte[] bytes) => unchecked((int)StableHash.ComputeHash(bytes));
}
