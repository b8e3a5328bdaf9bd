using Networks.Domain.Wards;
using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Tests.Residents;

namespace Networks.Graph.Tests.Areas;

public sealed class ConnectionWalkTests
{
    [Fact]
    public void Points_and_connections_are_those_that_plain_loops_over_the_rows_find_before_and_after_changes() =>
        UnconnectedTests.ForSeeds((area, seed) =>
        {
            var graph = area.Built();
            for (var change = 0; change < 4; change++)
            {
                var day = area.Day();
                var within = area.Below(2) == 0 ? null : area.Wards.Where(_ => area.Below(2) == 0).ToHashSet();
                var wards = area.Wards.Where(ward => within?.Contains(ward) != false).ToArray();
                var nodes = wards.SelectMany(ward => graph.NodesOf(ward, day)).ToArray();
                var edges = wards.SelectMany(ward => graph.EdgesOf(ward, within, day)).ToArray();
                var oracle = new Oracle(area, day);
                var expected = Nodes(area, oracle, wards, day);
                Same(seed, expected, nodes.Select(Text));
                Same(seed, Edges(area, oracle, wards, day), edges.Select(Text));
                var ids = nodes.Select(node => node.Id).ToHashSet();
                Assert.Equal(nodes.Length, ids.Count);
                Assert.All(edges, edge => Assert.True(ids.Contains(edge.From) && ids.Contains(edge.To), $"seed {seed}: {edge}"));
                graph = area.Change(graph);
            }
        });

    [Fact]
    public void Everybody_on_the_list_comes_one_after_another_as_the_page_has_them() => UnconnectedTests.ForSeeds((area, seed) =>
    {
        var graph = area.Built();
        var day = area.Day();
        var rule = new UnconnectedRule { NoContactSinceDays = 1 + area.Below(40), NoTies = area.Below(2) == 0 };
        var page = graph.Unconnected(new UnconnectedQuery { Rule = rule, Page = new Page { First = 100 } }, day).People;
        var each = graph.Wards.SelectMany(ward => graph.EachUnconnected(rule, ward, day)).ToArray();
        Same(seed, page.Select(Text), each.Select(Text));
    });

    private static List<string> Nodes(RandomArea area, Oracle oracle, WardCode[] wards, DateOnly day)
    {
        List<string> found = [];
        foreach (var me in oracle.Register().Where(me => wards.Contains(me.Facts.Ward)))
        {
            found.Add($"resident:{me.Id} {me.Facts.Ward} {me.Facts.BirthYear} {me.Facts.LivesAlone} {oracle.Basis(me)}");
            var labels = me.Ties.Where(tie => tie.Alter is not null).Select(tie => tie.Alter).Distinct().ToList();
            found.AddRange(me.Ties.Where(tie => tie.Alter is not null && oracle.Holds(tie.Since, tie.EndedOn)).Select(tie => tie.Alter)
                .Distinct().Select(label => $"alter:{labels.IndexOf(label) + 1}:{me.Id} {me.Facts.Ward}   "));
        }

        found.AddRange(area.Groups.Values.Where(group => oracle.Runs(group.Id) && wards.Contains(group.Facts.Ward))
            .Select(group => $"group:{group.Id} {group.Facts.Ward}   "));
        found.AddRange(area.Volunteers.Values.Where(one => oracle.Holds(one.Facts.ActiveFrom, one.Facts.ActiveUntil)
                && wards.Contains(one.Facts.Ward))
            .Select(one => $"volunteer:{one.Id} {one.Facts.Ward}   "));
        return found;
    }

    private static List<string> Edges(RandomArea area, Oracle oracle, WardCode[] wards, DateOnly day)
    {
        List<string> found = [];
        foreach (var me in oracle.Register().Where(me => wards.Contains(me.Facts.Ward)))
        {
            var labels = me.Ties.Where(tie => tie.Alter is not null).Select(tie => tie.Alter).Distinct().ToList();
            foreach (var tie in me.Ties.Where(tie => oracle.Holds(tie.Since, tie.EndedOn) && tie.Resident != me.Id))
            {
                if (tie.Resident is { } other && !(oracle.OnRegister(other) && wards.Contains(area.Residents[other].Facts.Ward)))
                {
                    continue;
                }

                var to = tie.Resident is { } named ? $"resident:{named}" : $"alter:{labels.IndexOf(tie.Alter) + 1}:{me.Id}";
                found.Add($"resident:{me.Id} {to} {(tie.Resident is null ? "Alter" : "Tie")} {tie.Kind} {tie.Since} "
                    + Last(day, me.Contacts.Where(contact => contact.Tie == tie.Number).Select(contact => contact.On), tie.LastContact));
            }

            found.AddRange(me.Memberships
                .Where(row => oracle.Holds(row.Since, row.EndedOn) && oracle.Runs(row.Group)
                    && wards.Contains(area.Groups[row.Group].Facts.Ward))
                .Select(row => $"resident:{me.Id} group:{row.Group} Membership  {row.Since} "
                    + Last(day, me.Attendances.Where(came => came.Group == row.Group).Select(came => came.On), null)));
            found.AddRange(me.Matches
                .Where(row => oracle.Holds(row.Since, row.EndedOn) && area.Volunteers.TryGetValue(row.Volunteer, out var volunteer)
                    && oracle.Holds(volunteer.Facts.ActiveFrom, volunteer.Facts.ActiveUntil) && wards.Contains(volunteer.Facts.Ward))
                .Select(row => $"resident:{me.Id} volunteer:{row.Volunteer} Befriending  {row.Since} "
                    + Last(day, me.Contacts.Where(contact => contact.Match == row.Number).Select(contact => contact.On), row.LastContact)));
        }

        return found;
    }

    private static DateOnly? Last(DateOnly day, IEnumerable<DateOnly> contacts, DateOnly? told)
    {
        DateOnly? last = null;
        foreach (var contact in contacts.Append(told ?? DateOnly.MaxValue).Where(contact => contact <= day))
        {
            last = last is null || contact > last ? contact : last;
        }

        return last;
    }

    private static string Text(ConnectionNode node) => $"{node.Id} {node.Ward} {node.BirthYear} {node.LivesAlone} {node.Basis}";

    private static string Text(ConnectionEdge edge) => $"{edge.From} {edge.To} {edge.Kind} {edge.TieKind} {edge.Since} {edge.LastContact}";

    private static string Text(UnconnectedPerson person) => $"{person.Resident} {person.Ward} {person.Cursor} {person.Evidence.Sentence} "
        + $"{string.Join('+', person.Evidence.Criteria)} {person.Evidence.Connections} {person.Evidence.Since} {person.WaitingSince}";

    private static void Same(int seed, IEnumerable<string> expected, IEnumerable<string> got)
    {
        string rows = string.Join('\n', expected.Order(StringComparer.Ordinal));
        string told = string.Join('\n', got.Order(StringComparer.Ordinal));
        Assert.True(rows == told, $"seed {seed}: rows say\n{rows}\npicture says\n{told}");
    }
}
