namespace Networks.Silo.Storage;

/// <summary>Another process owns the store. Its owner, if it serves, is the way in.</summary>
public sealed class StoreInUseException : IOException
{
    /// <summary>Names the store and its owner.</summary>
    public StoreInUseException(string storePath, StoreOwner? owner)
        : base($"The store {storePath} is in use by {owner?.ToString() ?? "another process"}. Go through that one, or end it first.") =>
        Owner = owner;

    /// <summary>Who owns the store, as far as the lock file says.</summary>
    public StoreOwner? Owner { get; }
}
