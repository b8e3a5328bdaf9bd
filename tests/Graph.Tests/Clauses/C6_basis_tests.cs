using Networks.Graph.Residents;

namespace Networks.Graph.Tests.Clauses;

/// <summary>C6: how much stands behind "no recorded connection".</summary>
public sealed class C6_basis_tests
{
    [Theory]
    [InlineData("2026-11-22", EvidenceBasis.Asked)]
    [InlineData("2026-11-23", EvidenceBasis.NeverAsked)]
    [InlineData(null, EvidenceBasis.NeverAsked)]
    public void C6_asked_means_asked_by_the_day(string? asked, EvidenceBasis basis) =>
        Assert.Equal(basis, new SmallTown().Person("A", asked: asked).Of("A")!.Connections.Basis);

    [Theory]
    [InlineData(null, EvidenceBasis.PartlyRecorded)]
    [InlineData("2026-11-22", EvidenceBasis.PartlyRecorded)]
    [InlineData("2026-11-23", EvidenceBasis.NeverAsked)]
    public void C6_partly_recorded_means_any_row_that_starts_by_the_day_or_has_no_start(string? since, EvidenceBasis basis)
    {
        Assert.Equal(basis, Basis(new SmallTown().People("A", "B").Tie("A", "B", since: since)));
        Assert.Equal(basis, Basis(new SmallTown().People("A", "B").Tie("B", "A", since: since)));
        Assert.Equal(basis, Basis(new SmallTown().People("A").Tie("A", "alter:1", since: since)));
        Assert.Equal(basis, Basis(new SmallTown().People("A").Group("G").Member("A", "G", since: since)));
    }

    [Fact]
    public void C6_a_row_that_has_ended_is_a_record_all_the_same()
    {
        Assert.Equal(EvidenceBasis.PartlyRecorded, Basis(new SmallTown().People("A", "B").Tie("A", "B", ended: "2020-01-01")));
        Assert.Equal(EvidenceBasis.PartlyRecorded, Basis(new SmallTown().People("A").Visited("A", "V1", ended: "2026-02-01")));
    }

    [Fact]
    public void C6_coming_to_a_group_without_a_membership_is_no_row_of_a_connection() =>
        Assert.Equal(EvidenceBasis.NeverAsked, Basis(new SmallTown().People("A").Group("G").Came("A", "G", "2026-11-01")));

    private static EvidenceBasis Basis(SmallTown town) => town.Of("A")!.Connections.Basis;
}
