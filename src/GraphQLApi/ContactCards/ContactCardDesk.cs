using Networks.Domain.Residents;
using Networks.Grains;
using Networks.GraphQLApi.Commands;
using Orleans;

namespace Networks.GraphQLApi.ContactCards;

/// <summary>
/// The one place where contact cards are read and kept. Only a coordinator may; until people sign in, that is a caller who gives a name.
/// Who read whose card is written down each time, never what stands on it.
/// </summary>
public sealed partial class ContactCardDesk(IGrainFactory grains, Caller caller, ILogger<ContactCardDesk> log)
{
    /// <summary>Whether the caller may read and keep cards.</summary>
    public bool IsOpen => caller.IsCoordinator;

    /// <summary>The card; null where none is kept, and for everyone but coordinators.</summary>
    public async Task<ContactCard?> ReadAsync(ResidentId resident, CancellationToken cancellationToken)
    {
        if (!IsOpen)
        {
            return null;
        }

        LogRead(caller.NameOrUnnamed, resident);
        return await grains.ContactCard(resident).Read(cancellationToken);
    }

    /// <summary>Changes a card: what is not given stays as it is.</summary>
    public async Task KeepAsync(ResidentId resident, Func<ContactCard, ContactCard> change, CancellationToken cancellationToken)
    {
        LogKept(caller.NameOrUnnamed, resident);
        var grain = grains.ContactCard(resident);
        await grain.Keep(change(await grain.Read(cancellationToken) ?? new ContactCard()), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Caller} read the contact card of resident {Resident}")]
    private partial void LogRead(string caller, ResidentId resident);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Caller} changed the contact card of resident {Resident}")]
    private partial void LogKept(string caller, ResidentId resident);
}
