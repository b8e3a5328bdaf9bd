using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Fairness;
using Networks.Matching.Fits;
using Networks.Matching.Policies;

namespace Networks.Matching.Tests.Policies;

public class MatchingPolicyTests
{
    [Fact]
    public void Nothing_written_means_the_defaults_of_the_contract()
    {
        foreach (var text in (string[])["", "# nothing\n", MatchingPolicy.Default.ToYaml()])
        {
            var policy = Assert.IsType<PolicyReading.Accepted>(MatchingPolicy.Read(text)).Policy;
            Assert.Equal((4, new Metres(5000), 21), (policy.BandWhenEmpty, policy.DefaultTravel, policy.HoldDays));
            Assert.Equal(["references", "interview", "induction"], policy.ChecksFor(ContactMode.Visit).ToArray());
            Assert.Equal(["references", "induction"], policy.ChecksFor(ContactMode.Phone).ToArray());
            Assert.Equal(policy.ChecksFor(ContactMode.Visit).ToArray(), policy.ChecksFor(ContactMode.OutAndAbout).ToArray());
            Assert.Empty(policy.Soft);
        }
    }

    [Fact]
    public void Every_key_is_read_and_written_back()
    {
        const string text = """
            bandWhenEmpty: 2
            defaultTravelKilometres: 3.5
            holdDays: 10
            requiredChecks: { visit: [references, dbs-basic], phone: [references, induction] }
            soft: [gender, home]

            """;
        var policy = Assert.IsType<PolicyReading.Accepted>(MatchingPolicy.Read(text)).Policy;
        Assert.Equal((2, new Metres(3500), 10), (policy.BandWhenEmpty, policy.DefaultTravel, policy.HoldDays));
        Assert.Equal([Constraint.Gender, Constraint.HomeFactor], policy.Soft.ToArray());
        Assert.Equal(text.ReplaceLineEndings("\n"), policy.ToYaml());
    }

    [Fact]
    public void Guarantees_and_quotas_are_read_and_written_back()
    {
        const string yaml = "bounds:\n  ward:\n    E05001390: { atLeast: 4 }\n    E05001391: { atLeast: 1, atMost: 6 }\n";
        var policy = Assert.IsType<PolicyReading.Accepted>(MatchingPolicy.Read(yaml)).Policy;
        Assert.Equal(FairnessDimension.Ward, policy.Bounds!.Dimension);
        Assert.Equal([new GroupBound("E05001390", 4, null), new GroupBound("E05001391", 1, 6)], policy.Bounds.Groups.ToArray());
        var again = Assert.IsType<PolicyReading.Accepted>(MatchingPolicy.Read(policy.ToYaml())).Policy;
        Assert.Equal(policy.ToYaml(), again.ToYaml());
        Assert.Null(Assert.IsType<PolicyReading.Accepted>(MatchingPolicy.Read("bounds: {}")).Policy.Bounds);
    }

    [Fact]
    public void The_day_an_organisation_agreed_to_pool_is_read_and_written_back()
    {
        var policy = Assert.IsType<PolicyReading.Accepted>(MatchingPolicy.Read("pooling: { O2: 2026-11-01, O1: 2026-10-05 }")).Policy;
        Assert.Equal(
            [("O1", new DateOnly(2026, 10, 5)), ("O2", new DateOnly(2026, 11, 1))],
            policy.Pooling.Select(consent => (consent.Organisation.Value, consent.AgreedOn)));
        Assert.Equal(policy.ToYaml(), Assert.IsType<PolicyReading.Accepted>(MatchingPolicy.Read(policy.ToYaml())).Policy.ToYaml());
    }

    [Fact]
    public void Checks_of_a_kind_are_read_and_written_back()
    {
        const string text = "requiredChecksOfKinds: { homeshare: [dbs-enhanced, home-visit], peer-mentoring: [mentor-training] }";
        var policy = Assert.IsType<PolicyReading.Accepted>(MatchingPolicy.Read(text)).Policy;
        Assert.Equal(["dbs-enhanced", "home-visit"], policy.ChecksFor(OfferKind.Homeshare).ToArray());
        Assert.Equal(["mentor-training"], policy.ChecksFor(OfferKind.PeerMentoring).ToArray());
        Assert.Empty(policy.ChecksFor(OfferKind.Befriending));
        Assert.Equal(policy.ToYaml(), Assert.IsType<PolicyReading.Accepted>(MatchingPolicy.Read(policy.ToYaml())).Policy.ToYaml());
    }

    [Theory]
    [InlineData("requiredChecksOfKinds: { homeshares: [references] }", 1, "homeshares", "homeshare")]
    [InlineData("requiredChecksOfKinds: { lunch-club: [references] }", 1, "lunch-club", "")]
    [InlineData("pooling: { O1: yes }", 1, "no day", "2026-11-01")]
    [InlineData("bounds:\n  ward:\n    W1: { atLest: 4 }", 3, "atLest", "atLeast")]
    [InlineData("bounds:\n  ward:\n    W1: { atLeast: 4, atMost: 3 }", 3, "1 too many", "")]
    [InlineData("bounds:\n  ward:\n    W1: {}", 3, "by nothing", "atMost")]
    [InlineData("bounds:\n  ward: {}", 2, "1 to 50", "")]
    [InlineData("bounds:\n  situation:\n    carer: { atLeast: 4 }", 2, "situation", "")]
    [InlineData("bounds:\n  ward:\n    W1: { atMost: 3 }\n  band:\n    1: { atLeast: 2 }", 2, "one sort", "")]
    [InlineData("holdDays: 21\nholdDay: 3", 2, "holdDay", "holdDays")]
    [InlineData("bandWhenEmpty: 5", 1, "1 to 4", "")]
    [InlineData("defaultTravelKilometres: far", 1, "far", "")]
    [InlineData("soft: [sex]", 1, "sex", "")]
    [InlineData("requiredChecks:\n  vist: [references]", 2, "vist", "visit")]
    [InlineData("- a\n- b", 1, "keys", "")]
    [InlineData("soft: [a", 2, "YAML", "")]
    [InlineData("requiredChecks: { vis\nit: [references] }\nholdDays: 3\n", 1, "YAML", "")]
    public void What_is_not_known_is_refused_with_its_line_and_what_was_meant(string yaml, int line, string reason, string meant)
    {
        var refused = Assert.IsType<PolicyReading.Refused>(MatchingPolicy.Read(yaml));
        Assert.Equal(line, refused.Line);
        Assert.Contains(reason, refused.Reason);
        Assert.Contains(meant, refused.Suggestion);
    }
}
