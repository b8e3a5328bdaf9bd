using Networks.Graph.Areas;
using Networks.Graph.Residents;

namespace Networks.Graph.Tests.Residents;

public sealed class UnconnectedRuleTests
{
    [Theory]
    [InlineData("no-ties", "no-ties")]
    [InlineData("no-contact:90", "no-contact:90")]
    [InlineData("no-contact:90,no-ties", "no-ties,no-contact:90")]
    [InlineData("component:3+no-group-within:0+isolation:4", "component:3+no-group-within:0+isolation:4")]
    public void The_command_lines_words_are_read_and_written_back(string words, string written)
    {
        var reading = UnconnectedRule.Parse(words);
        Assert.Null(reading.Fault);
        Assert.Equal(written, reading.Rule!.ToString());
    }

    [Theory]
    [InlineData("no-contact:90,no-ties+component:3", "never with both")]
    [InlineData("no-contact", "needs a whole number after a colon, such as no-contact:90")]
    [InlineData("no-contact:", "needs a whole number")]
    [InlineData("no-contact:-1", "needs a whole number")]
    [InlineData("no-contact:99999999999", "needs a whole number")]
    [InlineData("lonely", "'lonely' is no criterion. Known are no-ties, no-contact:N")]
    [InlineData("", "'' is no criterion")]
    [InlineData("no-contact:0", "noContactSinceDays is 0; it must be from 1 to 3650.")]
    [InlineData("no-contact:3651", "noContactSinceDays is 3651; it must be from 1 to 3650.")]
    [InlineData("component:0", "componentAtMost is 0; it must be from 1 to 100000.")]
    [InlineData("no-group-within:7", "noGroupWithinHops is 7; it must be from 0 to 6.")]
    [InlineData("isolation:6", "isolationAtLeast is 6; it must be from 0 to 5.")]
    public void Words_that_are_no_rule_are_refused_with_the_way_out(string words, string fault)
    {
        var reading = UnconnectedRule.Parse(words);
        Assert.Null(reading.Rule);
        Assert.Contains(fault, reading.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void No_criterion_means_no_current_connection() => Assert.Equal("no-ties", new UnconnectedRule().ToString());

    [Fact]
    public void The_written_form_says_every_restriction_and_leaves_out_those_that_restrict_nothing()
    {
        var rule = new UnconnectedRule
        {
            Combine = Combine.All,
            NoContactSinceDays = 30,
            ComponentAtMost = 5,
            Counting = [ConnectionKind.Membership, ConnectionKind.Tie],
            TieKinds = [.. Enum.GetValues<Domain.Ties.TieKind>()],
            CountStatedFrequency = true,
            OnlyIfConnected = true,
            Basis = [EvidenceBasis.PartlyRecorded],
        };
        Assert.Equal(
            "no-contact:30+component:5 --counting tie,membership --count-stated-frequency --only-if-connected --basis partly-recorded",
            rule.ToString());
    }

    [Fact]
    public void An_empty_list_is_a_fault_and_not_everybody_or_nobody()
    {
        Assert.StartsWith("counting is an empty list", new UnconnectedRule { Counting = [] }.Fault(), StringComparison.Ordinal);
        Assert.StartsWith("tieKinds is an empty list", new UnconnectedRule { TieKinds = [] }.Fault(), StringComparison.Ordinal);
        Assert.StartsWith("basis is an empty list", new UnconnectedRule { Basis = [] }.Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_with_a_fault_is_answered_with_the_fault_and_nothing_else()
    {
        var answer = new RandomArea(3).Built()
            .Unconnected(new UnconnectedQuery { Rule = new() { NoContactSinceDays = 0 } }, RandomArea.Middle);
        Assert.Equal("noContactSinceDays is 0; it must be from 1 to 3650.", answer.Fault);
        Assert.Empty(answer.People);
        Assert.Equal(0, answer.TotalCount);
    }

    [Fact]
    public void Nobody_at_all_is_an_empty_list() =>
        Assert.Equal(0, AreaGraph.Empty().Unconnected(new UnconnectedQuery(), RandomArea.Middle).TotalCount);
}
