using Networks.Domain.Ties;
using Networks.Graph.Residents;

namespace Networks.Graph.Tests.Clauses;

/// <summary>C3: the four kinds of connection, contact over them, and components.</summary>
public sealed class C3_connection_tests
{
    private static readonly UnconnectedRule Silent = new() { NoContactSinceDays = 30 };

    [Fact]
    public void C3_a_tie_joins_two_residents_in_either_direction_and_an_alter_is_nobody_on_the_register()
    {
        var town = new SmallTown().People("A", "B", "C").Tie("A", "B").Tie("C", "alter:1");
        Assert.Equal((1, 0), (town.Of("B")!.Connections.Residents, town.Of("B")!.Connections.Alters));
        Assert.Equal((0, 1), (town.Of("C")!.Connections.Residents, town.Of("C")!.Connections.Alters));
        Assert.Equal("A B", town.Listed(new() { NoTies = true, Counting = [ConnectionKind.Alter] }));
        Assert.Equal("C", town.Listed(new() { NoTies = true, Counting = [ConnectionKind.Tie] }));
    }

    [Fact]
    public void C3_one_label_of_one_resident_is_one_person_and_labels_of_two_residents_never_are()
    {
        var town = new SmallTown().People("A", "B").Tie("A", "alter:1").Tie("A", "alter:1", TieKind.Neighbour).Tie("A", "alter:2")
            .Tie("B", "alter:1");
        Assert.Equal((2, 1), (town.Of("A")!.Connections.Alters, town.Of("B")!.Connections.Alters));
        Assert.Equal("A B", town.Listed(new() { ComponentAtMost = 1 }));
    }

    [Fact]
    public void C3_several_rows_for_one_pair_are_one_connection_current_if_any_is_last_contact_the_latest()
    {
        var town = new SmallTown().People("A", "B").Tie("A", "B", ended: "2026-11-10", last: "2026-11-09")
            .Tie("B", "A", TieKind.Neighbour, last: "2025-01-01");
        Assert.Equal(1, town.Of("A")!.Connections.Residents);
        Assert.Equal(new DateOnly(2026, 11, 9), town.Of("A")!.Connections.LastContact);
        Assert.Equal("", town.Listed(Silent));
        var ended = new SmallTown().People("A", "B").Tie("A", "B", ended: "2026-11-10", last: "2026-11-09");
        Assert.Null(ended.Of("A")!.Connections.LastContact);
    }

    [Fact]
    public void C3a_no_ties_means_no_current_connection_of_the_counted_kinds()
    {
        var town = new SmallTown().People("A", "B", "C", "D", "E", "F").Group("G").Tie("A", "B").Tie("C", "alter:1").Member("D", "G")
            .Visited("E", "V1");
        Assert.Equal("F", town.Listed(new() { NoTies = true }));
        Assert.Equal("C D E F", town.Listed(new() { NoTies = true, Counting = [ConnectionKind.Tie] }));
        Assert.Equal("A B D E F", town.Listed(new() { NoTies = true, Counting = [ConnectionKind.Alter] }));
        Assert.Equal("A B C E F", town.Listed(new() { NoTies = true, Counting = [ConnectionKind.Membership] }));
        Assert.Equal("A B C D F", town.Listed(new() { NoTies = true, Counting = [ConnectionKind.Befriending] }));
    }

    [Theory]
    [InlineData("2026-10-22", "A B")]
    [InlineData("2026-10-23", "")] // thirty days before the day still count
    [InlineData("2026-11-22", "")]
    [InlineData("2026-11-23", "A B")] // a contact after the day is not known on it
    public void C3b_contact_over_a_tie_is_its_last_contact_in_the_last_N_days(string last, string listed) =>
        Assert.Equal(listed, new SmallTown().People("A", "B").Tie("A", "B", last: last).Listed(Silent));

    [Theory]
    [InlineData("2026-10-22", "A B")]
    [InlineData("2026-10-23", "")]
    [InlineData("2026-11-23", "A B")]
    public void C3b_contact_over_a_tie_is_a_recorded_contact_too(string contact, string listed) =>
        Assert.Equal(listed, new SmallTown().People("A", "B").Tie("A", "B", last: "2025-01-01", contact: contact).Listed(Silent));

    [Fact]
    public void C3b_an_earlier_contact_counts_where_a_later_one_lies_after_the_day() => Assert.Equal(
        "", new SmallTown().People("A", "B").Tie("A", "B", last: "2026-12-24", contact: "2026-11-20").Listed(Silent));

    [Theory]
    [InlineData("2026-11-01", "")]
    [InlineData("2026-10-01", "A")]
    public void C3b_contact_over_befriending_is_a_visit(string visit, string listed) =>
        Assert.Equal(listed, new SmallTown().People("A").Visited("A", "V1", last: visit).Listed(Silent));

    [Theory]
    [InlineData("2026-11-01", "")]
    [InlineData("2026-10-01", "A")]
    [InlineData("2026-11-23", "A")]
    public void C3b_contact_over_a_membership_is_a_day_she_came(string came, string listed) =>
        Assert.Equal(listed, new SmallTown().People("A").Group("G").Member("A", "G").Came("A", "G", came).Listed(Silent));

    [Fact]
    public void C3b_a_membership_alone_is_no_contact_and_coming_without_a_membership_is_no_connection()
    {
        Assert.Equal("A", new SmallTown().People("A").Group("G").Member("A", "G").Listed(Silent));
        Assert.Equal("A", new SmallTown().People("A").Group("G").Came("A", "G", "2026-11-20").Listed(Silent));
        Assert.Equal("A", new SmallTown().People("A").Group("G").Group("H").Member("A", "G").Came("A", "H", "2026-11-20").Listed(Silent));
    }

    [Fact]
    public void C3b_no_current_connection_counts_as_no_contact() => Assert.Equal(
        "A B", new SmallTown().People("A", "B").Tie("A", "B", ended: "2026-11-20", last: "2026-11-19").Listed(Silent));

    [Theory]
    [InlineData(ContactFrequency.Daily, 1, "")]
    [InlineData(ContactFrequency.Weekly, 6, "A B")]
    [InlineData(ContactFrequency.Weekly, 7, "")]
    [InlineData(ContactFrequency.Monthly, 30, "A B")]
    [InlineData(ContactFrequency.Monthly, 31, "")]
    [InlineData(ContactFrequency.Yearly, 365, "A B")]
    [InlineData(ContactFrequency.Yearly, 366, "")]
    [InlineData(ContactFrequency.Less, 3650, "A B")]
    public void C3b_a_stated_frequency_counts_only_if_asked_and_only_if_as_often_as_N_days(
        ContactFrequency often, int days, string listed)
    {
        var town = new SmallTown().People("A", "B").Tie("A", "B", often: often);
        Assert.Equal(listed, town.Listed(new() { NoContactSinceDays = days, CountStatedFrequency = true }));
        Assert.Equal("A B", town.Listed(new() { NoContactSinceDays = days }));
    }

    [Fact]
    public void C3c_a_component_counts_residents_over_counted_kinds_groups_and_volunteers_connect_alters_do_not()
    {
        var town = new SmallTown().People("A", "B", "C", "D", "E", "F").Group("G").Tie("A", "B").Member("B", "G").Member("C", "G")
            .Visited("C", "V1").Visited("D", "V1").Tie("E", "alter:1").Tie("F", "alter:1");
        Assert.Equal(
            [4, 4, 4, 4, 1, 1],
            ((string[])["A", "B", "C", "D", "E", "F"]).Select(id => town.Of(id)!.Connections.ComponentSize));
        Assert.Equal("E F", town.Listed(new() { ComponentAtMost = 3 }));
        Assert.Equal("C D E F", town.Listed(new() { ComponentAtMost = 1, Counting = [ConnectionKind.Tie] }));
    }
}
