using Networks.Domain.Assessments;
using Networks.Domain.EgoNetworks;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;

namespace Networks.Domain.Tests.EgoNetworks;

/// <summary>A network as it is read, typed, compared with itself and questioned.</summary>
public sealed class EgoNetworkTests
{
    private static readonly DateOnly Today = Sample.Today;

    private static readonly Resident Ego = Sample.Newcomer with { Facts = Sample.Facts with { ConnectionsAskedOn = Today.AddDays(-9) } };

    private static readonly Tie Son = new()
    {
        Number = 1, Alter = "1", Kind = TieKind.Child, Circle = 1, Frequency = ContactFrequency.Weekly, Support = [SupportKind.Illness],
    };

    private static readonly Tie Friend = new() { Number = 2, Alter = "2", Kind = TieKind.Friend, Frequency = ContactFrequency.Monthly };

    private static readonly Tie Neighbour = new() { Number = 3, Alter = "3", Kind = TieKind.Neighbour, Frequency = ContactFrequency.Daily };

    [Fact]
    public void Each_type_has_a_network_of_its_own()
    {
        var group = new Membership { Group = Sample.G1 };
        var daughter = Son with { Number = 4, Alter = "4" };
        (NetworkType Type, Tie[] Ties, Membership[] Memberships)[] table =
        [
            (NetworkType.Diverse, [Son, Friend, Neighbour], [group]),
            (NetworkType.FamilyAndFriends, [Son, Friend], []),
            (NetworkType.FamilyCentred, [Son, daughter], []),
            (NetworkType.FriendCentred, [Friend, Friend with { Number = 5, Alter = "5" }], []),
            (NetworkType.WiderCircle, [Neighbour], [group]),
            (NetworkType.AFewPeople, [Son with { Frequency = ContactFrequency.Yearly }], []),
            (NetworkType.ProfessionalContactOnly, [Son with { Kind = TieKind.Professional }], []),
        ];
        Assert.Equal(Enum.GetValues<NetworkType>(), table.Select(row => row.Type));
        Assert.All(table, row =>
        {
            var network = Read(Ego with { Ties = [.. row.Ties], Memberships = [.. row.Memberships] })!;
            Assert.Equal(row.Type, network.Type);
            Assert.NotEmpty(row.Type.Sentence());
        });
    }

    // Every network of up to four of each sort has one type, and another relative in touch never takes somebody out of sight.
    [Fact]
    public void Every_count_has_exactly_one_type()
    {
        var all = from family in Enumerable.Range(0, 5)
                  from friends in Enumerable.Range(0, 5)
                  from wider in Enumerable.Range(0, 5)
                  from groups in Enumerable.Range(0, 5)
                  from volunteers in Enumerable.Range(0, 3)
                  from others in Enumerable.Range(0, 3)
                  select new NetworkCounts(family, friends, wider, groups, volunteers, others);
        Assert.All(all, counts => Assert.Equal(Plain(counts), NetworkTypes.Of(counts)));
    }

    [Fact]
    public void Of_somebody_never_asked_no_type_and_no_gap_is_claimed()
    {
        var network = Read(Ego with { Facts = Sample.Facts, Ties = [Son] })!;
        Assert.Null(network.Type);
        Assert.True(network.HasRows);
        Assert.Equal([NetworkGapKind.AskFirst], NetworkGaps.Of(network).Select(gap => gap.Kind));
    }

    [Fact]
    public void A_tie_that_both_name_is_one_person_in_the_circle_that_she_says()
    {
        var other = Ego with
        {
            Id = ResidentId.Of("R2"),
            Ties =
            [
                new Tie
                {
                    Number = 1, Resident = Sample.R1, Kind = TieKind.Parent, Circle = 3, LastContact = Today.AddDays(-2),
                    Frequency = ContactFrequency.Daily,
                },
            ],
        };
        var named = Read(Ego with { Ties = [Son with { Alter = null, Resident = other.Id, Frequency = null }] }, other)!;
        var person = Assert.Single(named.People);
        Assert.Equal(
            (TieKind.Child, 1, ContactFrequency.Daily, Today.AddDays(-2), true),
            (person.Relation, person.Circle, person.Frequency, person.LastContact, person.IsNamedByHer));
        var unnamed = Assert.Single(Read(Ego, other)!.People);
        Assert.Equal((TieKind.Child, null, false), (unnamed.Relation, unnamed.Circle, unnamed.IsNamedByHer));
        Assert.Empty(Read(Ego, other with { Facts = other.Facts with { LeftOn = Today } })!.People);
    }

    [Fact]
    public void What_is_missing_says_what_could_change_it()
    {
        (NetworkGapKind[] Gaps, Tie[] Ties)[] table =
        [
            ([NetworkGapKind.NoFriend, NetworkGapKind.NoGroup, NetworkGapKind.NobodyClosest], []),
            ([NetworkGapKind.AskAboutSupport, NetworkGapKind.NoGroup, NetworkGapKind.AskAboutCircles], [Friend]),
            (
                [NetworkGapKind.SupportMissing, NetworkGapKind.SupportMissing, NetworkGapKind.NoFriend, NetworkGapKind.NoGroup],
                [Son]),
            (
                [
                    NetworkGapKind.SupportMissing, NetworkGapKind.SupportMissing, NetworkGapKind.OneSupporter, NetworkGapKind.NoFriend,
                    NetworkGapKind.NoGroup, NetworkGapKind.OneSide,
                ],
                [Son, Son with { Number = 4, Alter = "4", Support = [] }]),
        ];
        Assert.All(table, row =>
        {
            var gaps = NetworkGaps.Of(Read(Ego with { Ties = [.. row.Ties] })!).ToArray();
            Assert.Equal(row.Gaps, gaps.Select(gap => gap.Kind));
            Assert.All(gaps, gap => Assert.DoesNotContain("lonely", gap.Sentence, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public void Everybody_from_one_household_is_seen()
    {
        Resident Housemate(string id) => Ego with
        {
            Id = ResidentId.Of(id),
            Facts = Ego.Facts with { Household = "H1" },
            Ties = [new Tie { Number = 1, Resident = Sample.R1, Kind = TieKind.Friend }],
        };
        Assert.Contains(NetworkGaps.Of(Read(Ego, Housemate("R2"), Housemate("R3"))!), gap => gap.Kind == NetworkGapKind.OneHousehold);
        Assert.DoesNotContain(
            NetworkGaps.Of(Read(Ego with { Ties = [Neighbour] }, Housemate("R2"), Housemate("R3"))!),
            gap => gap.Kind is NetworkGapKind.OneHousehold or NetworkGapKind.OneSide);
    }

    [Fact]
    public void Moving_outward_and_every_other_change_appears()
    {
        var before = Ego with { Ties = [Son, Friend, Neighbour], RecordedOn = Today.AddYears(-1) };
        var told = before with
        {
            Ties =
            [
                Son with { Circle = 3, Frequency = ContactFrequency.Monthly, Support = [SupportKind.Emotional] },
                Friend with { Frequency = ContactFrequency.Daily },
                Neighbour with { EndedOn = Today.AddDays(-1) },
                Friend with { Number = 6, Alter = "6", Since = Today.AddDays(-1) },
            ],
            Memberships = [new Membership { Group = Sample.G1, Since = Today.AddDays(-1) }],
        };
        var after = ResidentHistory.Kept(before, told, Today);
        Assert.Equal(
            [
                "Appeared Friend", "Appeared G1", "CircleChanged Child 1-3", "ContactMoreOften Friend", "ContactRarer Child",
                "Ended Neighbour",
                "SupportGained Child", "SupportLost Child",
            ],
            Changes(after, Today.AddDays(-30), Today).Order(StringComparer.Ordinal));
        Assert.Empty(Changes(after, Today.AddDays(-40), Today.AddDays(-30)));
        Assert.Empty(Changes(after, Today.AddDays(-30), Today, knownAt: Today.AddDays(-1)));
    }

    [Fact]
    public void A_group_and_a_volunteer_who_are_no_longer_there_are_told()
    {
        var ego = Ego with
        {
            Memberships = [new Membership { Group = Sample.G1, Since = Today.AddDays(-50), EndedOn = Today.AddDays(-5) }],
            Matches =
            [
                new Match
                {
                    Number = 1, Volunteer = VolunteerId.Of("V1"), Kind = OfferKind.Befriending, Since = Today.AddDays(-50),
                    EndedOn = Today.AddDays(-5),
                },
            ],
        };
        Assert.Equal(["Ended G1", "Ended V1"], Changes(ego, Today.AddDays(-30), Today).Order(StringComparer.Ordinal));
        Assert.Equal(["Appeared G1", "Appeared V1"], Changes(ego, Today.AddDays(-60), Today.AddDays(-30)).Order(StringComparer.Ordinal));
        Assert.Empty(Changes(ego, Today.AddDays(-30), Today.AddDays(-6)));
    }

    [Fact]
    public void A_last_contact_that_was_written_over_is_the_last_one_of_the_days_before()
    {
        var before = Ego with
        {
            Ties = [Friend with { LastContact = Today.AddDays(-40), RecordedOn = Today.AddDays(-40) }], RecordedOn = Today.AddYears(-1),
        };
        var after = ResidentHistory.Kept(before, before with { Ties = [before.Ties[0] with { LastContact = Today.AddDays(-2) }] }, Today);
        Assert.Equal(Today.AddDays(-2), LastContact(after, Today));
        Assert.Equal(Today.AddDays(-40), LastContact(after, Today.AddDays(-3)));
        Assert.Null(LastContact(after, Today.AddDays(-41)));

        static DateOnly? LastContact(Resident ego, DateOnly day) => Assert.Single(Read(ego, day, Today)!.People).LastContact;
    }

    [Fact]
    public void Daily_family_and_a_high_answer_is_lonely_and_not_isolated()
    {
        var lonely = Of(
            Ego with { Ties = [Son, Son with { Number = 2, Kind = TieKind.Partner, Alter = "2" }] },
            elsa: 2,
            Answered(Instrument.Ucla3, "3", 3));
        Assert.Equal((false, false, true), (lonely.Unconnected.Holds, lonely.Isolated.Holds, lonely.Lonely.Holds));
        var alone = Of(
            Ego with { Ties = [.. Enumerable.Range(1, 9).Select(at => Friend with { Number = at, Alter = $"{at}" })] },
            elsa: 4, Answered(Instrument.Lsns6, "3", 6), Answered(Instrument.Ucla3, "1", 3));
        Assert.Equal((false, false, false), (alone.Unconnected.Holds, alone.Isolated.Holds, alone.Lonely.Holds));
        var unknown = Of(Sample.Newcomer, elsa: 5);
        Assert.Equal((null, null, null), (unknown.Unconnected.Holds, unknown.Isolated.Holds, unknown.Lonely.Holds));
        var asked = Of(Ego, elsa: 5);
        Assert.Equal((true, true, null), (asked.Unconnected.Holds, asked.Isolated.Holds, asked.Lonely.Holds));
        Assert.All([lonely, alone, unknown, asked], answers => Assert.All(
            [answers.Unconnected, answers.Isolated, answers.Lonely], answer => Assert.NotEmpty(answer.Evidence)));
    }

    private static NetworkType Plain(NetworkCounts n)
    {
        var beyond = n.Wider + n.Groups + n.Volunteers;
        if (n.Family > 0 && n.Friends > 0)
        {
            return beyond > 0 && n.Family + n.Friends + beyond > 3 ? NetworkType.Diverse : NetworkType.FamilyAndFriends;
        }

        return n.Family > 1 ? NetworkType.FamilyCentred
            : n.Friends > 1 ? NetworkType.FriendCentred
            : beyond > 1 ? NetworkType.WiderCircle
            : n.Family + n.Friends + beyond + n.Others == 0 ? NetworkType.ProfessionalContactOnly
            : NetworkType.AFewPeople;
    }

    private static IEnumerable<string> Changes(Resident ego, DateOnly from, DateOnly to, DateOnly? knownAt = null) =>
        NetworkChanges.Between(Read(ego, from, knownAt ?? Today), Read(ego, to, knownAt ?? Today)).Select(change =>
            $"{change.Kind} {change.Person?.Relation.ToString() ?? change.Group?.Value ?? change.Volunteer?.Value}"
            + (change.Kind == NetworkChangeKind.CircleChanged ? $" {change.CircleBefore}-{change.CircleNow}" : ""));

    private static ThreeAnswers Of(Resident ego, int elsa, params Assessment[] answered) => ThreeAnswers.Of(Read(ego)!, elsa, answered);

    private static Assessment Answered(Instrument instrument, string answer, int items) => new()
    {
        Instrument = instrument, On = Today.AddDays(-20), Answers = [.. Enumerable.Repeat(answer, items)],
    };

    private static EgoNetwork? Read(Resident ego, params Resident[] others) => Read(ego, Today, Today, others);

    private static EgoNetwork? Read(Resident ego, DateOnly day, DateOnly knownAt, params Resident[] others)
    {
        var facts = new GroupFacts { Name = "Lunch", Ward = Sample.Facts.Ward };
        var groups = new Dictionary<GroupId, Group> { [Sample.G1] = new() { Id = Sample.G1, Facts = facts, Places = new Places() } };
        return EgoNetworkReading.Of(new EgoSources(ego, others.ToDictionary(other => other.Id), groups), day, knownAt);
    }
}
