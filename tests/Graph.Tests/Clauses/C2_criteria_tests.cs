using Networks.Domain.Ties;
using Networks.Graph.Residents;

namespace Networks.Graph.Tests.Clauses;

/// <summary>C2: which criteria are asked, and how they combine.</summary>
public sealed class C2_criteria_tests
{
    // A knows nobody; B and C know each other, B has not met C for long; D is in a group.
    private static SmallTown Town() => new SmallTown().People("A", "B", "C", "D").Group("G").Member("D", "G").Came("D", "G", "2026-11-20")
        .Tie("B", "C", last: "2025-01-01");

    [Fact]
    public void C2_no_criterion_means_no_current_connection()
    {
        Assert.Equal("A", Town().Listed(new UnconnectedRule()));
        Assert.Equal("A", Town().Listed(new UnconnectedRule { NoTies = false, Combine = Combine.All }));
        Assert.Equal("no-ties", new UnconnectedRule { NoTies = false }.ToString());
    }

    [Theory]
    [InlineData(Combine.Any, "A B C")]
    [InlineData(Combine.All, "A")]
    public void C2_any_means_at_least_one_and_all_means_every_one_given(Combine combine, string listed) =>
        Assert.Equal(listed, Town().Listed(new() { Combine = combine, NoTies = true, NoContactSinceDays = 90 }));

    [Fact]
    public void C2_counting_and_tie_kinds_restrict_a_to_c_and_not_d_and_e()
    {
        var town = new SmallTown().People("A", "B", "C").Group("G").Member("B", "G").Member("C", "G").Tie("A", "B", TieKind.Friend);
        UnconnectedRule onlyMemberships = new() { Counting = [ConnectionKind.Membership] };
        UnconnectedRule onlyPaid = new() { TieKinds = [TieKind.Professional] };
        Assert.Equal("A", town.Listed(onlyMemberships with { NoTies = true }));
        Assert.Equal("A", town.Listed(onlyMemberships with { ComponentAtMost = 1 }));
        Assert.Equal("A", town.Listed(onlyPaid with { NoTies = true }));
        Assert.Equal("A", town.Listed(onlyPaid with { ComponentAtMost = 1 }));
        Assert.Equal("", town.Listed(onlyMemberships with { NoGroupWithinHops = 1 }));
        Assert.Equal("", town.Listed(onlyPaid with { NoGroupWithinHops = 1 }));
        Assert.Equal(town.Listed(new() { IsolationAtLeast = 5 }), town.Listed(onlyPaid with { IsolationAtLeast = 5 }));
        Assert.Equal(town.Listed(new() { IsolationAtLeast = 5 }), town.Listed(onlyMemberships with { IsolationAtLeast = 5 }));
    }

    [Theory]
    [InlineData(0, null, null, null, "noContactSinceDays is 0; it must be from 1 to 3650.")]
    [InlineData(3651, null, null, null, "noContactSinceDays is 3651; it must be from 1 to 3650.")]
    [InlineData(null, 0, null, null, "componentAtMost is 0; it must be from 1 to 100000.")]
    [InlineData(null, 100_001, null, null, "componentAtMost is 100001; it must be from 1 to 100000.")]
    [InlineData(null, null, -1, null, "noGroupWithinHops is -1; it must be from 0 to 6.")]
    [InlineData(null, null, 7, null, "noGroupWithinHops is 7; it must be from 0 to 6.")]
    [InlineData(null, null, null, -1, "isolationAtLeast is -1; it must be from 0 to 5.")]
    [InlineData(null, null, null, 6, "isolationAtLeast is 6; it must be from 0 to 5.")]
    [InlineData(3650, 100_000, 6, 5, null)]
    [InlineData(1, 1, 0, 0, null)]
    public void C2_numbers_outside_their_ranges_are_refused(int? contact, int? component, int? hops, int? isolation, string? fault) =>
        Assert.Equal(fault, new UnconnectedRule
        {
            NoContactSinceDays = contact, ComponentAtMost = component, NoGroupWithinHops = hops, IsolationAtLeast = isolation,
        }.Fault());

    [Fact]
    public void C2_an_empty_list_is_refused()
    {
        Assert.StartsWith("counting is an empty list", new UnconnectedRule { Counting = [] }.Fault(), StringComparison.Ordinal);
        Assert.StartsWith("tieKinds is an empty list", new UnconnectedRule { TieKinds = [] }.Fault(), StringComparison.Ordinal);
        Assert.StartsWith("basis is an empty list", new UnconnectedRule { Basis = [] }.Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void C2_only_if_connected_keeps_people_who_do_have_a_current_counted_connection() =>
        Assert.Equal("B C", Town().Listed(new() { NoContactSinceDays = 90, OnlyIfConnected = true }));

    [Fact]
    public void C2_basis_keeps_people_of_whom_this_much_is_known() => Assert.Equal(
        "A", new SmallTown().Person("A", asked: "2026-05-14").Person("B").Listed(new() { Basis = [EvidenceBasis.Asked] }));

    [Theory]
    [InlineData("no-ties,no-contact:90", "A B C")]
    [InlineData("no-ties+no-contact:90", "A")]
    public void C2_the_command_line_joins_criteria_with_a_comma_for_any_and_a_plus_for_all(string words, string listed) =>
        Assert.Equal(listed, Town().Listed(UnconnectedRule.Parse(words).Rule!));
}
