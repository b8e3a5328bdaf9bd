using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Tests.Residents;

public sealed class EvidenceSentenceTests
{
    private static readonly WardCode Ward = WardCode.Of("E05001390");
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly UnconnectedRule Silent = new() { NoContactSinceDays = 90 };

    [Fact]
    public void Nothing_recorded_of_someone_never_asked_says_just_that() =>
        Assert.Equal("nothing recorded", Sentence(Silent, Person("R1")));

    [Fact]
    public void Someone_asked_who_named_nobody_has_no_current_connection() =>
        Assert.Equal("no current connection",
            Sentence(Silent, Person("R1") with { Facts = new() { Ward = Ward, ConnectionsAskedOn = new(2025, 2, 3) } }));

    [Fact]
    public void A_partner_who_left_the_register_is_said_with_the_day()
    {
        var partner = Person("R2") with { Facts = new() { Ward = Ward, LeftOn = new(2026, 9, 9) } };
        var evidence = Evidence(Silent, Person("R1", Tie(1, "R2", TieKind.Partner)), partner);
        Assert.Equal("no current connection; partner left the register 9 Sep", evidence.Sentence);
    }

    [Fact]
    public void Since_is_the_day_the_last_connection_ended()
    {
        var partner = Person("R2") with { Facts = new() { Ward = Ward, LeftOn = new(2026, 9, 9) } };
        Assert.Equal(new DateOnly(2026, 9, 9),
            Evidence(UnconnectedRule.Default, Person("R1", Tie(1, "R2", TieKind.Partner)), partner).Since);
    }

    [Fact]
    public void Another_year_is_named() => Assert.Equal(
        "no current connection; tie to friend ended 1 Mar 2024",
        Sentence(Silent, Person("R1", Tie(1, "R2", TieKind.Friend) with { EndedOn = new(2024, 3, 1) }), Person("R2")));

    [Fact]
    public void Connections_are_counted_in_words_and_silence_in_days()
    {
        var me = Person("R1", Tie(1, "R2", TieKind.Child) with { LastContact = Today.AddDays(-143) }) with
        {
            Memberships = [new Membership { Group = GroupId.Of("G1") }],
        };
        var evidence = Evidence(Silent, me, Person("R2"));
        Assert.Equal("1 child, 1 group; no contact for 143 days", evidence.Sentence);
        Assert.Equal(Today.AddDays(-143 + 91), evidence.Since);
    }

    [Fact]
    public void A_stated_frequency_without_a_date_is_said_as_that() => Assert.Equal(
        "2 children; usually daily, no date recorded",
        Sentence(Silent,
            Person("R1", Tie(1, "R2", TieKind.Child) with { Frequency = ContactFrequency.Daily }, Tie(2, "R3", TieKind.Child)),
            Person("R2"), Person("R3")));

    [Fact]
    public void A_tie_named_by_the_other_side_is_read_from_hers() => Assert.Equal(
        "1 parent; no contact recorded", Sentence(Silent, Person("R1"), Person("R2", Tie(1, "R1", TieKind.Child))));

    [Fact]
    public void Kinds_that_a_rule_does_not_count_are_named_and_said_not_to_count()
    {
        var match = new Match { Number = 1, Volunteer = VolunteerId.Of("V1"), Kind = OfferKind.Befriending, Since = Today };
        var me = Person("R1") with { Matches = [match] };
        Assert.Equal(
            "1 volunteer; none of the kinds counted here",
                Sentence(new UnconnectedRule { NoTies = true, Counting = [ConnectionKind.Tie] }, me));
    }

    [Fact]
    public void A_small_circle_and_no_group_nearby_are_said_in_numbers() => Assert.Equal(
        "1 neighbour; with 1 other resident in one circle; no group member within 2 ties",
        Sentence(
            new UnconnectedRule { ComponentAtMost = 3, NoGroupWithinHops = 2 }, Person("R1", Tie(1, "R2", TieKind.Neighbour)),
                Person("R2")));

    [Fact]
    public void No_sentence_labels_a_person() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        foreach (var person in area.Built().Unconnected(new UnconnectedQuery { Rule = area.Rule() }, area.Day()).People)
        {
            Assert.DoesNotMatch("(?i)lonely|isolat|unmatched|unconnected", person.Evidence.Sentence);
            Assert.True(person.Evidence.Sentence.Length > 0
                && !person.Evidence.Sentence.Contains("; ;", StringComparison.Ordinal), $"seed {seed}");
        }
    });

    private static Resident Person(string reference, params ImmutableArray<Tie> ties) =>
        new() { Id = ResidentId.Of(reference), Facts = new ResidentFacts { Ward = Ward }, Ties = ties };

    private static Tie Tie(int number, string other, TieKind kind) =>
        new() { Number = number, Resident = ResidentId.Of(other), Kind = kind };

    private static string Sentence(UnconnectedRule rule, params Resident[] people) => Evidence(rule, people).Sentence;

    private static UnconnectedEvidence Evidence(UnconnectedRule rule, params Resident[] people)
    {
        var group = new Group { Id = GroupId.Of("G1"), Facts = new GroupFacts { Name = "Cards", Ward = Ward }, Places = new Places() };
        var entries = new WardEntries([.. people.Select(one => ResidentEntry.Of(one, 1))], [], [GroupEntry.Of(group, 1)]);
        var graph = AreaGraph.Empty();
        graph = graph.Put(graph.Pack(Ward, entries));
        return graph.Unconnected(new UnconnectedQuery { Rule = rule }, Today).People.Single(person =>
            person.Resident == people[0].Id).Evidence;
    }
}
