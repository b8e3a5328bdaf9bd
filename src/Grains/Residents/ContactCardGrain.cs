using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Networks.Grains.Wards;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.Residents;

internal sealed class ContactCardGrain : Grain, IContactCardGrain
{
    private readonly DurableState<ContactCardState> _row;

    private readonly WardBoard _board;

    public ContactCardGrain(
        [PersistentState(StateNames.ContactCard, StateNames.Provider)] IPersistentState<ContactCardState> storage, WardBoard board) =>
        (_row, _board) = (new DurableState<ContactCardState>(storage, this), board);

    private ResidentId Id => ResidentId.Of(EntityKeys.Reference(this.GetPrimaryKeyString()));

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _row.Load();
        return Task.CompletedTask;
    }

    public Task<ContactCard?> Read(CancellationToken cancellationToken) => Task.FromResult(_row.Current?.Card);

    public async Task<bool> Keep(ContactCard card, CancellationToken cancellationToken)
    {
        if (card == _row.Current?.Card || !await IsRegistered())
        {
            return false;
        }

        await _row.Write(new ContactCardState { Id = Id, Card = card });
        return true;
    }

    public async Task Forget(CancellationToken cancellationToken)
    {
        // The row stays, empty: a deleted row would begin again at version 1.
        if (_row.Current?.Card is not null)
        {
            await _row.Write(new ContactCardState { Id = Id });
        }
    }

    // A card that comes late must not outlive whoever was erased since. One that comes before is forgotten after this call: erasing takes
    // her from the ward's picture and from her own record before it asks for that.
    private async Task<bool> IsRegistered() => _board.Shows(Id) || await GrainFactory.Resident(Id).Read() is not null;
}
