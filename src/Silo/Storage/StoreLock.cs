using System.Globalization;

namespace Networks.Silo.Storage;

/// <summary>
/// One store, one owner. The hold is the operating system's own lock on a file beside the store, so it ends with its process however that
/// ends, and what a dead process left behind holds nobody up. The lock file beside it says who the owner is and where it serves; it is a
/// file of its own because nothing can be read from a file that is locked for one process alone.
/// </summary>
public sealed class StoreLock : IDisposable
{
    private const int AttemptsMax = 20;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(10);
    private readonly FileStream _hold;
    private readonly string _lockPath;

    private StoreLock(FileStream hold, string lockPath)
    {
        _hold = hold;
        _lockPath = lockPath;
    }

    /// <summary>Path of the lock file of the store at <paramref name="storePath"/>: process id and address, one a line.</summary>
    public static string PathFor(string storePath) => storePath + ".lock";

    /// <summary>Takes the store for this process, or throws <see cref="StoreInUseException"/> naming the process that has it.</summary>
    public static StoreLock Acquire(string storePath)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(storePath))!);

        // Somebody who only looks whether there is an owner holds the file for an instant.
        for (var attempt = 1; ; attempt++)
        {
            if (TryOpen(HoldPathFor(storePath), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None) is { } hold)
            {
                var held = new StoreLock(hold, PathFor(storePath));
                held.Write(null);
                return held;
            }

            if (attempt == AttemptsMax)
            {
                throw new StoreInUseException(storePath, ReadOwner(storePath));
            }

            Thread.Sleep(BetweenAttempts);
        }
    }

    /// <summary>Who owns the store now; null if nobody does, whatever a dead owner left behind.</summary>
    public static StoreOwner? FindOwner(string storePath)
    {
        if (!File.Exists(HoldPathFor(storePath)))
        {
            return null;
        }

        using var free = TryOpen(HoldPathFor(storePath), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return free is null ? ReadOwner(storePath) ?? new StoreOwner(0, null) : null;
    }

    /// <summary>Tells everyone who looks where this process serves the store.</summary>
    public void Publish(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        Write(url);
    }

    /// <summary>Gives the store up. The held file stays: removed, it would let two newcomers lock two files of one name.</summary>
    public void Dispose()
    {
        if (_hold.CanRead)
        {
            File.Delete(_lockPath);
            _hold.Dispose();
        }
    }

    private static string HoldPathFor(string storePath) => storePath + ".held";

    private static FileStream? TryOpen(string path, FileMode mode, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(path, mode, access, share, bufferSize: 0);
        }
        catch (IOException inUse) when (inUse is not (DirectoryNotFoundException or PathTooLongException or FileNotFoundException))
        {
            return null;
        }
    }

    private static StoreOwner? ReadOwner(string storePath)
    {
        if (!File.Exists(PathFor(storePath)))
        {
            return null;
        }

        var lines = File.ReadAllLines(PathFor(storePath));
        return lines.Length > 0 && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
            ? new StoreOwner(processId, lines.Length > 1 && Uri.TryCreate(lines[1], UriKind.Absolute, out var url) ? url : null)
            : null;
    }

    /// <summary>Replaces the lock file as a whole, so that nobody reads half of it.</summary>
    private void Write(Uri? url)
    {
        var next = _lockPath + ".next";
        File.WriteAllText(next, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n{url}\n"));
        File.Move(next, _lockPath, overwrite: true);
    }
}
