using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Spreads;
using Networks.Graph.Tests.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Tests.Spreads;

public sealed class SpreadTests
{
    private static readonly DateOnly Day = RandomArea.Middle;
    private static readonly WardCode Ward = WardCode.Of("W1");

    [Fact]
    public void Connections_contacts_reach_and_support_are_those_of_plain_loops_before_and_after_every_change() =>
        UnconnectedTests.ForSeeds((area, seed) =>
        {
            var graph = area.Built();
            var (day, wards) = (area.Day(), area.SomeWards());
            var query = new SpreadQuery
            {
                Counting = area.Some(Enum.GetValues<ConnectionKind>()), TieKinds = area.Some(Enum.GetValues<TieKind>()), Wards = wards,
            };
            for (var change = 0; change < 2; change++)
            {
                var plain = new PlainSpreads(area, day, query);
                var when = $"seed {seed} after {change} changes";
                Assert.True(plain.Connections().SequenceEqual(graph.ConnectionsOn(query, day).Counts), when);
                var support = graph.SupportOn(new SupportQuery { Of = query, Page = new Page { First = 1000 } }, day);
                Assert.True(plain.Supports().SequenceEqual(support.Counts), when);
                Assert.True(
                    plain.OnOne().SequenceEqual(support.OnOne.Select(one => $"{one.Resident.Resident} {one.Kind} {one.Basis}")), when);
                Assert.Equal((support.OnOne.Length, plain.Register.Count), (support.OnOneCount, support.Residents));
                var contacts = graph.ContactsOn(query, day);
                Assert.True(plain.Contacts().SequenceEqual(contacts.Bands), when);
                Assert.Equal(contacts.Residents, contacts.Unconnected + contacts.Bands.Sum(band => band.Residents));
                var reach = graph.ReachOn(query, day);
                Assert.True(plain.ToGroup().SequenceEqual(reach.ToGroup), when);
                Assert.True(plain.WithinTwoTies().SequenceEqual(reach.WithinTwoTies), when);
                Assert.Equal(plain.Median(), reach.MedianWithinTwoTies);
                Assert.All(plain.Register, me => Assert.Equal(plain.Within(me), graph.WithinTwoTies(me.Id, day)));
                graph = area.Change(graph);
            }
        });

    [Theory]
    [InlineData(0, ContactBand.LastWeek)]
    [InlineData(7, ContactBand.LastWeek)]
    [InlineData(8, ContactBand.LastMonth)]
    [InlineData(30, ContactBand.LastMonth)]
    [InlineData(31, ContactBand.LastTwoMonths)]
    [InlineData(60, ContactBand.LastTwoMonths)]
    [InlineData(61, ContactBand.LastQuarter)]
    [InlineData(90, ContactBand.LastQuarter)]
    [InlineData(91, ContactBand.LastHalfYear)]
    [InlineData(180, ContactBand.LastHalfYear)]
    [InlineData(181, ContactBand.LastYear)]
    [InlineData(365, ContactBand.LastYear)]
    [InlineData(366, ContactBand.Longer)]
    [InlineData(20_000, ContactBand.Longer)]
    [InlineData(-1, ContactBand.NeverDated)]
    [InlineData(null, ContactBand.NeverDated)]
    public void A_contact_falls_into_the_band_that_holds_its_day_and_one_to_come_is_not_known(int? daysAgo, ContactBand band)
    {
        var bands = Town([(0, 1)], daysAgo is { } days ? Day.AddDays(-days) : null).ContactsOn(new SpreadQuery(), Day).Bands;
        Assert.Equal(
            Enum.GetValues<ContactBand>().Select(one => new ContactBandCount(one, one == band ? 2 : 0, one == band ? 2 : 0)), bands);
        Assert.True(daysAgo is null or < 0 || (ContactBands.DaysFrom(band) <= daysAgo && !(ContactBands.DaysTo(band) < daysAgo)));
    }

    [Fact]
    public void On_a_path_two_people_have_one_connection_and_the_others_two()
    {
        var spread = Town([(0, 1), (1, 2), (2, 3), (3, 4)]).ConnectionsOn(new SpreadQuery(), Day);
        Assert.Equal(new[] { new SpreadCount(1, 2, 0), new SpreadCount(2, 3, 0) }, spread.Counts.ToArray());
        Assert.Equal((5, 0, 8L), (spread.Residents, spread.NeverAsked, spread.Connections));
    }

    [Fact]
    public void In_a_star_everybody_reaches_everybody_and_on_a_path_the_ends_reach_two()
    {
        Assert.Equal(4, Town([(0, 1), (0, 2), (0, 3), (0, 4)]).ReachOn(new SpreadQuery(), Day).MedianWithinTwoTies);
        var path = Town([(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]);
        Assert.Equal([2, 3, 4, 4, 3, 2], Enumerable.Range(0, 6).Select(at => path.WithinTwoTies(Id(at), Day)!.Value));
        Assert.Equal(3, path.ReachOn(new SpreadQuery(), Day).MedianWithinTwoTies);
        Assert.Null(path.WithinTwoTies(ResidentId.Of("nobody"), Day));
    }

    [Fact]
    public void Nobody_on_the_register_is_an_answer_of_noughts()
    {
        var nobody = AreaGraph.Empty();
        Assert.Empty(nobody.ConnectionsOn(new SpreadQuery(), Day).Counts);
        Assert.Equal(0, nobody.ContactsOn(new SpreadQuery(), Day).Bands.Sum(band => band.Residents));
        Assert.Null(nobody.ReachOn(new SpreadQuery(), Day).MedianWithinTwoTies);
        Assert.Equal(8, nobody.ReachOn(new SpreadQuery(), Day).ToGroup.Length);
        Assert.Equal(0, nobody.SupportOn(new SupportQuery(), Day).OnOneCount);
    }

    [Fact]
    public void Empty_lists_are_refused_by_name()
    {
        SpreadQuery nothing = new() { Counting = [] }, noTie = new() { TieKinds = [] };
        Assert.StartsWith("counting ", AreaGraph.Empty().ConnectionsOn(nothing, Day).Fault);
        Assert.StartsWith("tieKinds ", AreaGraph.Empty().ContactsOn(noTie, Day).Fault);
        Assert.StartsWith("counting ", AreaGraph.Empty().SupportOn(new SupportQuery { Of = nothing }, Day).Fault);
        Assert.StartsWith("first ", AreaGraph.Empty().SupportOn(new SupportQuery { Page = new Page { First = -1 } }, Day).Fault);
    }

    [Fact]
    public void Pages_of_those_resting_on_one_follow_each_other()
    {
        var pairs = Town([.. Enumerable.Range(0, 12).Select(at => (2 * at, (2 * at) + 1))]);
        List<string> seen = [];
        string? after = null;
        do
        {
            var page = pairs.SupportOn(new SupportQuery { Page = new Page { First = 5, After = after } }, Day);
            Assert.Equal(24, page.OnOneCount);
            seen.AddRange(page.OnOne.Select(one => one.Resident.Resident.Value));
            after = page.HasNextPage ? page.OnOne[^1].Cursor : null;
        }
        while (after is not null);
        Assert.Equal(Enumerable.Range(0, 24).Select(at => Id(at).Value), seen);
    }

    [Fact]
    public void The_sentence_says_on_whom_it_rests_and_whether_anybody_has_asked()
    {
        var one = Town([(0, 1)]).SupportOn(new SupportQuery(), Day).OnOne;
        Assert.All(one, support => Assert.Equal(
            "what is recorded rests on one person, a neighbour; nobody has asked yet who else is there", support.Sentence));
    }

    private static ResidentId Id(int at) => ResidentId.Of($"R{at:00}");

    private static AreaGraph Town((int A, int B)[] ties, DateOnly? contact = null)
    {
        var named = ties.ToLookup(tie => tie.A, tie => tie.B);
        var residents = Enumerable.Range(0, ties.Max(tie => Math.Max(tie.A, tie.B)) + 1).Select(at => new ResidentEntry
        {
            Id = Id(at),
            Version = 1,
            Ward = Ward,
            Ties = [.. named[at].Select(other => new TieEntry(Id(other), null, TieKind.Neighbour, null, null, null, contact, []))],
        });
        var graph = AreaGraph.Empty();
        return graph.Replace(graph.Pack(Ward, new WardEntries([.. residents], [], [])));
    }
}
