using System.Collections.Immutable;
using Networks.Domain.Wards;
using Networks.Simulation.Scenarios;

namespace Networks.Simulation.Tests.Scenarios;

public class ScenarioCheckTests
{
    private static readonly RegisteredNames Names = new()
    {
        Day = new DateOnly(2026, 11, 23),
        Wards = [(WardCode.Of("E05001389"), "Batley East"), (WardCode.Of("E05001390"), "Batley West")],
        Volunteers = ["V1", "V12"],
        Groups = ["G1", "G3"],
        Transport = [("G1", 2)],
        Funds = ["community-fund"],
    };

    private static ImmutableArray<ScenarioFault> Faults(string rest, RegisteredNames? names = null)
    {
        var reading = Scenario.Read("scenario: s\nquestion: What then?\nlength: 52 weeks\n" + rest);
        return ScenarioCheck.Of(Assert.IsType<ScenarioReading.Accepted>(reading).Scenario, names ?? Names);
    }

    private static string Arm(string lever) => $"arms:\n  a:\n    - {{ {lever} }}\n";

    [Theory]
    [InlineData("lever: recruit, count: 2, ward: batley east, on: 2026-11-23")]
    [InlineData("lever: recruit, count: 2, ward: E05001390, on: 2027-11-21")]
    [InlineData("lever: volunteerLeaves, volunteer: V12, on: 2027-01-04")]
    [InlineData("lever: closeGroup, group: G1, on: 2027-01-04")]
    [InlineData("lever: grantEnds, fundedBy: community-fund, on: 2027-01-04")]
    [InlineData("lever: quota, band: 1, atLeast: 10%, on: 2027-01-04")]
    [InlineData("lever: seats, more: 1, on: 2027-01-04")]
    public void What_stands_on_the_register_may_be_named_from_the_first_day_to_the_last(string lever) => Assert.Empty(Faults(Arm(lever)));

    [Theory]
    [InlineData("lever: recruit, count: 2, ward: Batly East, on: 2027-01-04", "no ward 'Batly East'", "'Batley East'")]
    [InlineData("lever: openGroup, places: 2, ward: Nowhere, on: 2027-01-04", "no ward", "Known here")]
    [InlineData("lever: openHub, groups: 1, placesEach: 2, ward: X, on: 2027-01-04", "no ward", "Known here")]
    [InlineData("lever: quota, ward: X, atLeast: 10%, on: 2027-01-04", "no ward", "Known here")]
    [InlineData("lever: referralGrowth, by: 10%, ward: X, on: 2027-01-04", "no ward", "Known here")]
    [InlineData("lever: volunteerLeaves, volunteer: V2, on: 2027-01-04", "no active volunteer 'V2'", "'V1'")]
    [InlineData("lever: closeGroup, group: G2, on: 2027-01-04", "no running group 'G2'", "'G1'")]
    [InlineData("lever: seats, more: 1, group: G2, on: 2027-01-04", "no running group 'G2'", "'G1'")]
    [InlineData("lever: seats, more: 1, group: G3, on: 2027-01-04", "How many seats group 'G3' has is not on record", "Known of: G1.")]
    [InlineData("lever: grantEnds, fundedBy: comunity-fund, on: 2027-01-04", "no fund", "'community-fund'")]
    [InlineData("lever: closeGroup, group: G1, on: 2026-11-22", "before the run begins on 2026-11-23", "2026-11-23")]
    [InlineData("lever: closeGroup, group: G1, on: 2027-11-22", "after the run's last day, 2027-11-21", "78 weeks")]
    public void What_would_change_nothing_is_refused_with_the_line_and_what_was_meant(string lever, string reason, string suggestion)
    {
        var fault = Assert.Single(Faults(Arm(lever)));
        Assert.Equal(6, fault.At.Line);
        Assert.StartsWith("arms.a[0]", fault.At.Path, StringComparison.Ordinal);
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Contains(suggestion, fault.Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public void Wards_of_the_scenario_are_looked_up_and_the_start_moves_the_last_day()
    {
        var ward = Assert.Single(Faults("wards: [Batley East, Batley Wst]\n"));
        Assert.Equal("wards[1]", ward.At.Path);
        Assert.Contains("'Batley West'", ward.Suggestion, StringComparison.Ordinal);
        Assert.Empty(Faults("start: 2027-01-04\n" + Arm("lever: closeGroup, group: G1, on: 2028-01-02")));
        Assert.Single(Faults("start: 2027-01-04\n" + Arm("lever: closeGroup, group: G1, on: 2027-01-03")));
    }

    [Fact]
    public void Quotas_that_cross_or_keep_more_than_there_is_and_levers_outside_the_wards_are_refused()
    {
        static string Two(string one, string other) =>
            $"arms:\n  a:\n    - {{ lever: quota, {one}, on: 2027-01-04 }}\n    - {{ lever: quota, {other}, on: 2027-01-04 }}\n";
        var crossing = Assert.Single(Faults(Two("band: 1, atLeast: 10%", "ward: Batley East, atLeast: 10%")));
        Assert.Contains("all of wards or all of bands", crossing.Reason, StringComparison.Ordinal);
        var tooMuch = Assert.Single(Faults(Two("band: 1, atLeast: 60%", "band: 2, atLeast: 50%")));
        Assert.Contains("keep 110 %", tooMuch.Reason, StringComparison.Ordinal);
        Assert.Empty(Faults(Two("band: 1, atLeast: 60%", "band: 1, atLeast: 50%")));
        var outside = Faults("wards: [Batley East]\n" + Arm("lever: referralGrowth, by: 10%, ward: Batley West, on: 2027-01-04"));
        Assert.Equal("Add it to 'wards'.", Assert.Single(outside).Suggestion);
        var none = Assert.Single(Faults(Arm("lever: seats, more: 1, on: 2027-01-04"), Names with { Transport = [] }));
        Assert.Contains("No group with transport", none.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_on_record_nothing_is_suggested()
    {
        var fault = Assert.Single(Faults(Arm("lever: grantEnds, fundedBy: x, on: 2027-01-04"), Names with { Funds = [] }));
        Assert.Equal("None is on record.", fault.Suggestion);
    }
}
