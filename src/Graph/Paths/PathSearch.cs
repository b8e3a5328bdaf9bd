using Networks.Graph.Areas;
using Networks.Graph.Residents;
using Networks.Graph.Wards;

namespace Networks.Graph.Paths;

/// <summary>
/// Answers through whom a resident could be introduced to a group or a volunteer. Cost: the area's memberships or matches of the day, to
/// find who could introduce her at the end; the ties of everybody who could stand between; then each path given.
/// </summary>
internal static class PathSearch
{
    public static PathAnswer Answer(AreaGraph graph, PathQuery query, DateOnly asOf)
    {
        var fault = Ranges.OutOf("hopsMax", query.HopsMax, 0, PathQuery.HopsMost)
            ?? Ranges.OutOf("first", query.First, 0, PathQuery.PathsMax)
            ?? (query.Group is null == query.Volunteer is null ? "Give exactly one of toGroup and toVolunteer: where shall she be led?"
                : null);
        var day = asOf.DayNumber;
        var from = graph.Node(query.From);
        if (fault is null && from?.Register.Holds(day) != true)
        {
            fault = $"from is {query.From}, but no resident of that reference is on the register.";
        }

        return new PathAnswer { Paths = fault is null ? [.. Paths(graph, query, from!.Value, day)] : [], Complete = true, Fault = fault };
    }

    private static IEnumerable<IntroductionPath> Paths(AreaGraph graph, PathQuery query, ResidentNode from, int day)
    {
        var there = query.Group is { } group ? Members(graph, group.Value, day) : Matched(graph, query.Volunteer!.Value.Value, day);
        var self = query.Volunteer is { } volunteer && graph.Find(volunteer)?.Resident is { } resident
            ? graph.Node(resident)?.Ordinal
            : null;
        if (self is { } ordinal && graph.IsOnRegister(ordinal, day))
        {
            there.Add(ordinal);
        }

        // Whoever is there already needs nobody to lead her.
        if (there.Contains(from.Ordinal))
        {
            return [];
        }

        // A go-between must have agreed to be one; the volunteer is the end of the path and stands between nobody.
        var frontier = Frontier.Around(
            graph, from, day, query.HopsMax, there, node => node.Ordinal == self || node.Introduces(day));
        return frontier.Ranked(query.First).Select(path => new IntroductionPath([.. path.Select(at => graph.Resident(at).Id)]));
    }

    private static HashSet<int> Members(AreaGraph graph, string group, int day)
    {
        var wanted = graph.Ordinals.Groups.Find(group);
        return People(graph, day, ward => ward.Members, ward => ward.MemberOf, wanted);
    }

    private static HashSet<int> Matched(AreaGraph graph, string volunteer, int day)
    {
        var wanted = graph.Ordinals.Volunteers.Find(volunteer);
        return People(graph, day, ward => ward.Matched, ward => ward.MatchedWith, wanted);
    }

    private static HashSet<int> People(AreaGraph graph, int day, Func<DayEdges, int[]> people, Func<DayEdges, int[]> ends, int wanted)
    {
        HashSet<int> found = [];
        foreach (var ward in graph.Parts.Values.Select(part => part.Edges(graph, day)))
        {
            var (from, to) = (people(ward), ends(ward));
            for (var at = 0; at < to.Length; at++)
            {
                if (to[at] == wanted)
                {
                    found.Add(from[at]);
                }
            }
        }

        return found;
    }
}
