using System.Globalization;
using System.Text;

namespace Networks.Silo.Storage;

/// <summary>
/// One store, one owner. The lock is the operating system's own lock on a file beside the store, so it ends with its process however that
/// ends, and a file left behind by a dead process holds nobody up. The file says who the owner is and where it serves.
/// </summary>
public sealed class StoreLock : IDisposable
{
    private const int ContentBytesMax = 4096;
    private readonly FileStream _file;

    private StoreLock(FileStream file) => _file = file;

    /// <summary>Path of the lock file of the store at <paramref name="storePath"/>.</summary>
    public static string PathFor(string storePath) => storePath + ".lock";

    /// <summary>Takes the store for this process, or throws <see cref="StoreInUseException"/> naming the process that has it.</summary>
    public static StoreLock Acquire(string storePath)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(storePath))!);
        var file = TryOpen(PathFor(storePath), FileMode.OpenOrCreate) ?? throw new StoreInUseException(storePath, ReadOwner(storePath));
        var held = new StoreLock(file);
        held.Write(null);
        return held;
    }

    /// <summary>Who owns the store now; null if nobody does, whatever a dead owner left behind.</summary>
    public static StoreOwner? FindOwner(string storePath)
    {
        if (!File.Exists(PathFor(storePath)))
        {
            return null;
        }

        using var free = TryOpen(PathFor(storePath), FileMode.Open);
        return free is null ? ReadOwner(storePath) ?? new StoreOwner(0, null) : null;
    }

    /// <summary>Tells everyone who looks where this process serves the store.</summary>
    public void Publish(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        Write(url);
    }

    /// <summary>Gives the store up. The emptied file stays: removing it would let two newcomers lock two different files of one name.</summary>
    public void Dispose()
    {
        if (_file.CanWrite)
        {
            _file.SetLength(0);
        }

        _file.Dispose();
    }

    private static FileStream? TryOpen(string path, FileMode mode)
    {
        // Unix locks are advisory, so an exclusive one still lets the next process read who the owner is; on Windows only sharing for
        // reading does.
        var share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None;
        try
        {
            return new FileStream(path, mode, FileAccess.ReadWrite, share, bufferSize: 0);
        }
        catch (IOException inUse) when (inUse is not (DirectoryNotFoundException or PathTooLongException or FileNotFoundException))
        {
            return null;
        }
    }

    private static StoreOwner? ReadOwner(string storePath)
    {
        using var file = new FileStream(PathFor(storePath), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new byte[ContentBytesMax];
        var lines = Encoding.UTF8.GetString(content, 0, file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)).Split('\n');
        return int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
            ? new StoreOwner(processId, lines.Length > 1 && Uri.TryCreate(lines[1], UriKind.Absolute, out var url) ? url : null)
            : null;
    }

    private void Write(Uri? url)
    {
        var content = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n{url}\n"));
        _file.Position = 0;
        _file.Write(content);
        _file.SetLength(content.Length);
        _file.Flush(flushToDisk: true);
    }
}
