namespace Networks.Graph.Tests.Clauses;

/// <summary>C4: how many ties lead to a member of a group that runs.</summary>
public sealed class C4_hops_tests
{
    [Theory]
    [InlineData(0, "A B C")]
    [InlineData(1, "A B")]
    [InlineData(2, "A")]
    [InlineData(3, "")]
    public void C4_at_most_N_ties_are_walked_and_nought_means_herself(int hops, string listed) => Assert.Equal(
        listed,
        new SmallTown().People("A", "B", "C", "D").Group("G").Member("D", "G").Tie("A", "B").Tie("C", "B").Tie("C", "D")
            .Listed(new() { NoGroupWithinHops = hops }));

    [Fact]
    public void C4_only_ties_are_walked_never_groups_or_volunteers()
    {
        var town = new SmallTown().People("A", "B", "C").Group("G").Group("Closed", closed: "2026-01-01").Visited("A", "V1")
            .Visited("B", "V1").Member("A", "Closed").Member("B", "G").Tie("A", "alter:1").Tie("C", "alter:1");
        Assert.Equal("A C", town.Listed(new() { NoGroupWithinHops = 6 }));
        Assert.Null(town.Of("A")!.HopsToGroup);
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData("2026-11-22", null, "")]
    [InlineData("2026-11-23", null, "A")]
    [InlineData(null, "2026-11-22", "A")]
    [InlineData(null, "2026-11-23", "")]
    public void C4_a_group_runs_while_opened_and_not_closed(string? opened, string? closed, string listed) => Assert.Equal(
        listed, new SmallTown().People("A").Group("G", opened, closed).Member("A", "G").Listed(new() { NoGroupWithinHops = 0 }));

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, null)]
    [InlineData(false, 1)]
    public void C4_places_and_open_access_do_not_matter(bool openAccess, int? places) => Assert.Equal(
        "", new SmallTown().People("A").Group("G", openAccess: openAccess, places: places).Member("A", "G")
            .Listed(new() { NoGroupWithinHops = 0 }));

    [Fact]
    public void C4_hops_in_the_evidence_are_ties_walked_the_step_into_the_group_not_counted()
    {
        var town = new SmallTown().People("A", "B", "C").Group("G").Member("C", "G").Tie("A", "B").Tie("B", "C");
        Assert.Equal((2, 1, 0), (town.Of("A")!.HopsToGroup, town.Of("B")!.HopsToGroup, town.Of("C")!.HopsToGroup));
    }
}
