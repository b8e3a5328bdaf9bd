using System.Security.Cryptography;
using System.Text;

namespace Networks.Silo.Storage.Journals;

/// <summary>Whose journal it is: 128 bits that the store drew once, as hexadecimal digits.</summary>
/// <param name="Store">The store's own.</param>
internal readonly record struct JournalOwner(string Store)
{
    /// <summary>Bytes in a file.</summary>
    public const int Length = 32;

    public static JournalOwner Draw() => new(RandomNumberGenerator.GetHexString(Length, lowercase: true));

    public static JournalOwner Read(ReadOnlySpan<byte> bytes) => new(Encoding.ASCII.GetString(bytes));

    public void Write(Span<byte> bytes) => Encoding.ASCII.GetBytes(Store, bytes);
}
