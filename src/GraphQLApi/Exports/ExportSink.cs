namespace Networks.GraphQLApi.Exports;

/// <summary>
/// Takes what a writer writes and passes it on in pieces, so that memory stays the same however long the file, and whoever waits for it
/// sees the first piece at once. Whoever writes also says how far the work has come.
/// </summary>
internal sealed class ExportSink(Stream target, Action<long, long> progress, CancellationToken cancellationToken)
{
    private const int PieceBytes = 64 * 1024;

    private readonly MemoryStream _piece = new(2 * PieceBytes);

    /// <summary>What is written here goes on with the next call of <see cref="PassOnAsync"/>.</summary>
    public Stream Piece => _piece;

    /// <summary>Sends what has come together, if it is a whole piece. Ends when nobody waits for the file any more.</summary>
    public ValueTask PassOnAsync() => _piece.Length < PieceBytes ? ValueTask.CompletedTask : FlushAsync();

    /// <summary>Sends what has come together, however little.</summary>
    public async ValueTask FlushAsync()
    {
        cancellationToken.ThrowIfCancellationRequested();
        await target.WriteAsync(_piece.GetBuffer().AsMemory(0, (int)_piece.Length), cancellationToken);
        await target.FlushAsync(cancellationToken);
        _piece.SetLength(0);
    }

    public void Tell(long done, long total) => progress(done, total);
}
