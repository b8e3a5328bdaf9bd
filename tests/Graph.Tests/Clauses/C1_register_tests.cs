namespace Networks.Graph.Tests.Clauses;

/// <summary>C1: on the register on the day.</summary>
public sealed class C1_register_tests
{
    [Theory]
    [InlineData(null, null, true)]
    [InlineData("2026-11-22", null, true)]
    [InlineData("2026-11-23", null, false)]
    [InlineData(null, "2026-11-23", true)]
    [InlineData(null, "2026-11-22", false)]
    [InlineData("2026-11-22", "2026-11-23", true)]
    [InlineData("2026-11-22", "2026-11-22", false)]
    public void C1_on_the_register_means_registered_or_start_unknown_and_not_left(string? from, string? left, bool isOn)
    {
        var town = new SmallTown().Person("A", from, left);
        Assert.Equal(isOn ? "A" : "", town.Register());
        Assert.Equal(isOn, town.Of("A") is not null);
    }

    [Fact]
    public void C1_only_people_on_the_register_are_counted_listed_or_walked_through()
    {
        var town = new SmallTown().People("A", "C", "D").Person("B", left: "2026-11-22").Group("G").Member("D", "G")
            .Tie("A", "B").Tie("B", "C").Tie("C", "D");
        Assert.Equal("A C D", town.Register());
        Assert.Equal("A", town.Listed(new() { NoTies = true }));
        Assert.Equal("A", town.Listed(new() { NoGroupWithinHops = 6 }));
        Assert.Equal(1, town.Of("A")!.Connections.ComponentSize);
    }

    [Theory]
    [InlineData("2026-11-22", "A B")]
    [InlineData("2026-11-23", "")]
    public void C1_a_tie_ended_on_the_day_no_longer_holds_on_it(string ended, string unconnected) => Assert.Equal(
        unconnected, new SmallTown().People("A", "B").Tie("A", "B", ended: ended).Listed(new() { NoTies = true }));

    [Fact]
    public void C1_leaving_ends_ties_for_both_ends() => Assert.Equal(
        "A", new SmallTown().Person("A").Person("B", left: "2026-11-01").Tie("A", "B").Tie("B", "A").Listed(new() { NoTies = true }));

    [Theory]
    [InlineData("2026-11-22", "A")]
    [InlineData("2026-11-23", "")]
    public void C1_a_groups_closing_ends_its_memberships(string closed, string unconnected) => Assert.Equal(
        unconnected, new SmallTown().People("A").Group("G", closed: closed).Member("A", "G").Listed(new() { NoTies = true }));

    [Fact]
    public void C1_a_membership_of_a_volunteer_connects_nobody()
    {
        var town = new SmallTown().People("A", "B").Group("G").Member("A", "G").Volunteer("V1", memberOf: "G").Visited("B", "V1");
        Assert.Equal(1, town.Of("A")!.Connections.ComponentSize);
        Assert.Equal("B", town.Listed(new() { NoGroupWithinHops = 6 }));
    }
}
