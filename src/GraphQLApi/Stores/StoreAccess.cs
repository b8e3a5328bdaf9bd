using System.Security.Cryptography;
using System.Text;
using Networks.Silo.Storage;

namespace Networks.GraphQLApi.Stores;

/// <summary>
/// The word by which a running server knows commands on this machine: whoever may read the data directory may work on the store. A web
/// page in somebody's browser can reach the loopback too, but cannot read the word.
/// </summary>
internal static class StoreAccess
{
    /// <summary>Header that carries the word.</summary>
    public const string Header = "Networks-Store-Access";

    /// <summary>Where a running server takes work.</summary>
    public const string Path = "/internal/work";

    private const int WordBytes = 32;

    /// <summary>Makes a new word and writes it beside the store, for its owner's eyes only.</summary>
    public static string Issue(string dataDirectory)
    {
        var word = Convert.ToHexString(RandomNumberGenerator.GetBytes(WordBytes));
        var path = FilePath(dataDirectory);
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(word));
        return word;
    }

    /// <summary>The word of the server that owns the store.</summary>
    public static string Read(string dataDirectory) => File.ReadAllText(FilePath(dataDirectory));

    /// <summary>True if both words are the same, in a time that tells nothing about where they differ.</summary>
    public static bool Equal(string issued, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(issued), Encoding.UTF8.GetBytes(given));

    private static string FilePath(string dataDirectory) =>
        System.IO.Path.Combine(dataDirectory, NetworksStoreOptions.SqliteFileName + ".access");
}
