using System.Collections.Immutable;
using Networks.Domain.Residents;
using Networks.Domain.Wards;
using Networks.Graph.Areas;

namespace Networks.Graph.Residents;

/// <summary>Who is on a list, without evidence; and the evidence of a few people who are on it.</summary>
internal static class ListedSearch
{
    /// <summary>By ward code, then reference. Cost once the list is remembered: its length.</summary>
    public static ImmutableArray<ResidentId> All(
        AreaGraph graph, UnconnectedRule rule, IReadOnlyCollection<WardCode>? wards, DateOnly asOf) =>
        [.. UnconnectedSearch.Lists(graph, new RuleOnDay(rule, asOf.DayNumber), wards)
            .SelectMany(list => list.List.People)
            .Select(ordinal => graph.Resident(ordinal).Id)];

    /// <summary>Those of <paramref name="people"/> who are on the list, in the order given. Cost: people x log of a ward's list.</summary>
    public static ImmutableArray<UnconnectedPerson> Some(
        AreaGraph graph, UnconnectedRule rule, IEnumerable<ResidentId> people, DateOnly asOf)
    {
        var onDay = new RuleOnDay(rule, asOf.DayNumber);
        return
        [
            .. from id in people
               let found = graph.Node(id)
               where found is not null
               let node = found.Value
               let ward = UnconnectedSearch.Lists(graph, onDay, [node.Ward])
               where ward.Any(list => Holds(graph, list.List, id))
               select UnconnectedSearch.Person(graph, node, null, onDay),
        ];
    }

    private static bool Holds(AreaGraph graph, WardList list, ResidentId id)
    {
        int Compared(int at) => graph.Ordinals.Residents.Compare(list.People[at], id.Value);
        var before = Bisect.Count(list.People.Length, at => Compared(at) < 0);
        return before < list.People.Length && Compared(before) == 0;
    }
}
