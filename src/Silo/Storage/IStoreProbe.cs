namespace Networks.Silo.Storage;

/// <summary>Opens the store when the host starts, and says whether it can be read and written.</summary>
internal interface IStoreProbe
{
    /// <summary>Opens the store, laying its tables if need be; throws if it cannot be used.</summary>
    Task Open(CancellationToken cancellationToken);

    /// <summary>Throws what is wrong with the store; returns if nothing is.</summary>
    Task Probe(CancellationToken cancellationToken);
}
