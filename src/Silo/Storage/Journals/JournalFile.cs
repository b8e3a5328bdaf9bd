using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Networks.Silo.Storage.Journals;

/// <summary>
/// One file of a journal: a head that says whose it is, and frames one after another. It is used again from its beginning once everything
/// in it is kept elsewhere, under a new generation, so that what is left of its earlier use is not taken for its own. A file that was
/// written before is overwritten faster than a new one grows.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    /// <summary>
    /// By so much the file grows, filled with zeros: whoever waits for the frame that has it grow waits for them too. In larger steps it
    /// is as much work in all.
    /// </summary>
    public const int GrowthBytes = 128 << 10;

    /// <summary>The generation of the frame that is a file's head; its number is the generation of the frames after it.</summary>
    private const long HeadGeneration = 1;

    private static readonly byte[] Zeros = new byte[GrowthBytes];

    private readonly SafeFileHandle _file;
    private readonly Action<SafeFileHandle> _flush;
    private readonly JournalOwner _owner;
    private long _generation;
    private long _length;
    private long _end;

    private JournalFile(SafeFileHandle file, Action<SafeFileHandle> flush, JournalOwner owner)
    {
        _file = file;
        _flush = flush;
        _owner = owner;
        _length = RandomAccess.GetLength(file);
    }

    /// <summary>Bytes in use.</summary>
    public long End => _end;

    /// <summary>The last number written to it in this use; 0 before the first.</summary>
    public long Last { get; private set; }

    /// <summary>Makes the file, or takes one that is there, and has it begin anew.</summary>
    public static JournalFile Create(string path, JournalOwner owner, Action<SafeFileHandle> flush)
    {
        var handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            var file = new JournalFile(handle, flush, owner);
            file.Restart();
            return file;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>What a file holds, in its order; nothing if it was never begun. Throws if it is another store's, or damaged.</summary>
    public static List<JournalBatch> Read(string path, JournalOwner owner)
    {
        ReadOnlyMemory<byte> bytes = File.ReadAllBytes(path);
        var batches = new List<JournalBatch>();
        if (!JournalFrame.TryRead(bytes, HeadGeneration, out var generation, out var head))
        {
            return batches;
        }

        if (!owner.Equals(JournalOwner.Read(head.Span)))
        {
            throw new InvalidDataException(
                $"{path} holds changes of another store than the one beside it. Move it away, or put back the store it belongs to.");
        }

        var at = (long)JournalFrame.Unit;
        while (at < bytes.Length && JournalFrame.TryRead(bytes[(int)at..], generation, out var number, out var content))
        {
            batches.Add(new JournalBatch(number, content));
            at += JournalFrame.LengthOf(content.Length);
        }

        RefuseWhatFollows(path, bytes, generation, at);
        return batches;
    }

    /// <summary>Begins anew: what is in the file is no longer needed.</summary>
    public void Restart()
    {
        Span<byte> random = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(random);
        _generation = BitConverter.ToInt64(random);
        var head = new byte[JournalFrame.Unit];
        _owner.Write(head.AsSpan(JournalFrame.HeadLength));
        JournalFrame.Close(head, JournalOwner.Length, _generation, HeadGeneration);
        RandomAccess.Write(_file, head, 0);
        _flush(_file);
        (_end, Last) = (JournalFrame.Unit, 0);
        _length = Math.Max(_length, _end);
    }

    /// <summary>
    /// Puts a frame at the end, whose content stands from <see cref="JournalFrame.HeadLength"/> on, and returns once it is on the disk. If
    /// it throws, the frame may be there or not, and the next one takes its place.
    /// </summary>
    public void Append(Span<byte> frame, int content, long number)
    {
        JournalFrame.Close(frame, content, number, _generation);

        // With room beyond what is needed the next waits are for data alone, and not for the file's new length as well.
        for (; _length < _end + frame.Length; _length += Zeros.Length)
        {
            RandomAccess.Write(_file, Zeros, _length);
        }

        RandomAccess.Write(_file, frame, _end);
        _flush(_file);
        _end += frame.Length;
        Last = number;
    }

    /// <summary>Reads what was appended. From any thread; what is read of an earlier use of the file is of no use.</summary>
    public void Read(long offset, Span<byte> bytes)
    {
        for (int count; bytes.Length > 0; bytes = bytes[count..], offset += count)
        {
            count = RandomAccess.Read(_file, bytes, offset);
            if (count == 0)
            {
                throw new EndOfStreamException($"The journal ends before byte {offset}, where a change should stand.");
            }
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>
    /// The frame that was being written in a crash may be cut off, and then it is the last one. If another follows, it was acknowledged,
    /// and one before it has gone bad.
    /// </summary>
    private static void RefuseWhatFollows(string path, ReadOnlyMemory<byte> bytes, long generation, long from)
    {
        for (var at = from; at < bytes.Length; at += JournalFrame.Unit)
        {
            if (JournalFrame.TryRead(bytes[(int)at..], generation, out var number, out _))
            {
                throw new InvalidDataException(
                    $"{path} is damaged at byte {from}: change {number} follows there. Restore the store from a backup.");
            }
        }
    }
}
