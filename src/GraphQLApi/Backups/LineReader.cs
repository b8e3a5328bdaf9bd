namespace Networks.GraphQLApi.Backups;

/// <summary>Cuts a stream into lines of bytes, however long they are.</summary>
internal sealed class LineReader(Stream stream) : IDisposable
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _begin;
    private int _end;

    /// <summary>The next line with its end; null after the last. It is the caller's to keep.</summary>
    public byte[]? Next()
    {
        var scanned = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_begin + scanned, _end - _begin - scanned).IndexOf((byte)'\n');
            if (at >= 0)
            {
                return Take(scanned + at + 1);
            }

            scanned = _end - _begin;
            if (!Fill())
            {
                return scanned > 0 ? Take(scanned) : null;
            }
        }
    }

    public void Dispose() => stream.Dispose();

    private byte[] Take(int length)
    {
        var line = _buffer.AsSpan(_begin, length).ToArray();
        _begin += length;
        return line;
    }

    private bool Fill()
    {
        if (_begin > 0)
        {
            _buffer.AsSpan(_begin, _end - _begin).CopyTo(_buffer);
            (_begin, _end) = (0, _end - _begin);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
