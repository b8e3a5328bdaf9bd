namespace Networks.Silo.Storage;

/// <summary>The running process that owns a store.</summary>
/// <param name="ProcessId">Its id on this machine.</param>
/// <param name="Url">Where it serves; null while it does not (yet).</param>
public sealed record StoreOwner(int ProcessId, Uri? Url)
{
    /// <inheritdoc/>
    public override string ToString() => Url is null ? $"process {ProcessId}" : $"process {ProcessId} at {Url}";
}
