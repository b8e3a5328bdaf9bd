using Networks.Domain.Organisations;
using Networks.Testing;

namespace Networks.Grains.Tests.OrganisationRegisters;

public sealed class OrganisationRegisterGrainTests
{
    private static readonly Organisation AgeUk = new() { Id = OrganisationId.Of("O10"), Name = "Age UK", Kind = OrganisationKind.Vcfse };
    private static readonly Organisation Council = new() { Id = OrganisationId.Of("O2"), Name = "The council" };

    [Fact]
    public async Task Organisations_are_kept_in_the_order_of_their_references_and_the_same_again_changes_nothing()
    {
        await using var silo = await TestSilo.Start();
        var register = silo.Grains.OrganisationRegister();
        Assert.Equal(2, await register.Adopt([Council, AgeUk]));
        Assert.Equal(0, await register.Adopt([AgeUk, Council]));
        Assert.Equal(1, await register.Adopt([Council with { Kind = OrganisationKind.Council }]));
        await silo.CrashAndRestart();
        var kept = await silo.Grains.OrganisationRegister().All();
        Assert.Equal([AgeUk, Council with { Kind = OrganisationKind.Council }], kept.AsEnumerable());
    }

    [Fact]
    public async Task An_organisation_is_found_by_its_reference_and_an_unknown_one_is_nobody()
    {
        await using var silo = await TestSilo.Start();
        await silo.Grains.OrganisationRegister().Adopt([AgeUk]);
        Assert.Equal(AgeUk, await silo.Grains.OrganisationRegister().Find(AgeUk.Id));
        Assert.Null(await silo.Grains.OrganisationRegister().Find(OrganisationId.Of("O1")));
    }
}
