using Networks.Domain.Residents;
using Networks.Grains.Commands;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.Residents;

internal sealed class ContactCardGrain : Grain, IContactCardGrain
{
    private readonly DurableState<ContactCardState> _row;

    public ContactCardGrain([PersistentState(StateNames.ContactCard, StateNames.Provider)] IPersistentState<ContactCardState> storage) =>
        _row = new DurableState<ContactCardState>(storage, this);

    private ResidentId Id => ResidentId.Of(EntityKeys.Reference(this.GetPrimaryKeyString()));

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _row.Load();
        return Task.CompletedTask;
    }

    public Task<ContactCard?> Read(CancellationToken cancellationToken) => Task.FromResult(_row.Current?.Card);

    public async Task<bool> Keep(ContactCard card, CancellationToken cancellationToken)
    {
        if (card == _row.Current?.Card)
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
}
