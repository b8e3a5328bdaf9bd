using Networks.Domain.Ties;
using Networks.Graph.Residents;

namespace Networks.Graph.Tests.Clauses;

/// <summary>C5: the ELSA score and its five items.</summary>
public sealed class C5_isolation_tests
{
    [Theory]
    [InlineData(TieKind.Partner, "partner")]
    [InlineData(TieKind.Child, "child")]
    [InlineData(TieKind.Parent, "family")]
    [InlineData(TieKind.Family, "family")]
    [InlineData(TieKind.Friend, "friend")]
    [InlineData(TieKind.Neighbour, "")]
    [InlineData(TieKind.Acquaintance, "")]
    [InlineData(TieKind.Professional, "")]
    public void C5_each_kind_takes_its_own_point_away(TieKind kind, string item)
    {
        Assert.Equal(item, Has(new SmallTown().People("A", "B").Tie("A", "B", kind, often: ContactFrequency.Weekly)));
        Assert.Equal(item, Has(new SmallTown().People("A").Tie("A", "alter:1", kind, often: ContactFrequency.Weekly)));
    }

    [Theory]
    [InlineData(TieKind.Child, "family")]
    [InlineData(TieKind.Parent, "child")]
    [InlineData(TieKind.Partner, "partner")]
    [InlineData(TieKind.Family, "family")]
    [InlineData(TieKind.Friend, "friend")]
    public void C5_a_row_named_by_the_other_side_is_turned_round(TieKind kind, string item) =>
        Assert.Equal(item, Has(new SmallTown().People("A", "B").Tie("B", "A", kind, often: ContactFrequency.Daily)));

    [Theory]
    [InlineData(ContactFrequency.Daily, true)]
    [InlineData(ContactFrequency.Weekly, true)]
    [InlineData(ContactFrequency.Monthly, true)]
    [InlineData(ContactFrequency.Yearly, false)]
    [InlineData(ContactFrequency.Less, false)]
    [InlineData(null, false)]
    public void C5_monthly_or_more_is_stated_daily_weekly_or_monthly_and_unknown_scores(ContactFrequency? often, bool counts) =>
        Assert.Equal(counts ? "friend" : "", Has(new SmallTown().People("A", "B").Tie("A", "B", often: often)));

    [Theory]
    [InlineData("2026-10-22", true)]
    [InlineData("2026-10-21", false)]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-23", false)]
    public void C5_or_a_contact_in_the_last_31_days(string contact, bool counts)
    {
        var item = counts ? "friend" : "";
        Assert.Equal(item, Has(new SmallTown().People("A", "B").Tie("A", "B", last: contact)));
        Assert.Equal(item, Has(new SmallTown().People("A", "B").Tie("A", "B", often: ContactFrequency.Less, contact: contact)));
    }

    [Fact]
    public void C5_a_contact_is_one_with_the_person_whichever_row_of_the_two_it_was_written_to() => Assert.Equal(
        "friend", Has(new SmallTown().People("A", "B").Tie("A", "B").Tie("B", "A", TieKind.Neighbour, last: "2026-11-20")));

    [Fact]
    public void C5_a_partner_counts_whatever_the_contact() =>
        Assert.Equal("partner", Has(new SmallTown().People("A", "B").Tie("A", "B", TieKind.Partner)));

    [Fact]
    public void C5_only_current_rows_count_and_only_people_on_the_register()
    {
        Assert.Equal("", Has(new SmallTown().People("A", "B").Tie("A", "B", ended: "2026-11-22", often: ContactFrequency.Daily)));
        Assert.Equal("", Has(new SmallTown().People("A", "B").Tie("A", "B", since: "2026-11-23", often: ContactFrequency.Daily)));
        Assert.Equal(
            "", Has(new SmallTown().Person("A").Person("B", left: "2026-11-01").Tie("A", "B", often: ContactFrequency.Daily)));
    }

    [Theory]
    [InlineData(null, "member")]
    [InlineData("2026-11-01", "")]
    public void C5_a_current_membership_takes_the_fifth_point_away(string? closed, string item) =>
        Assert.Equal(item, Has(new SmallTown().People("A").Group("G", closed: closed).Member("A", "G")));

    [Fact]
    public void C5_befriending_takes_no_point_away() =>
        Assert.Equal("", Has(new SmallTown().People("A").Visited("A", "V1", last: "2026-11-20")));

    [Fact]
    public void C5_nothing_recorded_is_five_and_never_asked()
    {
        var score = new SmallTown().People("A").Of("A")!.Isolation;
        Assert.Equal((5, EvidenceBasis.NeverAsked), (score.Score, score.Basis));
    }

    [Fact]
    public void C5_at_least_N_lists_those_who_score_as_much() => Assert.Equal(
        "B", new SmallTown().People("A", "B").Tie("A", "alter:1", TieKind.Partner).Listed(new() { IsolationAtLeast = 5 }));

    // The items that A does not score on.
    private static string Has(SmallTown town)
    {
        var score = town.Of("A")!.Isolation;
        var items = new[]
        {
            (score.NoPartner, "partner"), (score.ChildrenLessThanMonthly, "child"), (score.FamilyLessThanMonthly, "family"),
            (score.FriendsLessThanMonthly, "friend"), (score.NoMembership, "member"),
        };
        Assert.Equal(items.Count(item => item.Item1), score.Score);
        return string.Join(' ', items.Where(item => !item.Item1).Select(item => item.Item2));
    }
}
