using Microsoft.Win32.SafeHandles;

namespace Networks.Silo.Storage.Journals;

/// <summary>
/// Batches of changes in the order in which they were made, each on the disk before anybody hears of it: two files in turns, of which one
/// begins anew once the store holds everything that is in it. It is written by one thread; another says what the store holds.
/// </summary>
internal sealed class Journal : IDisposable
{
    /// <summary>Bytes from which on the other file is used: what a crash has to read again is at most twice as much.</summary>
    public const int FileBytesMax = 192 << 20;

    /// <summary>Part of that from which on a file is not used further once the store holds all that is in it.</summary>
    private const int LeavingShare = 8;

    private readonly string _path;
    private readonly long _fileBytesMax;
    private readonly Action<SafeFileHandle> _flush;
    private JournalFile[] _files = [];
    private byte[] _frame = new byte[JournalFrame.Unit];
    private int _used;
    private long _full;
    private long _kept;

    /// <param name="path">The store's file; the journal's stand beside it.</param>
    /// <param name="fileBytesMax">Bytes from which on the other file is used.</param>
    /// <param name="flush">Waits for the disk; <see cref="DiskFlush.Flush"/> unless a test looks on.</param>
    public Journal(string path, long fileBytesMax = FileBytesMax, Action<SafeFileHandle>? flush = null) =>
        (_path, _fileBytesMax, _flush) = (path, fileBytesMax, flush ?? DiskFlush.Flush);

    /// <summary>True from the first batch on.</summary>
    public bool IsBegun => _files.Length > 0;

    /// <summary>The last number of the file that is full and waits to be used again; 0 = none waits.</summary>
    public long Full => Interlocked.Read(ref _full);

    private JournalFile InUse => _files[_used];

    /// <summary>The files of the store's journal, whether they are there or not.</summary>
    public static string[] PathsFor(string storePath) => [storePath + "-changes-1", storePath + "-changes-2"];

    /// <summary>
    /// The batches after number <paramref name="kept"/> that the journal of the store at <paramref name="path"/> holds, in order; none
    /// without a journal. Throws <see cref="InvalidDataException"/> if one is missing or damaged, or if the journal is another store's.
    /// </summary>
    public static List<JournalBatch> Read(string path, JournalOwner owner, long kept)
    {
        List<JournalBatch> batches =
        [
            .. PathsFor(path).Where(File.Exists).SelectMany(file => JournalFile.Read(file, owner))
                .Where(batch => batch.Number > kept).OrderBy(static batch => batch.Number),
        ];
        for (var i = 0; i < batches.Count; i++)
        {
            if (batches[i].Number != kept + 1 + i)
            {
                throw new InvalidDataException(
                    $"The store {path} lacks change {kept + 1 + i}, which its journal should hold. Restore it from a backup.");
            }
        }

        return batches;
    }

    /// <summary>Removes the files of a journal whose batches the store holds.</summary>
    public static void Remove(string path)
    {
        foreach (var file in PathsFor(path))
        {
            File.Delete(file);
        }
    }

    /// <summary>Makes both files, so that one that is missing later is missed; what stood there is no longer needed.</summary>
    public void Begin(JournalOwner owner)
    {
        var paths = PathsFor(_path);
        var first = JournalFile.Create(paths[0], owner, _flush);
        try
        {
            _files = [first, JournalFile.Create(paths[1], owner, _flush)];
        }
        catch
        {
            // It is begun again with the next batch.
            first.Dispose();
            throw;
        }
    }

    /// <summary>The journal was not needed after all; it may be begun again.</summary>
    public void Abandon()
    {
        Dispose();
        _files = [];
    }

    /// <summary>
    /// True if the file in use is worth leaving: the next batch begins the other one if the store holds everything by then, so that whoever
    /// comes after a pause has the whole journal before him and not what the last hour left of it.
    /// </summary>
    public bool IsWorthLeaving => InUse.End >= _fileBytesMax / LeavingShare;

    /// <summary>True if the other file still holds what the store does not, and the one in use is half full.</summary>
    public bool NeedsKeeping => Full != 0 && InUse.End >= _fileBytesMax / 2;

    /// <summary>True if the file in use is full and the other one still holds what the store does not.</summary>
    public bool MustWait => Full != 0 && InUse.End >= _fileBytesMax;

    /// <summary>
    /// Puts a batch on the disk; not while <see cref="MustWait"/>. If it throws, the batch may be there or not: the same number is written
    /// next, in the same place. Answers where its content begins.
    /// </summary>
    public JournalPlace Append(ReadOnlySpan<byte> content, long number)
    {
        if (InUse.End >= _fileBytesMax || (IsWorthLeaving && Interlocked.Read(ref _kept) >= InUse.Last))
        {
            UseTheOther();
        }

        var length = JournalFrame.LengthOf(content.Length);
        if (_frame.Length < length)
        {
            _frame = new byte[length * 2];
        }

        content.CopyTo(_frame.AsSpan(JournalFrame.HeadLength));
        var place = new JournalPlace(_used, InUse.End + JournalFrame.HeadLength);
        InUse.Append(_frame.AsSpan(0, length), content.Length, number);
        return place;
    }

    /// <summary>Reads what was appended, as long as the store does not hold it. From any thread.</summary>
    public void Read(JournalPlace place, Span<byte> bytes) => _files[place.File].Read(place.Offset, bytes);

    /// <summary>The store holds, on the disk, every batch up to this number. From any thread.</summary>
    public void Kept(long number)
    {
        Interlocked.Exchange(ref _kept, number);
        LetGo(number);
    }

    public void Dispose()
    {
        foreach (var file in _files)
        {
            file.Dispose();
        }
    }

    private void LetGo(long kept)
    {
        if (Full is not 0 and var last && last <= kept)
        {
            Interlocked.Exchange(ref _full, 0);
        }
    }

    private void UseTheOther()
    {
        var (full, other) = (InUse, 1 - _used);
        _files[other].Restart();
        _used = other;
        Interlocked.Exchange(ref _full, full.Last);
        LetGo(Interlocked.Read(ref _kept)); // of a file that was left before it was full everything
    }
}
