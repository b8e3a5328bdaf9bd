using System.Collections.Immutable;
using Networks.Domain.Organisations;
using Networks.Grains.Commands;
using Orleans;
using Orleans.Runtime;

namespace Networks.Grains.OrganisationRegisters;

internal sealed class OrganisationRegisterGrain : Grain, IOrganisationRegisterGrain
{
    private readonly DurableState<OrganisationRegisterState> _row;

    public OrganisationRegisterGrain(
        [PersistentState(StateNames.OrganisationRegister, StateNames.Provider)] IPersistentState<OrganisationRegisterState> storage) =>
        _row = new DurableState<OrganisationRegisterState>(storage, this);

    private OrganisationRegisterState Current => _row.Current ?? new OrganisationRegisterState();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _row.Load();
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<Organisation>> All() => Task.FromResult(Current.Organisations);

    public Task<Organisation?> Find(OrganisationId id) => Task.FromResult(Current.Organisations.FirstOrDefault(known => known.Id == id));

    public async Task<int> Adopt(ImmutableArray<Organisation> organisations)
    {
        var (rows, changed) = Upserts.Into(Current.Organisations, organisations, organisation => organisation.Id);
        if (changed > 0)
        {
            await _row.Write(Current with { Organisations = rows });
        }

        return changed;
    }
}
