using Networks.Domain.Residents;
using Orleans;

namespace Networks.Grains.Residents;

/// <summary>How to reach one resident, kept apart from her record so that nothing which reads records can ever meet it.</summary>
[Alias("networks.contact-card-grain")]
public interface IContactCardGrain : IGrainWithStringKey
{
    /// <summary>The card; null if none is kept.</summary>
    [Alias("read")]
    Task<ContactCard?> Read(CancellationToken cancellationToken = default);

    /// <summary>
    /// Keeps a card in place of the present one. The same card again writes nothing, nor does one of somebody who is not registered or is
    /// erased; answers whether it wrote.
    /// </summary>
    [Alias("keep")]
    Task<bool> Keep(ContactCard card, CancellationToken cancellationToken = default);

    /// <summary>Keeps no card any more.</summary>
    [Alias("forget")]
    Task Forget(CancellationToken cancellationToken = default);
}
